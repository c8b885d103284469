/** What the timelines of many requests add up to, by one statement; nothing of them is opened. */
import type { Knex } from 'knex';
import { type ActorKind, fold, type RequestState } from '../domain/request-state.js';
import type { RequestRow } from './request-row.js';
import { EVENTS, REQUESTS } from './tables.js';
import { eventOf, factsOf, type TimelineKind } from './timeline.js';

interface Row {
  request_id: string;
  kind: TimelineKind;
  actor: ActorKind;
  on: string | null;
  facts: string | null;
}

/** @returns by id; one whose timeline does not fold is absent */
export async function statesOf(
  knex: Knex,
  requests: readonly Pick<RequestRow, 'id' | 'suspect'>[],
): Promise<Map<string, RequestState>> {
  const rows = await knex(EVENTS)
    .whereIn(
      'request_id',
      requests.map(({ id }) => id),
    )
    .orderBy(['request_id', 'seq'])
    .select<Row[]>('request_id', 'kind', 'actor', 'on', 'facts');
  const timelines = Map.groupBy(rows, ({ request_id }) => request_id);
  const states = new Map<string, RequestState>();
  for (const { id, suspect } of requests) {
    const facts = (timelines.get(id) ?? []).map(({ kind, actor: by, on, facts: carried }) =>
      eventOf({ kind, by, on, facts: factsOf(carried) }, suspect),
    );
    const folded = fold(facts);
    if (folded.ok) states.set(id, folded.state);
  }
  return states;
}

const BATCH = 200;

/**
 * For a migration: gives columns to the requests that are there already, a batch at a time.
 *
 * @param those narrows the requests
 * @param columnsOf of one request; null where it stays as it is
 */
export async function fill(
  knex: Knex,
  those: (requests: Knex.QueryBuilder) => void,
  columnsOf: (state: RequestState, id: string) => object | null,
): Promise<void> {
  for (let after = ''; ;) {
    const rows = await knex(REQUESTS)
      .where(those)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .select<{ id: string; suspect: boolean | number; last_seq: number }[]>('id', 'suspect', 'last_seq');
    const states = await statesOf(
      knex,
      rows.map(({ id, suspect }) => ({ id, suspect: Boolean(suspect) })),
    );
    for (const { id, last_seq } of rows) {
      const state = states.get(id);
      const columns = state && columnsOf(state, id);
      // Another node may have gone on meanwhile.
      if (columns) await knex(REQUESTS).where({ id, last_seq }).update(columns);
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
