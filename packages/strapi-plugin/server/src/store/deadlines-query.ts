/** The lists of legal deadlines: what is past, due, near, and what cannot be held against who asked. */
import type { DeadlineGroup } from '@guichet/contracts/admin/deadlines';
import type { Knex } from 'knex';
import type { CivilDate } from '../domain/civil-date.js';
import { requestOf, type Row, type SealedRequest } from './request-row.js';
import { REQUESTS } from './tables.js';

/** Administrations whose day is the same. */
export interface Zone {
  administrationIds: readonly string[];
  today: CivilDate;
  /** The last day that is near. */
  soon: CivilDate;
}

function inZone(any: Knex.QueryBuilder, group: DeadlineGroup, { administrationIds, today, soon }: Zone) {
  any.whereIn('administration_id', administrationIds);
  if (group === 'unopposable') return any.whereNotNull('obstacles');
  // Whoever's turn it is, the law's day comes: named for the index, which begins with both.
  any.whereIn('awaits_agent', [true, false]);
  if (group === 'late') return any.where('due_on', '<', today);
  if (group === 'today') return any.where('due_on', today);
  return any.where('due_on', '>', today).where('due_on', '<=', soon);
}

function matching(knex: Knex, group: DeadlineGroup, zones: readonly Zone[]): Knex.QueryBuilder {
  const query = knex(REQUESTS);
  // Nearly always one: an `or` around it would only cost.
  if (zones.length === 1) return inZone(query, group, zones[0]!);
  return query.where((any) => {
    for (const zone of zones) any.orWhere((one) => void inZone(one, group, zone));
  });
}

/** @param zones none lists nothing */
export async function listDeadlines(
  knex: Knex,
  group: DeadlineGroup,
  zones: readonly Zone[],
  page: { limit: number; offset: number },
): Promise<{ total: number; requests: SealedRequest[] }> {
  if (!zones.length) return { total: 0, requests: [] };
  const count = (await matching(knex, group, zones).count({ total: '*' }).first()) as {
    total: number | string;
  };
  const total = Number(count.total);
  if (!total) return { total, requests: [] };
  const rows = (await matching(knex, group, zones)
    .orderBy(
      group === 'unopposable'
        ? [{ column: 'received_at', order: 'desc' }, { column: 'id' }]
        : [{ column: 'due_on' }, { column: 'received_at' }, { column: 'id' }],
    )
    .limit(page.limit)
    .offset(page.offset)) as Row[];
  return { total, requests: rows.map(requestOf) };
}
