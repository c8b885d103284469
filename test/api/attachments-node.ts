/**
 * A node in a process of its own, whose memory a test watches: `attachments-node.ts <database> <folder>`. Says its
 * origin; told `begin`, remembers how much it has in memory; told `look`, how much it has more; told `end`, looks once more
 * and says by how many bytes that was exceeded since.
 */
import { type Database, startHarness } from './harness.js';

const MEGABYTE = 1024 * 1024;
const harness = await startHarness({
  database: process.argv[2] as Database,
  folder: process.argv[3]!,
  config: { attachments: { maxFileBytes: 100 * MEGABYTE, maxTotalBytes: 400 * MEGABYTE } },
});

let base = 0;
let most = 0;

/** What is held: what only waits to be collected is no cost. */
function held(): number {
  // The second ends what the first began: until then, the bytes it freed are still counted.
  globalThis.gc!();
  globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

process.on('message', (told: 'begin' | 'look' | 'end') => {
  const now = held();
  if (told === 'begin') {
    base = most = now;
    return process.send!('begun');
  }
  most = Math.max(most, now);
  return told === 'end' && process.send!(most - base);
});
process.send!(harness.origin);
