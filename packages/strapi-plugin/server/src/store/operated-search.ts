/** The requests made at operators, as lists of them are asked for. */
import type { RequestStatus } from '@guichet/contracts/tracking';
import type { Knex } from 'knex';
import type { Sending } from './operated.js';
import { OPERATED } from './tables.js';

/** What somebody sees. */
export interface OperatedSeen {
  /** Whose residents wrote: these administrations, or those they took over. */
  administrationIds: readonly string[];
  /** Or made at these operators, wherever the resident came from. */
  operatorIds: readonly string[];
  /** Or by these téléprocédures, likewise; with their operators, by which they are found. */
  teleprocedures: readonly { id: string; operatorId: string }[];
}

export interface OperatedFilter {
  administrationId?: string;
  teleprocedureId?: string;
  status?: RequestStatus;
  /** Ours as it is kept, or the operator's own. */
  reference?: { ours: string | null; operators: string };
  /** Where the page before ended. */
  after?: { toldAt: string; id: string };
  limit: number;
}

/** Instants are RFC 3339 in UTC. */
export interface ListedOperated {
  id: string;
  reference: string;
  operator_reference: string | null;
  teleprocedure_id: string;
  operator_id: string;
  administration_id: string;
  status: RequestStatus;
  label: string;
  confirmed_at: string | null;
  begun_at: string;
  sent_at: string | null;
  told_at: string;
  stale_since: string | null;
  sending: Sending | null;
}

const seenBy = (knex: Knex, { administrationIds, operatorIds, teleprocedures }: OperatedSeen) =>
  knex<ListedOperated>(OPERATED)
    .whereNull('ended_at')
    .where((there) => there.whereNull('sending').orWhere({ sending: 'sent' }))
    .where((either) => {
      void either.whereIn('administration_id', administrationIds).orWhereIn('operator_id', operatorIds);
      for (const { id, operatorId } of teleprocedures)
        void either.orWhere({ operator_id: operatorId, teleprocedure_id: id });
    });

/** The latest told of first. */
export async function searchOperated(
  knex: Knex,
  seen: OperatedSeen,
  filter: OperatedFilter,
): Promise<ListedOperated[]> {
  const { administrationId, teleprocedureId, status, reference, after, limit } = filter;
  const query = seenBy(knex, seen);
  if (administrationId !== undefined) void query.where({ administration_id: administrationId });
  if (teleprocedureId !== undefined) void query.where({ teleprocedure_id: teleprocedureId });
  if (status) void query.where({ status });
  if (reference)
    void query.where((either) =>
      either.where({ reference: reference.ours ?? '' }).orWhere({ operator_reference: reference.operators }),
    );
  if (after)
    void query.where((either) =>
      either
        .where('told_at', '<', after.toldAt)
        .orWhere((same) => same.where({ told_at: after.toldAt }).where('id', '<', after.id)),
    );
  return query
    .orderBy([
      { column: 'told_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select('*');
}

/** Ids of the téléprocédures that there is any of, and of those whose residents made them. */
export async function kindsOfOperated(
  knex: Knex,
  seen: OperatedSeen,
): Promise<{ teleprocedureIds: Set<string>; administrationIds: Set<string> }> {
  const rows = await seenBy(knex, seen).distinct('teleprocedure_id', 'administration_id');
  return {
    teleprocedureIds: new Set(rows.map((row) => row.teleprocedure_id)),
    administrationIds: new Set(rows.map((row) => row.administration_id)),
  };
}
