/**
 * A hosting whose inbox is measured: `node inbox-node.mjs <folder>`, its configuration already there. For each number
 * of requests that its parent sends, it receives as many as are missing and says how long an agent waits for a list.
 */
import { createRequire } from 'node:module';
import { randomBytes, randomUUID } from 'node:crypto';
import { root } from '../../.config/bootstrap.mjs';
import { administration, aRequest } from './samples.mjs';

const ADMINISTRATIONS = 50;
const SERVED = 3;
const BATCH = 500;
const ROUNDS = 40;
const DAY_MS = 86_400_000;

const [folder] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

const { createStrapi } = createRequire(`${root}/packages/strapi-plugin/package.json`)('@strapi/strapi');
const strapi = createStrapi({ appDir: folder, distDir: folder, serveAdminPanel: false });
await strapi.load();
const service = (name) => strapi.plugin('guichet').service(name);

const tenants = [];
for (let i = 0; i < ADMINISTRATIONS; i++) {
  const insee = String(28_100 + i);
  const created = await service('administration').create({ ...administration, insee, siren: sirenOf(i) });
  tenants.push(await service('administration').byId(created.uid));
}
const agent = { id: 1, firstname: 'Marie', lastname: 'Dupont' };
for (const { id } of tenants.slice(0, SERVED))
  await strapi.db
    .connection('guichet_agents')
    .insert({ admin_user_id: agent.id, administration_id: id, capacity: 'Secrétaire' });

let received = 0;
process.on('message', async (wanted) => {
  while (received < wanted) await receive(Math.min(BATCH, wanted - received));
  await strapi.db.connection.raw('analyze');
  const times = {};
  for (const box of ['waiting', 'all']) times[box] = await medianOf(() => search({ box }));
  times.name = await medianOf(() => search({ box: 'all', search: 'Dubois' }));
  process.send(times);
});
process.send('ready');

function search(query) {
  const none = { administrationId: null, status: null, recipient: null, from: null, until: null, search: '' };
  return service('inbox').search(agent, { ...none, page: 1, ...query });
}

async function medianOf(work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[ROUNDS / 2];
}

/** Sealed and indexed as by the request's own service, many in a transaction; spread over a year. */
async function receive(count) {
  const store = service('store');
  const vault = service('vault');
  await strapi.db.transaction(async ({ trx }) => {
    for (let i = 0; i < count; i++, received++) {
      const tenant = tenants[received % ADMINISTRATIONS];
      const record = { id: randomUUID(), administrationId: tenant.id };
      const { dataKey, wrapped } = vault.createDataKey(store.placeOf(record, 'key'));
      const { formToken: _, ...content } = aRequest(received, '');
      const now = new Date(Date.now() - ((received * 7919) % 365) * DAY_MS);
      await store.insert(trx, {
        ...record,
        reference: `bench-${received}`,
        trackingHash: randomBytes(32).toString('hex'),
        receivedAt: now.toISOString(),
        suspect: false,
        opening: service('law').opening(tenant, now, content),
        content: { ...content, language: 'fr' },
        dataKey,
        wrappedKey: wrapped,
      });
    }
  });
}

/** The first with a right Luhn check digit from a number on. */
function sirenOf(i) {
  for (let siren = 200_000_000 + i * 10; ; siren++) {
    const digits = [...String(siren)].map((digit, at) => (at % 2 ? Number(digit) * 2 : Number(digit)));
    if (digits.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0)
      return String(siren);
  }
}
