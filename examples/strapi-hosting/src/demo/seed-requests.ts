import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import { agents } from './agents';
import { commune, type DemoRequest, lamps, lampsSlug, requests } from './requests';

const DAY_MS = 86_400_000;

/** Opens a procedure and sends what came by it and otherwise, dated as it came; nothing where the procedure is there. */
export async function seedRequests(strapi: Core.Strapi): Promise<void> {
  const guichet = strapi.plugin('guichet');
  const administrations = await guichet.service('administration').all();
  const { uid } = administrations.find(({ insee }: { insee: string }) => insee === commune.insee);
  const present = await guichet.service('procedures').of(uid);
  if (present.some(({ slug }: { slug: string }) => slug === lampsSlug)) return;
  const manager = agents.find((one) => one.isManager)!;
  const user = await strapi.db.query('admin::user').findOne({ where: { email: manager.email } });
  const by = { user, managesAll: false, configures: true };
  await guichet.service('proceduresAdmin').create(by, uid, lamps);
  const signature = `${manager.firstname} ${manager.lastname}, ${manager.capacity}`;
  for (const request of requests) await send(strapi, uid, request, { id: user.id, signature });
}

async function send(
  strapi: Core.Strapi,
  uid: string,
  { procedure, nature, subject, message, sender, daysAgo, answer }: DemoRequest,
  agent: { id: number; signature: string },
): Promise<void> {
  const guichet = strapi.plugin('guichet');
  const tenant = await guichet.service('administration').byId(uid);
  const now = new Date(Date.now() - daysAgo * DAY_MS);
  const { street, ...person } = sender;
  const { postalCode, city } = commune;
  const { reference } = await guichet.service('request').submit({
    tenant,
    now,
    idempotencyKey: randomUUID(),
    submission: {
      procedure: procedure ? lampsSlug : 'contact',
      nature,
      recipient: null,
      sender: {
        kind: 'individual',
        ...person,
        preferredName: null,
        receiptEmail: null,
        phone: null,
        refusesElectronicReply: false,
        onBehalfOf: null,
        postalAddress: { lines: [street], postalCode, city, country: 'FR' },
      },
      subject,
      message,
      language: 'fr',
      attachments: [],
      trap: '',
      // Begun a minute before: what is sent at once is sorted as a robot's.
      formToken: guichet.service('request').formToken(tenant, new Date(now.getTime() - 60_000)),
    },
  });
  if (answer === null) return;
  const store = guichet.service('store');
  const { id } = await store.findTracked({ reference }, [uid]);
  const fact = {
    requestId: id,
    administrationIds: [uid],
    by: 'agent',
    agentId: agent.id,
    at: new Date(now.getTime() + 2 * DAY_MS).toISOString(),
  };
  const told = { agentName: agent.signature };
  for (const one of [
    { kind: 'answered', facts: { decides: false }, content: { ...told, message: answer } },
    { kind: 'closed', content: told },
  ]) {
    const appended: { ok: boolean; code?: string } = await strapi.db.connection.transaction((trx) =>
      store.append(trx, { ...fact, ...one }),
    );
    if (!appended.ok) throw new Error(`The demo's request could not be ${one.kind}: ${appended.code}`);
  }
}
