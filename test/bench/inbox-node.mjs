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
const INBOX_PAGE_SIZE = 20;
const boxes = ['waiting', 'mine', 'approval', 'all', 'suspects'];
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
  const { total } = await search({ box: 'all' });
  const day = (daysAgo) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  const queries = {
    ...Object.fromEntries(boxes.map((box) => [box, { box }])),
    deep: { box: 'all', page: Math.ceil(total / INBOX_PAGE_SIZE) },
    deepUrgent: { box: 'waiting', page: Math.ceil(total / INBOX_PAGE_SIZE / 2) },
    service: { box: 'waiting', recipient: 'voirie' },
    status: { box: 'all', status: 'answered' },
    month: { box: 'all', from: day(60), until: day(30) },
    name: { box: 'all', search: 'Dubois' },
    email: { box: 'all', search: 'personne@boite.example' },
  };
  const times = {};
  for (const [name, query] of Object.entries(queries)) times[name] = await medianOf(() => search(query));
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
      const generalForm = tenant.procedures.find(({ slug }) => slug === content.procedure);
      const now = new Date(Date.now() - ((received * 7919) % 365) * DAY_MS);
      await store.insert(trx, {
        ...record,
        reference: `bench-${received}`,
        trackingHash: randomBytes(32).toString('hex'),
        receivedAt: now.toISOString(),
        suspect: false,
        opening: service('law').opening(tenant, now, content, generalForm),
        content: { ...content, recipient: received % 3 ? null : 'voirie', language: 'fr' },
        dataKey,
        wrappedKey: wrapped,
      });
      await trx('guichet_requests').where({ id: record.id }).update(leftAs(received));
    }
  });
}

/** As agents have left it: most still wait, the longest list there is to sort. */
function leftAs(i) {
  const answered = { status: 'answered', awaits_agent: false, due_on: null, due_for: null };
  return {
    suspicion: i % 50 === 7 ? 'suspect' : 'none',
    assigned_to: i % 7 ? null : agent.id,
    awaits_approval: i % 200 ? null : true,
    ...(i % 4 === 1 && answered),
  };
}

/** The first with a right Luhn check digit from a number on. */
function sirenOf(i) {
  for (let siren = 200_000_000 + i * 10; ; siren++) {
    const digits = [...String(siren)].map((digit, at) => (at % 2 ? Number(digit) * 2 : Number(digit)));
    if (digits.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0)
      return String(siren);
  }
}
