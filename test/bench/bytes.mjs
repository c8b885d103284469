/** What a page loads of ours, against what it would load of the peers. */
import { readFileSync } from 'node:fs';
import journeys, { filesLoadedWith, pathsOf } from '../../.config/size-limit.mjs';
import { brotli } from './brotli.mjs';
import { packPeers } from './peers.mjs';
import { table } from './table.mjs';

const config = new URL('../../.config/', import.meta.url);
const weigh = (paths) => paths.reduce((sum, path) => sum + brotli(readFileSync(new URL(path, config))), 0);

const [loader, typed, whole] = journeys.map(({ path }) => weigh(path));
const columns = [
  { name: 'loader', bytes: loader },
  { name: 'form, until typed in', bytes: typed },
  { name: 'whole contact journey', bytes: whole },
  {
    name: 'tracker, all of it',
    bytes: weigh(pathsOf(['loader.js', ...filesLoadedWith('guichet-request-tracker')])),
  },
];

/** Each peer as so many times each of ours. */
export async function compareBytes() {
  const peers = await packPeers();
  console.log('\nBytes, minified and compressed (brotli 11): the peer is so many times ours');
  console.log(
    table([
      ['', ...columns.map(({ name }) => name)],
      ...peers.map(({ name, bytes }) => [
        name,
        ...columns.map((column) => (bytes === null ? 'not had' : times(bytes / column.bytes))),
      ]),
    ]),
  );
  const missing = peers.filter(({ bytes }) => bytes === null);
  if (missing.length) {
    console.log(
      `The registry did not give ${missing.map(({ name }) => name).join('; ')}: check the network, then run it again.`,
    );
  }
}

const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`;
