/** The requests made at operators, as lists of them are asked for. */
import type { RequestStatus } from '@guichet/contracts/tracking';
import type { Knex } from 'knex';
import { OPERATED } from './tables.js';

export interface OperatedFilter {
  /** Whose residents wrote: these administrations, or those they took over. */
  administrationIds: readonly string[];
  /** Or made at these operators, wherever the resident came from. */
  operatorIds: readonly string[];
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
}

const seenBy = (
  knex: Knex,
  { administrationIds, operatorIds }: Pick<OperatedFilter, 'administrationIds' | 'operatorIds'>,
) =>
  knex<ListedOperated>(OPERATED)
    .whereNull('ended_at')
    .where((either) =>
      either.whereIn('administration_id', administrationIds).orWhereIn('operator_id', operatorIds),
    );

/** The latest told of first. */
export async function searchOperated(knex: Knex, filter: OperatedFilter): Promise<ListedOperated[]> {
  const { teleprocedureId, status, reference, after, limit } = filter;
  const query = seenBy(knex, filter);
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

/** Ids of the téléprocédures that there is any of. */
export async function teleproceduresOfOperated(
  knex: Knex,
  seen: Pick<OperatedFilter, 'administrationIds' | 'operatorIds'>,
): Promise<string[]> {
  const rows = await seenBy(knex, seen).distinct('teleprocedure_id');
  return rows.map((row) => row.teleprocedure_id);
}
