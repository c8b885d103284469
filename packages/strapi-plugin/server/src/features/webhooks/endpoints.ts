/** Where an administration's own software is told what happens: set by who configures it. */
import {
  type Endpoint,
  type endpointChange,
  ENDPOINTS_MAX,
  type EndpointSecret,
  type EndpointTest,
  type Endpoints,
  type newEndpoint,
  WEBHOOK_DELIVERIES_SHOWN,
  WEBHOOK_TEST,
  type WebhookDelivery,
} from '@guichet/contracts/admin/webhooks';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type * as z from 'zod';
import { newId } from '../../jobs/new-id.js';
import {
  addEndpoint,
  deliveriesOf,
  endpointsOf,
  findEndpoint,
  ownerOfSecrets,
  removeEndpoint,
  saveEndpoint,
  type StoredDelivery,
  type StoredEndpoint,
  type WantedThere,
} from '../../store/webhooks.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService, type GuichetServices } from '../../strapi/services.js';
import { refusalOf } from '../../connectors/network/addresses.js';
import { formerUntilOf, openSecrets, type SealedSecrets, sealSecrets } from '../../vault/shared-secrets.js';
import { makeSecret } from '../../vault/webhook-signature.js';
import { createSender, type Message } from './sender.js';

/** Of all that one agent serves: beyond, the oldest show as if they were still tried. */
const DEAD_LETTERS = 1000;

export interface EndpointsService {
  list(agent: AdminUser): Promise<Endpoints>;
  /** @throws AdminRefusal `validation-failed`; `not-possible` where there are enough */
  add(agent: AdminUser, endpoint: z.output<typeof newEndpoint>): Promise<EndpointSecret>;
  /** @throws AdminRefusal `not-found`, `validation-failed` */
  change(agent: AdminUser, id: string, change: z.output<typeof endpointChange>): Promise<Endpoint>;
  /** Another secret; the one before signs for a day more. @throws AdminRefusal `not-found` */
  rotate(agent: AdminUser, id: string): Promise<EndpointSecret>;
  /** Sends a test at once, to an endpoint that is disabled as well. @throws AdminRefusal `not-found` */
  test(agent: AdminUser, id: string): Promise<EndpointTest>;
  /** @throws AdminRefusal `not-found` */
  remove(agent: AdminUser, id: string): Promise<void>;
  /** Sends again what was given up. @throws AdminRefusal `not-found` */
  replay(agent: AdminUser, deliveryId: string): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    webhookEndpoints: EndpointsService;
  }
}

type Scope = Awaited<ReturnType<GuichetServices['agents']['scopeOf']>>;

interface Found {
  endpoint: StoredEndpoint;
  scope: Scope;
}

/** The ids of deliveries that were given up. */
type Dead = ReadonlySet<string>;

function refuseTaken(error: unknown): never {
  if (!isDuplicate(error)) throw error;
  throw new AdminRefusal('validation-failed', [{ path: 'url', code: 'taken' }]);
}

function shownDelivery({ endpointId: _, ...delivery }: StoredDelivery, dead: Dead): WebhookDelivery {
  const { id, status } = delivery;
  const isDelivered = status !== null && status >= 200 && status < 300;
  return { ...delivery, state: isDelivered ? 'delivered' : dead.has(id) ? 'dead' : 'waiting' };
}

export function createEndpointsService({ strapi }: { strapi: Core.Strapi }): EndpointsService {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  const { webhooks, publicUrl } = getService(strapi, 'settings');
  const reach = { ...webhooks, isDevelopment: publicUrl.protocol === 'http:' };
  const queue = () => getService(strapi, 'queue');
  const scopeOf = (agent: AdminUser) => getService(strapi, 'agents').scopeOf(agent.id);
  const idsOf = (scope: Scope) => scope.map(({ id }) => id);

  /** @throws AdminRefusal `validation-failed` */
  function checkUrl(text: string): string {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url) throw new AdminRefusal('validation-failed', [{ path: 'url', code: 'invalid' }]);
    if (refusalOf(url, reach))
      throw new AdminRefusal('validation-failed', [{ path: 'url', code: 'not-allowed' }]);
    url.hash = '';
    return url.href;
  }

  async function deadOf(scope: Scope): Promise<Dead> {
    const filter = { queue: 'webhook', administrationIds: idsOf(scope), limit: DEAD_LETTERS } as const;
    return new Set((await queue().deadLetters(filter)).map(({ id }) => id));
  }

  async function shown(endpoint: StoredEndpoint, scope: Scope, dead: Dead): Promise<Endpoint> {
    const { id, administrationId, url, types, disabledAt } = endpoint;
    const { code, name, accent } = scope.find((one) => one.id === administrationId)!;
    const deliveries = await deliveriesOf(knex, id, WEBHOOK_DELIVERIES_SHOWN);
    return {
      id,
      administration: { id: administrationId, code, name, accent },
      url,
      types,
      isEnabled: disabledAt === null,
      formerSecretUntil: formerUntilOf(endpoint, new Date()),
      deliveries: deliveries.map((delivery) => shownDelivery(delivery, dead)),
    };
  }

  async function found(agent: AdminUser, id: string): Promise<Found> {
    const scope = await scopeOf(agent);
    const endpoint = await findEndpoint(knex, id, idsOf(scope));
    if (!endpoint) throw new AdminRefusal('not-found');
    return { endpoint, scope };
  }

  async function write(work: (trx: Knex.Transaction) => Promise<void>): Promise<void> {
    await inTransaction(strapi, work).catch(refuseTaken);
    getService(strapi, 'webhooks').refresh();
  }

  async function saved({ endpoint, scope }: Found, changes: WantedThere | SealedSecrets): Promise<Endpoint> {
    await write((trx) => saveEndpoint(trx, endpoint.id, changes));
    return shown({ ...endpoint, ...changes }, scope, await deadOf(scope));
  }

  return {
    async list(agent) {
      const scope = await scopeOf(agent);
      const dead = await deadOf(scope);
      const endpoints = await endpointsOf(knex, idsOf(scope));
      const all = await Promise.all(endpoints.map((endpoint) => shown(endpoint, scope, dead)));
      return {
        endpoints: all.sort((a, b) => a.administration.name.localeCompare(b.administration.name, 'fr')),
      };
    },

    async add(agent, { administrationId, url, types }) {
      const scope = await scopeOf(agent);
      if (!idsOf(scope).includes(administrationId))
        throw new AdminRefusal('validation-failed', [{ path: 'administrationId', code: 'unknown' }]);
      if ((await endpointsOf(knex, [administrationId])).length >= ENDPOINTS_MAX)
        throw new AdminRefusal('not-possible');
      const owner = { id: newId(), administrationId };
      const secret = makeSecret();
      const endpoint: StoredEndpoint = {
        ...owner,
        url: checkUrl(url),
        types,
        disabledAt: null,
        ...sealSecrets(vault, ownerOfSecrets(owner), secret, null, new Date()),
      };
      await write((trx) => addEndpoint(trx, endpoint));
      return { endpoint: await shown(endpoint, scope, new Set()), secret };
    },

    async change(agent, id, { url, types, isEnabled }) {
      const one = await found(agent, id);
      const disabledAt = isEnabled ? null : (one.endpoint.disabledAt ?? new Date().toISOString());
      return saved(one, { url: checkUrl(url), types, disabledAt });
    },

    async rotate(agent, id) {
      const one = await found(agent, id);
      const now = new Date();
      const secret = makeSecret();
      const owner = ownerOfSecrets(one.endpoint);
      const [former] = openSecrets(vault, owner, one.endpoint, now);
      const sealed = sealSecrets(vault, owner, secret, former, now);
      return { endpoint: await saved(one, sealed), secret };
    },

    async test(agent, id) {
      const { endpoint } = await found(agent, id);
      const tenant = await getService(strapi, 'administration').byId(endpoint.administrationId);
      const data = { administration: tenant?.administration.code };
      const message: Message = { id: newId(), type: WEBHOOK_TEST, at: new Date().toISOString(), data };
      return createSender(strapi)(endpoint, message, new AbortController().signal);
    },

    async remove(agent, id) {
      await found(agent, id);
      await write((trx) => removeEndpoint(trx, id));
    },

    async replay(agent, deliveryId) {
      const administrationIds = idsOf(await scopeOf(agent));
      if (!(await queue().replay(deliveryId, { queue: 'webhook', administrationIds })))
        throw new AdminRefusal('not-found');
    },
  };
}
