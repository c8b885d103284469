/** The inbox: what agents read of the administrations they serve, and what they do there. */
import type { BulkDone, bulkQuery, Colleagues } from '@guichet/contracts/admin/bulk';
import {
  type ForwardTargets,
  INBOX_PAGE_SIZE,
  type InboxForwarded,
  type InboxPage,
  type inboxQuery,
  type InboxRequest,
  type InboxRow,
  type InboxScope,
} from '@guichet/contracts/admin/inbox';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type * as z from 'zod';
import type { Tenant } from '../../domain/tenant.js';
import { ProblemError } from '../../edge/problem-error.js';
import { countRequests, type InboxFilter, listRequests } from '../../store/inbox-query.js';
import type { SealedRequest } from '../../store/request-row.js';
import type { Signed } from '../../store/timeline.js';
import { keepSignatory } from '../../store/signatories.js';
import { inTransaction } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { allowedActions } from './actions.js';
import { boxesOf, filterOf } from './boxes.js';
import { actOnAll, colleaguesOf } from './bulk.js';
import { type Acting, factsOf, type InboxAction, type NewFact } from './facts.js';
import { forwardTargets, moveTo, reportTargetOf, targetOf } from './forwarding.js';
import { enqueueMails, mailsOf } from './mails.js';
import { passedOn } from './passed-on.js';
import { createRequestView } from './request-view.js';
import { rowOf, type Seen } from './view.js';

/** Who calls, and what a role lets him do. */
export interface InboxAgent {
  user: AdminUser;
  can: (permission: string) => boolean;
}

export interface InboxService {
  scope(agent: AdminUser): Promise<InboxScope>;
  search(agent: AdminUser, query: z.output<typeof inboxQuery>): Promise<InboxPage>;
  /** What a query of the inbox finds, whatever its page. */
  selection(
    agent: AdminUser,
    query: z.output<typeof inboxQuery>,
  ): Promise<{ scope: Seen['scope']; filter: InboxFilter; boxes: ReturnType<typeof boxesOf> }>;
  /** Requests of any list, in its order, as the inbox shows them. */
  rows(scope: Seen['scope'], requests: readonly SealedRequest[]): Promise<InboxRow[]>;
  /** @throws AdminRefusal `not-found`, also for what the agent does not serve */
  request(agent: AdminUser, id: string): Promise<SealedRequest>;
  /** @throws AdminRefusal `not-found` */
  read(agent: InboxAgent, id: string): Promise<InboxRequest>;
  /** @throws AdminRefusal `not-found`, `request-changed`, `not-possible`, `validation-failed` */
  act(agent: InboxAgent, id: string, action: InboxAction): Promise<InboxRequest | InboxForwarded>;
  /** What was done, and what was left out and why, request by request. */
  actOnAll(agent: InboxAgent, query: z.output<typeof bulkQuery>): Promise<BulkDone>;
  /** @throws AdminRefusal `not-found` of an administration that the agent does not serve */
  colleagues(agent: AdminUser, administrationIds: readonly string[]): Promise<Colleagues>;
  forwardTargets(search: string): Promise<ForwardTargets>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    inbox: InboxService;
  }
}

export function createInboxService({ strapi }: { strapi: Core.Strapi }): InboxService {
  const store = getService(strapi, 'store');
  const secrets = getService(strapi, 'secrets');
  const knex = getService(strapi, 'knex');
  const agents = () => getService(strapi, 'agents');
  const { actingOn, view } = createRequestView(strapi);

  async function found(agent: AdminUser, id: string) {
    const scope = await agents().scopeOf(agent.id);
    const request = await store.find(
      id,
      scope.map(({ id: administrationId }) => administrationId),
    );
    if (!request) throw new AdminRefusal('not-found');
    return { request, scope };
  }

  /** @throws AdminRefusal, which leaves nothing behind */
  async function append(
    trx: Knex.Transaction,
    facts: readonly NewFact[],
    { request, now }: Acting,
    by: { id: number; signed: Signed; seen: number },
  ): Promise<void> {
    for (const [i, fact] of facts.entries()) {
      const appended = await store.append(trx, {
        ...fact,
        requestId: request.id,
        administrationIds: [request.administrationId],
        by: 'agent',
        agentId: by.id,
        // CRPA L111-2: who handles a case is known to the person by first name, surname and capacity.
        content: { ...by.signed, ...fact.content },
        at: now.toISOString(),
        // Only the first: what follows is our own doing.
        ...(i === 0 && { seen: by.seen }),
      });
      if (!appended.ok) throw refusalOf(appended.code);
      const author = fact.content?.author ?? fact.content?.decision?.author;
      if (author) await keepSignatory(trx, request.administrationId, author, now.toISOString());
    }
  }

  /** @returns the administration that it was given to, where it was */
  async function perform(
    { user, scope }: { user: AdminUser; scope: Seen['scope'] },
    request: SealedRequest,
    acting: Acting,
    action: InboxAction,
    tellsColleague = true,
  ): Promise<Tenant | null> {
    const served = scope.filter(({ id }) => id === request.administrationId);
    // All that is read is read before: within the transaction there is no other connection on SQLite.
    const files = await getService(strapi, 'attachments').want(
      'attachments' in action ? action.attachments : [],
      { administrationIds: [request.administrationId], requestId: request.id, agentId: user.id },
    );
    const facts = await factsOf(strapi, action, acting, files.attachments);
    const [signed] = await getService(strapi, 'anonymity').signatures(user, served);
    const mails = await mailsOf(strapi, request, facts, { id: user.id, tellsColleague });
    const target: Tenant | null =
      action.action === 'forward' && action.to.kind === 'here'
        ? await targetOf(strapi, action.to.administrationId, acting.tenant)
        : null;
    const system =
      action.action === 'forward' && action.to.kind === 'system'
        ? await reportTargetOf(strapi, action.to.teleprocedure, acting.tenant)
        : null;
    await inTransaction(strapi, async (trx) => {
      await append(trx, facts, acting, {
        id: user.id,
        signed: signed!,
        seen: action.seen,
      });
      await files.claim(trx, request, acting.now).catch(refuseFiles);
      await enqueueMails(strapi, trx, request, facts, mails);
      if (target) await moveTo(strapi, trx, target, acting);
      if (system) await getService(strapi, 'reports').ask(trx, request, system, acting.now);
    });
    return target;
  }

  const selection: InboxService['selection'] = async (agent, query) => {
    const scope = await agents().scopeOf(agent.id);
    const chosen = scope.filter(({ id }) => query.administrationId === null || id === query.administrationId);
    const boxes = boxesOf(
      chosen.map(({ id }) => id),
      { agentId: agent.id, covered: await getService(strapi, 'absences').coveredBy(agent.id, new Date()) },
    );
    // Dates are the administration's; of several, nearly always in one zone, the first's.
    return { scope, boxes, filter: filterOf(query, boxes, chosen[0]?.timeZone ?? 'Europe/Paris') };
  };

  const rows: InboxService['rows'] = async (scope, requests) => {
    const names = await agents().namesOf(
      requests.map(({ assignedTo }) => assignedTo).filter((id) => id !== null),
    );
    return requests.map((request) => rowOf(store.open(request), { scope, names }));
  };

  return {
    rows,
    forwardTargets: (search) => forwardTargets(strapi, search),

    async scope(agent) {
      const scope = await agents().scopeOf(agent.id);
      const signatures = await getService(strapi, 'anonymity').signatures(agent, scope);
      return {
        administrations: scope.map(({ capacity: _, ...administration }, i) => {
          const { agentName, shownAs = agentName } = signatures[i]!;
          return { ...administration, signature: shownAs ?? administration.name };
        }),
      };
    },

    selection,

    async search(agent, query) {
      const { scope, filter, boxes } = await selection(agent, query);
      const isUrgent = (query.box === 'waiting' && !query.search) || query.box === 'mine';
      const listed = listRequests(knex, secrets, filter, {
        limit: INBOX_PAGE_SIZE,
        offset: (query.page - 1) * INBOX_PAGE_SIZE,
        order: isUrgent ? 'urgency' : 'newest',
      });
      const isWhole = !query.search && !query.status && !query.recipient && !query.from && !query.until;
      // The whole of a box was counted with its list.
      const count = (box: keyof InboxPage['counts']): Promise<number> =>
        isWhole && box === query.box
          ? listed.then(({ total }) => total)
          : countRequests(knex, secrets, boxes[box]);
      const [{ requests, total }, waiting, mine, approval, suspects] = await Promise.all([
        listed,
        count('waiting'),
        count('mine'),
        count('approval'),
        count('suspects'),
      ]);
      return {
        rows: await rows(scope, requests),
        total,
        page: query.page,
        pageSize: INBOX_PAGE_SIZE,
        counts: { waiting, mine, approval, suspects },
        passedOn: await passedOn(
          strapi,
          query.search,
          scope.map(({ id }) => id),
        ),
      };
    },

    async request(agent, id) {
      return (await found(agent, id)).request;
    },

    async read({ user, can }, id) {
      const { request, scope } = await found(user, id);
      return view(request, scope, can);
    },

    async act({ user, can }, id, action) {
      const { request, scope } = await found(user, id);
      const acting = await actingOn(request);
      // Whoever acted meanwhile is told first: what cannot be done any more is then no wonder.
      if (request.lastSeq !== action.seen) throw new AdminRefusal('request-changed');
      if (!allowedActions(acting.state, acting.today, can).includes(action.action))
        throw new AdminRefusal('not-possible');
      const target = await perform({ user, scope }, request, acting, action);
      const after = await store.find(
        id,
        scope.map(({ id: administrationId }) => administrationId),
      );
      if (after) return view(after, scope, can);
      if (!target) throw new AdminRefusal('not-found');
      const { code, name, theme } = target.administration;
      return { forwardedTo: { id: target.id, code, name, accent: theme.accent } };
    },

    async actOnAll({ user, can }, query) {
      const scope = await agents().scopeOf(user.id);
      const served = scope.map(({ id }) => id);
      const outcomes = await actOnAll(
        {
          can,
          actingOn,
          find: (id) => store.find(id, served),
          perform: (...given) => perform({ user, scope }, ...given),
        },
        query,
      );
      return { outcomes };
    },

    async colleagues(agent, administrationIds) {
      const served = new Set((await agents().scopeOf(agent.id)).map(({ id }) => id));
      if (!administrationIds.every((id) => served.has(id))) throw new AdminRefusal('not-found');
      return { colleagues: await colleaguesOf(strapi, [...new Set(administrationIds)]) };
    },
  };
}

/** Files that cannot be had. */
function refuseFiles(error: unknown): never {
  if (!(error instanceof ProblemError) || error.code !== 'validation-failed') throw error;
  throw new AdminRefusal('validation-failed', [{ path: 'attachments', code: 'invalid' }]);
}

/** Thrown within the transaction, so that it leaves nothing behind. */
function refusalOf(code: string): AdminRefusal {
  if (code === 'request-not-found') return new AdminRefusal('not-found');
  return new AdminRefusal(code === 'request-changed' ? 'request-changed' : 'not-possible');
}
