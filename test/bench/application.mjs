/**
 * A process of its own for each Strapi that is measured: `node application.mjs guichet|stock|directory <folder>
 * [communes]`, its configuration already there. Says its origin to its parent, and ends with it.
 */
import { createRequire } from 'node:module';
import { root } from '../../.config/bootstrap.mjs';
import { seedCommunes } from './communes.mjs';
import { aMessage, administration } from './samples.mjs';

const RECORDS = 20;
const HOUR_MS = 3_600_000;

const [kind, folder, count] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

const { createStrapi } = createRequire(`${root}/packages/strapi-plugin/package.json`)('@strapi/strapi');
const strapi = createStrapi({ appDir: folder, distDir: folder, serveAdminPanel: false });
await strapi.load();
strapi.server.mount();
await new Promise((done) => strapi.server.httpServer.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${strapi.server.httpServer.address().port}`;

if (kind === 'guichet') {
  const { uid } = await strapi.plugin('guichet').service('administration').create(administration);
  // A form that was opened an hour ago: without its token the request would be a suspect's, and its mails wait.
  const formToken = strapi
    .plugin('guichet')
    .service('request')
    .formToken({ id: uid }, new Date(Date.now() - HOUR_MS));
  process.send({ origin, formToken });
} else if (kind === 'directory') {
  process.send({ origin, ...(await seedCommunes(strapi, count === 'all' ? count : Number(count))) });
} else {
  for (let i = 0; i < RECORDS; i++)
    await strapi.documents('api::message.message').create({ data: aMessage(i) });
  process.send({ origin });
}
