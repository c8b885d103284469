/**
 * `npm test`: installs what it needs, runs everything, ends with `N passed, N failed`, exit code 1 on any failure.
 * `npm test -- unit lint` runs some steps. Without dependency: it also runs before the installation, on any Node
 * from 20.
 */
import { statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, ensureNode, refuse, root, run } from '../.config/bootstrap.mjs';

await ensureInstalled({ dev: true });
await ensureNode();

const { countsOf, sum } = await import('./run/counts.mjs');
const { ensureBrowsers } = await import('./run/distribution.mjs');
const { runInLanes } = await import('./run/lanes.mjs');
const { steps } = await import('./run/steps.mjs');

const named = process.argv.slice(2);
/** `api` names all its parts. */
const isNamed = (step, name) => step.name === name || step.name.startsWith(`${name}-`);
const unknown = named.filter((name) => !steps.some((step) => isNamed(step, name)));
if (unknown.length)
  refuse(`There is no step ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`);
const chosen = steps.filter((step) => named.length === 0 || named.some((name) => isNamed(step, name)));
const usesBrowser = ['scaffold', 'unit', 'chromium', 'firefox', 'webkit', 'stories', 'e2e'];
if (chosen.some(({ name }) => usesBrowser.includes(name))) await ensureBrowsers();

/** Each of a hundred processes loads the same Strapi: what the first has compiled, the others read. */
const compiled = join(root, 'node_modules', '.cache', 'guichet', 'compiled');

/** Databases wait for the disk at each commit, and no test outlives its own: where there is room, memory is their disk. */
function inMemory() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 4 * 1024 ** 3 ? { TMPDIR: '/dev/shm' } : {};
  } catch {
    return {};
  }
}
const temporary = inMemory();

/** Passed or not so far, by name. */
const outcomes = new Map();
const all = [];

async function runStep({ name, runner, commands, needs = [] }) {
  const broken = needs.filter((need) => outcomes.get(need) === false);
  if (broken.length) {
    outcomes.set(name, false);
    all.push({ passed: 0, failed: 1, skipped: 0 });
    console.log(`✖ ${name}: not run, as ${broken.join(' and ')} failed`);
    return;
  }
  const began = performance.now();
  const results = [];
  for (const { command, args, ...options } of commands) {
    const result = await run(command, args, {
      ...options,
      env: { NO_COLOR: '1', CI: 'true', NODE_COMPILE_CACHE: compiled, ...temporary, ...options.env },
    });
    const counts = countsOf(runner, result);
    results.push(counts);
    if (counts.failed) console.log(`\n$ ${command} ${args.join(' ')}\n${result.output}`);
  }
  const counts = sum(results);
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
  const seconds = Math.ceil((performance.now() - began) / 1000);
  outcomes.set(name, counts.failed === 0);
  all.push(counts);
  console.log(
    `${counts.failed ? '✖' : '✔'} ${name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`,
  );
}

await runInLanes(chosen, availableParallelism(), runStep);
const { passed, failed } = sum(all);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
