/** What operators' addresses answered last. */
import type { Knex } from 'knex';
import type { Probe, ProbeAnswer } from '../domain/framing.js';
import { TELEPROCEDURE_PROBES } from './tables.js';

interface Row {
  teleprocedure_id: string;
  url: string;
  at: string;
  answer: string;
  last_good: string | null;
  failing_since: string | null;
  failures: number;
  next_at: string;
}

const probeOf = (row: Row): Probe => ({
  url: row.url,
  at: row.at,
  answer: JSON.parse(row.answer) as ProbeAnswer,
  lastGood: row.last_good === null ? null : (JSON.parse(row.last_good) as ProbeAnswer),
  failingSince: row.failing_since,
  failures: row.failures,
  nextAt: row.next_at,
});

/** By the téléprocédure's id. */
export async function allProbes(knex: Knex): Promise<Map<string, Probe>> {
  const rows = await knex<Row>(TELEPROCEDURE_PROBES);
  return new Map(rows.map((row) => [row.teleprocedure_id, probeOf(row)]));
}

export async function saveProbe(knex: Knex, teleprocedureId: string, probe: Probe): Promise<void> {
  const row: Row = {
    teleprocedure_id: teleprocedureId,
    url: probe.url,
    at: probe.at,
    answer: JSON.stringify(probe.answer),
    last_good: probe.lastGood && JSON.stringify(probe.lastGood),
    failing_since: probe.failingSince,
    failures: probe.failures,
    next_at: probe.nextAt,
  };
  await knex<Row>(TELEPROCEDURE_PROBES).insert(row).onConflict('teleprocedure_id').merge();
}
