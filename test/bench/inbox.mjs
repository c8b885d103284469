/** What an agent waits for the inbox of a hosting that is full, against the same hosting nearly empty. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, root } from '../../.config/bootstrap.mjs';
import { writeGuichet } from './applications.mjs';
import { table } from './table.mjs';

const cache = join(root, 'node_modules', '.cache', 'guichet');
const FEW = 500;
const FULL = 50_000;
/** At the server. */
const MOST_MS = 100;

const lists = {
  waiting: 'what waits, by urgency',
  deepUrgent: 'half-way through it',
  mine: 'on the agent’s own desk',
  approval: 'decisions to approve',
  suspects: 'what is to be sorted',
  all: 'everything, newest first',
  deep: 'its last page',
  service: 'what waits, of one service',
  status: 'what was answered',
  month: 'of one month',
  name: 'a family name, of everybody',
  email: 'an address',
};

/** @throws an Error where the hosting ends before it has answered */
export async function compareInbox() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  writeGuichet(folder, { smtpPort: 9 });
  const child = fork(fileURLToPath(new URL('inbox-node.mjs', import.meta.url)), [folder], {
    env: environment({ NODE_ENV: 'production' }),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = async () => {
    const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (typeof message === 'number' || message === null) throw new Error('the hosting of the bench ended');
    return message;
  };
  try {
    await answer();
    const measure = (requests) => (child.send(requests), answer());
    const few = await measure(FEW);
    const full = await measure(FULL);
    console.log(
      `\nThe inbox of an agent who serves three of fifty mairies: ${FULL} requests in the hosting against ${FEW}`,
    );
    console.log(
      table([
        ['list', 'ratio', 'at the server', 'bound', ''],
        ...Object.entries(lists).map(([list, what]) => [
          what,
          `${(full[list] / few[list]).toFixed(1)} ×`,
          `${full[list].toFixed(0)} ms`,
          `< ${MOST_MS} ms`,
          full[list] < MOST_MS ? 'reached' : 'NOT REACHED',
        ]),
      ]),
    );
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
