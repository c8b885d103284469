/** A hosting that brings guides in: `node guides-node.mjs <folder> <archive>`, its configuration already there. */
import { utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { root } from '../../.config/bootstrap.mjs';

const [folder, archive] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

const requireFromPlugin = createRequire(`${root}/packages/strapi-plugin/package.json`);
const { createStrapi } = requireFromPlugin('@strapi/strapi');
const yauzl = requireFromPlugin('yauzl');
const strapi = createStrapi({ appDir: folder, distDir: folder, serveAdminPanel: false });
await strapi.load();
const guides = strapi.plugin('guichet').service('guides');

async function secondsOf(task) {
  const began = performance.now();
  await task();
  return (performance.now() - began) / 1000;
}

async function unpack() {
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) for await (const _ of await zip.openReadStreamPromise(entry));
}

const DAY_MS = 86_400_000;
const refresh = (days) => guides.refresh(new Date(Date.now() + days * DAY_MS), new AbortController().signal);

const seconds = await secondsOf(() => refresh(0));
utimesSync(archive, 0, 0);
const again = await secondsOf(() => refresh(2));
const bytes = process.resourceUsage().maxRSS * 1024;
// Last: what it takes of memory is not the import's.
const unpacking = await secondsOf(unpack);
const [source] = await guides.sources();
process.send({ guides: source.guides, seconds, again, unpacking, bytes });
