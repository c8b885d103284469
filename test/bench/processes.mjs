/** The processes that are measured: each says its message once it is ready, and none outlives the bench. */
import { fork } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { environment } from '../../.config/bootstrap.mjs';

const START_SECONDS = 300;
const children = [];

/**
 * @param {string} folder takes what each writes
 * @returns a function that starts a file of this folder, and resolves with what it says first
 */
export function beginIn(folder) {
  return (name, args = [], message) => {
    const child = begin(name, args, join(folder, `${args[0] ?? name}-${children.length}.log`));
    children.push(child);
    if (message) child.send(message);
    return child.ready;
  };
}

function begin(name, args, log) {
  const child = fork(fileURLToPath(new URL(`${name}.mjs`, import.meta.url)), args, {
    env: environment({ NODE_ENV: 'production' }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  child.ready = Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    new Promise((resolve) => child.once('exit', resolve)).then(() => failed(log)),
    pause(START_SECONDS * 1000, undefined, { ref: false }).then(() => failed(log)),
  ]);
  // Awaited a moment later.
  child.ready.catch(() => {});
  return child;
}

function failed(log) {
  throw new Error(readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n'));
}

/** Ends all of them. */
export const end = () => Promise.all(children.splice(0).map(endOne));

async function endOne(child) {
  if (child.exitCode !== null || child.signalCode) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
