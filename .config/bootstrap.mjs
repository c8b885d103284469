/**
 * What `npm start` and `npm test` share: dependencies as the lockfile says, a Node that is recent enough, and the
 * builds, each skipped while nothing it reads has changed. No dependency, any Node from 20: it runs before the
 * installation.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const fingerprints = join(root, 'node_modules', '.cache', 'guichet');

/** Says one sentence and ends the process: for what the person at the keyboard can mend. */
export function refuse(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** The environment of every child: the lockfile's own tools first, development dependencies included. */
export function environment(extra = {}) {
  const { NODE_ENV: _, ...inherited } = process.env;
  return { ...inherited, PATH: `${bin}:${process.env.PATH}`, STRAPI_TELEMETRY_DISABLED: 'true', ...extra };
}

/** Process groups that are running: none outlives this process, however it ends. */
const running = new Set();

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

const endAll = () => running.forEach(endGroup);
const interrupted = () => process.exit(130);

function began(pid) {
  if (running.size === 0) {
    process.on('exit', endAll);
    process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  }
  running.add(pid);
}

function ended(pid) {
  endGroup(pid);
  running.delete(pid);
  if (running.size > 0) return;
  process.off('exit', endAll);
  process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
}

/**
 * Runs a command of `node_modules/.bin` or of the machine, without a shell, in a process group of its own.
 * @param options.cwd relative to the repository
 * @param options.seconds after which the command and all that it started are ended
 * @returns status (1 where it was ended or could not start) and all it wrote, both streams in order
 */
export function run(command, args, { cwd = '.', env = {}, seconds = 600 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: join(root, cwd),
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    const take = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ status: 1, output: `${command}: ${error.message}\n` }));
    if (!child.pid) return;
    began(child.pid);
    const limit = setTimeout(() => {
      take(`\n${command} was ended after ${seconds} seconds.\n`);
      endGroup(child.pid);
    }, seconds * 1000);
    // What the command left running would keep its pipes open for ever.
    child.on('exit', () => setTimeout(endGroup, 200, child.pid));
    child.on('close', (status) => {
      clearTimeout(limit);
      ended(child.pid);
      resolve({ status: status ?? 1, output });
    });
  });
}

/** Whether node_modules holds exactly what the lockfile names (packages for other machines apart). */
function isInstalled(withDev) {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = read('package-lock.json');
  const present = read('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, link, dev, optional, devOptional }]) =>
      !path.includes('node_modules/') ||
      link ||
      (dev && !withDev) ||
      optional ||
      devOptional ||
      present[path]?.version === version,
  );
}

/**
 * `npm ci`, unless node_modules is already what the lockfile says.
 * @param options.dev also what only tests and measures need, a third of the packages and half of the time
 */
export async function ensureInstalled({ dev = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    refuse(`Node 20 or newer is needed; this is ${process.version}.`);
  try {
    accessSync(root, constants.W_OK);
  } catch {
    refuse(
      `The folder ${root} cannot be written to: take ownership of it, or clone the repository elsewhere.`,
    );
  }
  if (isInstalled(dev)) return;
  console.log('Installing the dependencies (npm ci), about a minute…');
  const { status, output } = await run('npm', [
    'ci',
    dev ? '--include=dev' : '--omit=dev',
    // What `npm --silent` set would hide why it failed.
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]);
  if (status !== 0) {
    console.error(output);
    refuse(
      'npm ci failed: its own words are above. Check the network, the disk space and the npm version (10 or newer).',
    );
  }
}

const isRecent = (version) => {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
};

/**
 * Returns where this Node is at least 22.12; otherwise runs the same command again with the Node that the lockfile
 * brings on Linux x64, and never returns. better-sqlite3 ends an older Node without a word.
 */
export async function ensureNode() {
  const own = join(bin, 'node');
  const probe = existsSync(own) ? spawnSync(own, ['--version'], { encoding: 'utf8' }) : undefined;
  // The binary is linked against glibc: on another libc it must not stand first in the PATH of `npm run`.
  if (probe && probe.status !== 0) rmSync(own);
  if (isRecent(process.version)) return;
  if (probe?.status !== 0)
    refuse(`Node 22.12 or newer is needed on this machine; this is ${process.version}.`);
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit', env: environment() });
  // Ctrl-C reaches the child by itself (same terminal); a signal sent to this process alone is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const status = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  process.exit(status);
}

/**
 * The builds; each waits for those it `needs`, and two that need nothing of each other run at once. `reads` and
 * `writes` are relative to the repository; a build is skipped while the contents of what it reads are the same and what
 * it writes is there.
 */
const builds = [
  {
    name: 'types',
    needs: [],
    reads: [
      'tsconfig.json',
      '.config/tsconfig.base.json',
      ...['contracts', 'client', 'widgets', 'operator'].flatMap(sourceOf),
    ],
    writes: ['contracts', 'client', 'widgets', 'operator'].map((name) => `packages/${name}/dist`),
    commands: [['tsc', ['-b']]],
  },
  {
    name: 'widgets',
    needs: ['types'],
    reads: [
      'rollup.config.mjs',
      '.config/tsconfig.base.json',
      ...['contracts', 'client', 'widgets', 'operator'].flatMap(sourceOf),
    ],
    writes: ['packages/widgets/cdn', 'packages/operator/cdn', 'packages/strapi-plugin/cdn'],
    commands: [['rollup', ['--config', 'rollup.config.mjs', '--silent']]],
    // The plugin's package carries the widgets, so that a hosting installs one thing.
    after: () =>
      cpSync(join(root, 'packages/widgets/cdn'), join(root, 'packages/strapi-plugin/cdn'), {
        recursive: true,
      }),
  },
  {
    name: 'manifest',
    needs: ['types'],
    reads: ['.config/custom-elements-manifest.config.mjs', ...sourceOf('widgets')],
    writes: ['packages/widgets/custom-elements.json'],
    commands: [
      [
        'cem',
        ['analyze', '--config', '../../.config/custom-elements-manifest.config.mjs'],
        'packages/widgets',
      ],
    ],
  },
  {
    name: 'plugin',
    needs: [],
    reads: [
      ...sourceOf('contracts'),
      ...['admin', 'server', 'package.json'].map((path) => `packages/strapi-plugin/${path}`),
    ],
    writes: ['packages/strapi-plugin/dist'],
    commands: [['strapi-plugin', ['build'], 'packages/strapi-plugin']],
    // One for each of the two formats, which look for it under different names.
    after: () => {
      const plugin = join(root, 'packages/strapi-plugin');
      for (const [types, part] of [
        ['server/src/strapi/public.d.ts', 'server'],
        ['admin/src/public.d.ts', 'admin'],
      ])
        for (const ending of ['d.ts', 'd.mts'])
          cpSync(join(plugin, types), join(plugin, `dist/${part}/index.${ending}`));
    },
  },
  {
    name: 'hosting',
    needs: ['types', 'plugin'],
    reads: [
      ...['config', 'src', 'package.json', 'tsconfig.json'].map((path) => `examples/strapi-hosting/${path}`),
      ...sourceOf('contracts'),
      ...['admin', 'package.json'].map((path) => `packages/strapi-plugin/${path}`),
    ],
    writes: ['examples/strapi-hosting/dist'],
    commands: [['strapi', ['build'], 'examples/strapi-hosting']],
  },
];

function sourceOf(name) {
  return [`packages/${name}/src`, `packages/${name}/package.json`, `packages/${name}/tsconfig.json`];
}

/** @type {string[]} names that {@link build} takes in `only` */
export const buildNames = builds.map(({ name }) => name);

const isSource = (path) =>
  !/(?:^|\/)(?:node_modules|dist|\.strapi)(?:\/|$)|\.(?:test|stories)\.tsx?$/.test(path);

function filesOf(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  try {
    return readdirSync(absolute, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
      .filter(isSource)
      .sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

function fingerprint(reads) {
  const hash = createHash('sha256');
  for (const path of ['package-lock.json', ...reads].flatMap(filesOf)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

async function make({ name, reads, writes, commands, after }, log) {
  const stamp = join(fingerprints, name);
  const now = fingerprint(reads);
  const isFresh = writes.every((path) => existsSync(join(root, path)));
  if (isFresh && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const began = performance.now();
  for (const path of writes) rmSync(join(root, path), { recursive: true, force: true });
  for (const [command, args, cwd] of commands) {
    const { status, output } = await run(command, args, {
      ...(cwd && { cwd }),
      env: { NODE_ENV: 'production' },
    });
    if (status !== 0)
      throw new Error(`The build of "${name}" failed (${command} ${args.join(' ')}):\n${output}`);
  }
  after?.();
  const missing = writes.filter((path) => !existsSync(join(root, path)));
  if (missing.length) throw new Error(`The build of "${name}" did not write ${missing.join(', ')}.`);
  mkdirSync(fingerprints, { recursive: true });
  writeFileSync(stamp, now);
  log(`built ${name} in ${Math.ceil((performance.now() - began) / 1000)} s`);
}

/**
 * Runs the builds whose sources changed.
 * @param options.only names among {@link buildNames}; all by default
 * @param options.log one line a build
 * @throws {Error} with the failed tool's whole output as its message
 */
export async function build({ only = buildNames, log = console.log } = {}) {
  /** @type {Map<string, Promise<void>>} */
  const made = new Map();
  for (const one of builds.filter(({ name }) => only.includes(name))) {
    const needed = Promise.all(one.needs.map((name) => made.get(name)));
    made.set(
      one.name,
      needed.then(() => make(one, log)),
    );
  }
  await Promise.all(made.values());
}
