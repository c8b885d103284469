/** Runs the example hosting (Strapi) as a child that never outlives the demo. */
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { environment, root } from '../../.config/bootstrap.mjs';

const application = join(root, 'examples/strapi-hosting');
const strapi = join(
  dirname(createRequire(join(application, 'package.json')).resolve('@strapi/strapi/package.json')),
  'bin/strapi.js',
);
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;

/**
 * @param {object} options
 * @param {number} options.port
 * @param {Record<string, string>} options.env the hosting's variables
 * @param {string} options.log the file that takes all it writes
 * @param {(status: number | null) => void} options.onDeath called when it ends by itself after it was ready
 * @returns {{ ready: Promise<void>, stop(): Promise<void> }} `ready` is rejected, with the hosting's last words, where
 * it ends or stays silent before it can receive requests
 */
export function startHosting({ port, env, log, onDeath }) {
  const child = spawn(
    process.execPath,
    ['--import', new URL('end-with-parent.mjs', import.meta.url).href, strapi, 'start'],
    {
      cwd: application,
      env: environment({ NODE_ENV: 'production', PORT: String(port), ...env }),
      // Its own group: a Ctrl-C in the terminal comes to us alone, and we let it finish what it is writing.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const file = createWriteStream(log, { mode: 0o600 });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });

  /** @type {'starting' | 'ready' | 'stopping' | 'ended'} */
  let state = 'starting';
  const ended = new Promise((resolve) => {
    child.once('close', (status) => {
      const before = state;
      state = 'ended';
      file.end(() => {
        resolve();
        if (before === 'ready') onDeath(status);
      });
    });
  });

  async function stop() {
    if (state === 'ended') return;
    state = 'stopping';
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  }

  async function waitUntilReady() {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (state === 'starting' && Date.now() < deadline) {
      if (await answers(port)) {
        state = 'ready';
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await stop();
    throw new Error(lastLines(log));
  }

  return { ready: waitUntilReady(), stop };
}

const answers = (port) =>
  fetch(`http://127.0.0.1:${port}/api/guichet/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** The end of what the hosting wrote. */
export function lastLines(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
}
