/**
 * One more node on the database of a harness, in a process of its own: `second-node.ts <folder> <smtp port>`. Says its
 * origin; ends with its input.
 */
import { generous, startHarness } from '../api/harness.js';

const harness = await startHarness({
  database: 'postgres',
  folder: process.argv[2]!,
  smtpPort: Number(process.argv[3]),
  config: { rates: { send: generous, sendToAdministration: generous } },
});
console.log(harness.origin);
process.stdin.resume().on('end', () => void harness.stop({ keep: true }).then(() => process.exit()));
