/** What waits in one administration: counts, and which requests a date is near of. Nothing is opened. */
import type { Knex } from 'knex';
import type { CivilDate } from '../domain/civil-date.js';
import type { Due } from '../domain/projection.js';
import { REQUESTS } from './tables.js';

export interface DueRequest {
  id: string;
  reference: string;
  /** `items`: until when the resident may send what was asked for. */
  for: Due['for'] | 'items';
  on: CivilDate;
}

export interface WaitingWork {
  /** Requests that nobody has dealt with yet. */
  arrived: number;
  /** Drafts that wait to be approved. */
  approval: number;
  /** Requests of which a mail came back, and nobody has done anything since. */
  undelivered: number;
  /** What is past or near, the first first; no more than asked for. */
  due: DueRequest[];
  late: number;
  soon: number;
}

/** @param soon the last day that is near */
export async function waitingWork(
  knex: Knex,
  administrationId: string,
  today: CivilDate,
  soon: CivilDate,
  most: number,
): Promise<WaitingWork> {
  const all = () =>
    knex(REQUESTS)
      .where({ administration_id: administrationId })
      // Suspects are sorted apart.
      .whereNot('suspicion', 'suspect');
  const count = async (query: Knex.QueryBuilder) =>
    Number(((await query.count({ total: '*' }).first()) as { total: number | string }).total);
  // Named for the index, which begins with both.
  const dated = () => all().whereIn('awaits_agent', [true, false]);
  const due = dated()
    .where('due_on', '<=', soon)
    .orderBy('due_on')
    .orderBy('id')
    .limit(most)
    .select<DueRequest[]>('id', 'reference', { for: 'due_for', on: 'due_on' });
  const items = all()
    .whereBetween('items_on', [today, soon])
    .orderBy('items_on')
    .orderBy('id')
    .limit(most)
    .select<Omit<DueRequest, 'for'>[]>('id', 'reference', { on: 'items_on' });
  const [arrived, approval, undelivered, late, near, expiring, dueRows, itemRows] = await Promise.all([
    count(all().where({ awaits_agent: true, status: 'received' })),
    count(all().whereNotNull('awaits_approval')),
    count(all().whereNotNull('undelivered')),
    count(dated().where('due_on', '<', today)),
    count(dated().whereBetween('due_on', [today, soon])),
    count(all().whereBetween('items_on', [today, soon])),
    due,
    items,
  ]);
  return {
    arrived,
    approval,
    undelivered,
    late,
    soon: near + expiring,
    due: [...dueRows, ...itemRows.map((row): DueRequest => ({ ...row, for: 'items' }))]
      .sort((one, other) => one.on.localeCompare(other.on))
      .slice(0, most),
  };
}
