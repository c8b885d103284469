/** What a commune's directory costs to read, in a hosting of ten communes and in one of all of France. */
import { pathOf } from '@guichet/contracts/routes';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { root } from '../../.config/bootstrap.mjs';
import { writeGuichet, writeStock } from './applications.mjs';
import { measure } from './rounds.mjs';
import { beginIn, end } from './processes.mjs';
import { table } from './table.mjs';

const cache = join(root, 'node_modules', '.cache', 'guichet');
const FEW = 10;
/** Every commune of the découpage. */
const ALL = 'all';
const CALLERS = 8;
const ROUNDS = 6;
const ROUND_MS = 2000;

/** @throws an Error, with a process's last words, where one does not start */
export async function compareDirectory() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-directory-'));
  const folderOf = (kind) => join(folder, kind);
  const start = beginIn(folder);
  try {
    for (const kind of ['few', 'all']) writeGuichet(folderOf(kind), { smtpPort: 1 });
    writeStock(folderOf('stock'));
    const few = await start('application', ['directory', folderOf('few'), String(FEW)]);
    const all = await start('application', ['directory', folderOf('all'), ALL]);
    const stock = await start('application', ['stock', folderOf('stock')]);
    const urls = ({ origin }) => few.codes.map((code) => origin + pathOf('directory', code));

    const rates = await measure({
      few: () => ({ url: few.origin, requests: urls(few).map((url) => ({ path: new URL(url).pathname })) }),
      all: () => ({ url: all.origin, requests: urls(all).map((url) => ({ path: new URL(url).pathname })) }),
      stock: () => ({ url: `${stock.origin}/api/messages?pagination[pageSize]=20` }),
    });
    const slowest = await slowestOf({ few: urls(few), all: urls(all) });
    const bytes = (await (await fetch(urls(few)[0])).text()).length;
    print({ rates, slowest, bytes, communes: all.communes });
  } finally {
    await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One call, from its beginning to the last byte of its reply, in milliseconds. */
const timeOf = (url, agent) =>
  new Promise((done, fail) => {
    const began = performance.now();
    get(url, { agent }, (reply) => {
      if (reply.statusCode !== 200) fail(new Error(`${url}: ${reply.statusCode}`));
      reply.resume().on('end', () => done(performance.now() - began));
    }).on('error', fail);
  });

/** The 99th percentile of each, in milliseconds, called in turns; a first round is left out. */
async function slowestOf(servers) {
  const times = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, urls] of Object.entries(servers)) {
      const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
      const until = performance.now() + ROUND_MS;
      await Promise.all(
        Array.from({ length: CALLERS }, async (_, caller) => {
          for (let i = caller; performance.now() < until; i++) {
            const time = await timeOf(urls[i % urls.length], agent);
            if (round) times[name].push(time);
          }
        }),
      );
      agent.destroy();
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [
      name,
      list.sort((a, b) => a - b)[Math.floor(list.length * 0.99)],
    ]),
  );
}

function print({ rates, slowest, bytes, communes }) {
  console.log(`\nA commune's directory, cached (${bytes} bytes of JSON); medians of rounds in turns`);
  const row = (what, ratio, isReached, bound) => [what, ratio, bound, isReached ? 'reached' : 'NOT REACHED'];
  const times = (ratio) => `${ratio.toFixed(1)} ×`;
  const less = Math.min(rates.few, rates.all) / rates.stock;
  const p99 = slowest.all / slowest.few;
  console.log(
    table([
      ['', 'ratio', 'bound', ''],
      row('replies a second, against the stock read of 20 records', times(less), less >= 15, '≥ 15 ×'),
      row(`99th percentile, ${communes} communes against ${FEW}`, p99.toFixed(2), p99 <= 1.2, 'within 20 %'),
    ]),
  );
}
