/** The inbox's lists: one query, always within the administrations that the agent serves. */
import type { RequestStatus } from '@guichet/contracts/tracking';
import type { Knex } from 'knex';
import type { Suspicion } from '../domain/request-state.js';
import type { Secrets } from '../vault/secrets.js';
import { emailIndex, nameIndex } from './blind-index.js';
import { requestOf, type Row, type SealedRequest } from './request-row.js';
import { REQUESTS } from './tables.js';

export interface InboxFilter {
  /** The tenants to list; the caller has checked that the agent serves them all. Empty lists nothing. */
  administrationIds: readonly string[];
  /** Only these. */
  ids?: readonly string[];
  status?: readonly RequestStatus[];
  suspicion?: readonly Suspicion[];
  awaitsAgent?: boolean;
  /** What an agent has on the desk: assigned to him, or to those whom he stands in for. */
  desk?: { agentId: number; covered: readonly { agentId: number; administrationIds: readonly string[] }[] };
  /** Only those that wait for one. */
  awaitsApproval?: true;
  /** A service's slug; null for what was sent to the administration at large. */
  recipient?: string | null;
  /** RFC 3339 in UTC: received at or after. */
  from?: string;
  /** RFC 3339 in UTC: received before. */
  until?: string;
  /** In its written form (`readReference`). */
  reference?: string;
  /** Exact, without regard to case. */
  email?: string;
  /** Family name or name of a body, exact, without regard to case, accents and punctuation. */
  name?: string;
}

export interface Page {
  /** `urgency`: by the legal deadline that comes first, then oldest first; what has none comes last. */
  order: 'newest' | 'urgency';
  limit: number;
  offset: number;
}

export interface InboxList {
  total: number;
  /** Sealed: open what is shown, with the request store. */
  requests: SealedRequest[];
}

function onDesk(query: Knex.QueryBuilder, { agentId, covered }: NonNullable<InboxFilter['desk']>): void {
  query.whereIn('assigned_to', [agentId, ...covered.map((one) => one.agentId)]);
  if (!covered.length) return;
  query.where((any) => {
    any.where('assigned_to', agentId);
    for (const { agentId: away, administrationIds } of covered)
      any.orWhere((theirs) =>
        theirs.where('assigned_to', away).whereIn('administration_id', administrationIds),
      );
  });
}

function matching(knex: Knex, secrets: Secrets, filter: InboxFilter): Knex.QueryBuilder {
  const { administrationIds, email, name } = filter;
  const query = knex(REQUESTS).whereIn('administration_id', administrationIds);
  if (filter.ids) query.whereIn('id', filter.ids);
  if (filter.status) query.whereIn('status', filter.status);
  if (filter.suspicion) query.whereIn('suspicion', filter.suspicion);
  if (filter.awaitsAgent !== undefined) query.where('awaits_agent', filter.awaitsAgent);
  if (filter.desk) onDesk(query, filter.desk);
  if (filter.awaitsApproval) query.whereNotNull('awaits_approval');
  if (filter.recipient !== undefined) query.where('recipient', filter.recipient);
  if (filter.from) query.where('received_at', '>=', filter.from);
  if (filter.until) query.where('received_at', '<', filter.until);
  if (filter.reference) query.where('reference', filter.reference);
  // Each administration hashes with a salt of its own: one comparison a tenant.
  if (email) {
    query.where((any) => {
      for (const id of administrationIds) {
        any.orWhere({ administration_id: id, email_index: emailIndex(secrets, id, email) });
      }
    });
  }
  if (name) {
    query.where((any) => {
      for (const id of administrationIds) {
        const index = nameIndex(secrets, id, name);
        any
          .orWhere({ administration_id: id, name_index: index })
          .orWhere({ administration_id: id, body_index: index });
      }
    });
  }
  return query;
}

/** What a filter finds, newest first, after the last that was read: a list of any length, a batch at a time. */
export async function requestsAfter(
  knex: Knex,
  secrets: Secrets,
  filter: InboxFilter,
  last: Pick<SealedRequest, 'id' | 'receivedAt'> | null,
  limit: number,
): Promise<SealedRequest[]> {
  if (!filter.administrationIds.length) return [];
  const query = matching(knex, secrets, filter);
  if (last) {
    const { id, receivedAt } = last;
    query.where('received_at', '<=', receivedAt).where((any) => {
      any.where('received_at', '<', receivedAt).orWhere('id', '>', id);
    });
  }
  const rows = (await query
    .orderBy([{ column: 'received_at', order: 'desc' }, { column: 'id' }])
    .limit(limit)) as Row[];
  return rows.map(requestOf);
}

export async function countRequests(knex: Knex, secrets: Secrets, filter: InboxFilter): Promise<number> {
  if (!filter.administrationIds.length) return 0;
  const count = (await matching(knex, secrets, filter).count({ total: '*' }).first()) as {
    total: number | string;
  };
  return Number(count.total);
}

export async function listRequests(
  knex: Knex,
  secrets: Secrets,
  filter: InboxFilter,
  page: Page,
): Promise<InboxList> {
  const total = await countRequests(knex, secrets, filter);
  if (!total) return { total, requests: [] };
  const rows = (await matching(knex, secrets, filter)
    .orderBy(
      page.order === 'urgency'
        ? // Twice: with `nulls`, knex 3.0 only says on SQLite whether it is null.
          [
            { column: 'due_on', nulls: 'last' },
            { column: 'due_on' },
            { column: 'received_at' },
            { column: 'id' },
          ]
        : [{ column: 'received_at', order: 'desc' }, { column: 'id' }],
    )
    .limit(page.limit)
    .offset(page.offset)) as Row[];
  return { total, requests: rows.map(requestOf) };
}
