/** The inbox: what agents read of the administrations they serve, and what they do there. */
import type {
  InboxEvent,
  InboxPage,
  inboxQuery,
  InboxRequest,
  InboxRow,
  InboxScope,
} from '@guichet/contracts/admin/inbox';
import { INBOX_PAGE_SIZE } from '@guichet/contracts/admin/inbox';
import type { actOnRequest } from '@guichet/contracts/admin/inbox-actions';
import { readReference } from '@guichet/contracts/reference';
import type { NewRequest } from '@guichet/contracts/request';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type * as z from 'zod';
import { civilDate } from '../../domain/civil-date.js';
import type { Tenant } from '../../domain/tenant.js';
import { type InboxFilter, listRequests, type Page } from '../../store/inbox-query.js';
import type { NewEvent, OpenedRequest, SealedRequest } from '../../store/request-store.js';
import type { TimelineEvent } from '../../store/timeline.js';
import { inTransaction } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { acknowledgeFacts } from './acknowledge.js';
import { allowedActions, factsOf, isOffered } from './actions.js';
import { endOfDay, startOfDay } from './days.js';
import { dueDate, legalOf } from './legal.js';
import { signatureOf } from './signature.js';

export interface InboxService {
  scope(agent: AdminUser): Promise<InboxScope>;
  search(agent: AdminUser, query: z.output<typeof inboxQuery>): Promise<InboxPage>;
  /** @throws AdminRefusal `not-found`, also for what the agent does not serve */
  read(agent: AdminUser, id: string): Promise<InboxRequest>;
  /** @throws AdminRefusal `not-found`, `request-changed`, `not-possible` */
  act(agent: AdminUser, id: string, action: z.output<typeof actOnRequest>): Promise<InboxRequest>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    inbox: InboxService;
  }
}

type Scope = Awaited<ReturnType<ReturnType<typeof getService<'agents'>>['scopeOf']>>;

/** What people search by: a reference, an address, or else a name. */
function wanted(search: string): Pick<InboxFilter, 'reference' | 'email' | 'name'> {
  if (!search) return {};
  const reference = readReference(search);
  if (reference) return { reference };
  return search.includes('@') ? { email: search } : { name: search };
}

function senderName({ sender }: NewRequest): string {
  if ('name' in sender) return sender.name;
  return 'familyName' in sender ? `${sender.givenName} ${sender.familyName}` : sender.email;
}

export function createInboxService({ strapi }: { strapi: Core.Strapi }): InboxService {
  const store = getService(strapi, 'store');
  const secrets = getService(strapi, 'secrets');
  const knex = getService(strapi, 'knex');
  const scopeOf = (agent: AdminUser) => getService(strapi, 'agents').scopeOf(agent.id);

  async function list(filter: InboxFilter, page: number, order: Page['order']) {
    return listRequests(knex, secrets, filter, {
      limit: INBOX_PAGE_SIZE,
      offset: (page - 1) * INBOX_PAGE_SIZE,
      order,
    });
  }

  async function found(agent: AdminUser, id: string): Promise<{ request: SealedRequest; scope: Scope }> {
    const scope = await scopeOf(agent);
    const request = await store.find(
      id,
      scope.map(({ id: administrationId }) => administrationId),
    );
    if (!request) throw new AdminRefusal('not-found');
    return { request, scope };
  }

  const recipientName = (
    { administrationId, recipient }: { administrationId: string; recipient: string | null },
    scope: Scope,
  ) => {
    const desks = scope.find(({ id }) => id === administrationId)?.recipients ?? [];
    return recipient && (desks.find(({ slug }) => slug === recipient)?.name ?? recipient);
  };

  function rowOf(request: OpenedRequest, scope: Scope): InboxRow {
    const { id, reference, administrationId, receivedAt, nature, status, suspicion, awaitsAgent, content } =
      request;
    const timeZone = scope.find(({ id: served }) => served === administrationId)?.timeZone ?? 'Europe/Paris';
    return {
      due: dueDate(request.due, civilDate(new Date(), timeZone)),
      id,
      reference,
      administrationId,
      receivedAt,
      nature,
      status,
      suspicion,
      awaitsAgent,
      assignedTo: null,
      subject: content.subject,
      sender: senderName(content),
      recipient: recipientName(request, scope),
    };
  }

  const eventOf = ({ id, kind, at, by, content, facts }: TimelineEvent): InboxEvent => ({
    id,
    kind: kind as InboxEvent['kind'],
    at,
    by,
    agentName: content.agentName ?? null,
    message: content.message ?? null,
    nature: (facts['nature'] as InboxEvent['nature'] | undefined) ?? null,
    receipt: facts.receipt ?? null,
    items: [],
    answerBy: null,
    to: null,
    decision: null,
  });

  async function tenantOf({ administrationId }: SealedRequest): Promise<Tenant> {
    const tenant = await getService(strapi, 'administration').byId(administrationId);
    if (!tenant) throw new AdminRefusal('not-found');
    return tenant;
  }

  async function view(request: SealedRequest, scope: Scope): Promise<InboxRequest> {
    const opened = store.open(request);
    const events = await store.timeline(request);
    const state = getService(strapi, 'law').stateOf(request, events);
    const { administration, departement, securityAttestation } = await tenantOf(request);
    const { nature, sender, subject, message, language } = opened.content;
    return {
      ...rowOf(opened, scope),
      // Not the row's: an event may have come between the two reads, and the timeline is what will be on screen.
      version: events.at(-1)?.seq ?? request.lastSeq,
      legal: legalOf(state, { name: administration.name, departement }),
      actions: allowedActions(state, civilDate(new Date(), administration.timeZone)),
      colleagues: [],
      draft: null,
      signatories: [],
      mayNotifyUnsigned: securityAttestation !== null,
      content: { nature, sender, subject, message, language },
      timeline: events.map(eventOf),
    };
  }

  async function factsOfAction(
    request: SealedRequest,
    action: z.output<typeof actOnRequest>,
    now: Date,
  ): Promise<Pick<NewEvent, 'kind' | 'facts' | 'on'>[]> {
    if (!isOffered(action.action)) throw new AdminRefusal('not-possible');
    if (action.action !== 'acknowledge') {
      const close = action.action === 'answer' && action.close;
      return factsOf(action.action, request, { close }).map((kind) => ({ kind }));
    }
    const law = getService(strapi, 'law');
    const tenant = await tenantOf(request);
    const state = law.stateOf(request, await store.timeline(request));
    const today = civilDate(now, tenant.administration.timeZone);
    return acknowledgeFacts(state, action.nature, today, (file) =>
      law.acknowledgementFact(tenant, request, file, now),
    );
  }

  /** The mails that an action sends, lets go, or withdraws, in the action's own transaction. */
  async function mail(
    trx: Knex.Transaction,
    request: SealedRequest,
    kinds: readonly NewEvent['kind'][],
  ): Promise<void> {
    const queue = getService(strapi, 'queue');
    const { id: requestId, administrationId } = request;
    const held = { queue: 'mail', administrationId, requestId } as const;
    if (kinds.includes('released')) await queue.bringForward(trx, held);
    if (kinds.includes('rejected-as-abusive')) await queue.cancel(trx, held);
    if (kinds.includes('acknowledged')) {
      await queue.enqueue(trx, [
        { queue: 'mail', administrationId, payload: { kind: 'acknowledgement', requestId } },
      ]);
    }
    if (kinds.some((kind) => kind === 'answered' || kind === 'closed' || kind === 'reopened')) {
      await queue.enqueue(trx, [
        { queue: 'mail', administrationId, payload: { kind: 'answer-notice', requestId } },
      ]);
    }
  }

  return {
    async scope(agent) {
      const scope = await scopeOf(agent);
      return {
        administrations: scope.map(({ capacity, ...administration }) => ({
          ...administration,
          signature: signatureOf(agent, capacity),
        })),
      };
    },

    async search(agent, query) {
      const scope = await scopeOf(agent);
      const chosen = scope.filter(
        ({ id }) => query.administrationId === null || id === query.administrationId,
      );
      const administrationIds = chosen.map(({ id }) => id);
      // Dates are the administration's; of several, nearly always in one zone, the first's.
      const timeZone = chosen[0]?.timeZone ?? 'Europe/Paris';
      const unsuspected = ['none', 'released', 'rejected'] as const;
      const waiting: InboxFilter = { administrationIds, awaitsAgent: true, suspicion: unsuspected };
      const suspects: InboxFilter = { administrationIds, suspicion: ['suspect'] };
      const nothing: InboxFilter = { administrationIds: [] };
      const all: InboxFilter = { administrationIds, suspicion: unsuspected };
      const base = { waiting, suspects, all, mine: nothing, approval: nothing }[query.box];
      const search = wanted(query.search);
      const filter: InboxFilter = {
        // Who searches looks everywhere but among the suspects, unless there.
        ...(query.search && query.box === 'waiting' ? { administrationIds, suspicion: unsuspected } : base),
        ...search,
        ...(query.status && { status: [query.status] }),
        ...(query.recipient !== null && { recipient: query.recipient }),
        ...(query.from && { from: startOfDay(query.from, timeZone) }),
        ...(query.until && { until: endOfDay(query.until, timeZone) }),
      };
      const [page, waitingCount, suspectCount] = await Promise.all([
        list(filter, query.page, query.box === 'waiting' && !query.search ? 'urgency' : 'newest'),
        listRequests(knex, secrets, waiting, { limit: 0, offset: 0, order: 'newest' }),
        listRequests(knex, secrets, suspects, { limit: 0, offset: 0, order: 'newest' }),
      ]);
      return {
        rows: page.requests.map((request) => rowOf(store.open(request), scope)),
        total: page.total,
        page: query.page,
        pageSize: INBOX_PAGE_SIZE,
        counts: { waiting: waitingCount.total, mine: 0, approval: 0, suspects: suspectCount.total },
      };
    },

    async read(agent, id) {
      const { request, scope } = await found(agent, id);
      return view(request, scope);
    },

    async act(agent, id, action) {
      const { request, scope } = await found(agent, id);
      const served = scope.find(({ id: administrationId }) => administrationId === request.administrationId)!;
      const now = new Date();
      const facts = await factsOfAction(request, action, now);
      await inTransaction(strapi, async (trx) => {
        for (const [i, fact] of facts.entries()) {
          const appended = await store.append(trx, {
            requestId: id,
            administrationIds: [request.administrationId],
            ...fact,
            by: 'agent',
            agentId: agent.id,
            // CRPA L111-2: who handles a case is known to the person by first name, surname and capacity.
            content: {
              agentName: signatureOf(agent, served.capacity),
              ...(fact.kind === 'answered' && action.action === 'answer' && { message: action.message }),
            },
            at: now.toISOString(),
            // Only the first: what follows is our own doing.
            ...(i === 0 && { seen: action.seen }),
          });
          if (!appended.ok) throw refusalOf(appended.code);
        }
        await mail(
          trx,
          request,
          facts.map(({ kind }) => kind),
        );
      });
      return view((await store.find(id, [request.administrationId]))!, scope);
    },
  };
}

/** Thrown within the transaction, so that it leaves nothing behind. */
function refusalOf(code: string): AdminRefusal {
  if (code === 'request-not-found') return new AdminRefusal('not-found');
  return new AdminRefusal(code === 'request-changed' ? 'request-changed' : 'not-possible');
}
