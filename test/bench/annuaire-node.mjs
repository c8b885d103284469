/** A hosting that brings the annuaire in: `node annuaire-node.mjs <folder> <file>`, its configuration already there. */
import { createReadStream, readFileSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../.config/bootstrap.mjs';

const [folder, file] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

const requireFromPlugin = createRequire(`${root}/packages/strapi-plugin/package.json`);
const { createStrapi } = requireFromPlugin('@strapi/strapi');
const strapi = createStrapi({ appDir: folder, distDir: folder, serveAdminPanel: false });
await strapi.load();
const territory = strapi.plugin('guichet').service('territory');
const creations = strapi.plugin('guichet').service('creations');

async function secondsOf(task) {
  const began = performance.now();
  await task();
  return (performance.now() - began) / 1000;
}

async function readAlone() {
  for await (const line of createInterface({ input: createReadStream(file) })) JSON.parse(line);
}

/** Region after region, as somebody would order them. */
async function createAll() {
  const regions = requireFromPlugin.resolve('@etalab/decoupage-administratif/data/regions.json');
  for (const { code } of JSON.parse(readFileSync(regions, 'utf8')))
    await creations.order({ level: 'region', code }, 1, new Date()).catch(() => undefined);
  while ((await creations.orders()).some(({ doneAt }) => !doneAt)) await pause(100);
}

const DAY_MS = 86_400_000;
const refresh = (days) =>
  territory.refresh(new Date(Date.now() + days * DAY_MS), new AbortController().signal);

const first = await secondsOf(() => refresh(0));
utimesSync(file, 0, 0);
const again = await secondsOf(() => refresh(2));
const highest = () => process.resourceUsage().maxRSS * 1024;
const bytes = highest();
const creating = await secondsOf(createAll);
const bytesOfAll = highest();
// Last: what it takes of memory is not the hosting's.
const reading = await secondsOf(readAlone);
const [source] = await territory.sources();
const count = (table) => strapi.db.connection(table).count({ n: '*' }).first();
const [made, communes] = [
  Number((await count('guichet_administrations')).n),
  Number((await strapi.db.connection('guichet_communes').whereNull('present').count({ n: '*' }).first()).n),
];
process.send({
  offices: source.total,
  communes,
  first,
  again,
  creating,
  created: made,
  reading,
  bytes,
  bytesOfAll,
});
