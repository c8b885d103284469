/** A node in a process of its own that takes a job and never ends it, for the test that kills it. Says the job's id. */
import type { Knex } from 'knex';
import { createQueue } from '../create-queue.js';
import { connect } from './databases.js';

async function main(): Promise<void> {
  const knex = connect(JSON.parse(process.argv[2]!) as Knex.Config);
  const queue = await createQueue({ knex, log: { warn: console.error, error: console.error } });
  queue.work(
    'mail',
    async ({ id }) => {
      process.stdout.write(id);
      await new Promise(() => undefined);
    },
    { concurrency: 1 },
  );
  await queue.start();
  await knex.transaction(async (trx) =>
    queue.enqueue(trx, [
      { queue: 'mail', administrationId: 'favril', payload: { kind: 'service-notice', requestId: 'a' } },
    ]),
  );
}

void main();
