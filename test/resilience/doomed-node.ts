/**
 * A node on the data of an earlier harness, in a process of its own that a test may kill: `doomed-node.ts <database>
 * <folder>`. Says its origin, then the size of each group of submissions that shared a commit.
 */
import { type Database, generous, startHarness } from '../api/harness.js';

// A file at its limit fails a write. Without a listener of ours, one of a library's would end the process.
process.on('SIGXFSZ', () => undefined);

const harness = await startHarness({
  database: process.argv[2] as Database,
  folder: process.argv[3]!,
  config: { rates: { send: generous, sendToAdministration: generous } },
});
console.log(harness.origin);

let members = 0;
harness.knex.on('query', ({ sql }: { sql: string }) => {
  if (/^savepoint/i.test(sql)) members++;
  if (!/^(?:commit|rollback;?$)/i.test(sql)) return;
  if (members > 1 && /^commit/i.test(sql)) console.log(members);
  members = 0;
});
