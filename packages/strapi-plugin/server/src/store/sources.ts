/** The tables of how each source stands. */
import type { Knex } from 'knex';
import type { Source } from '../domain/source.js';

/** A row of such a table. */
export interface SourceRow<Part> {
  part: Part;
  location: string;
  file: string | null;
  url: string | null;
  etag: string | null;
  last_modified: string | null;
  fetched_at: string | null;
  next_at: string;
  failures: number;
  failure: string | null;
  /** As JSON. */
  report: string;
}

export async function createSourceTable(knex: Knex, name: string): Promise<void> {
  await knex.schema.createTable(name, (table) => {
    table.text('part').primary();
    table.text('location').notNullable();
    table.text('file');
    table.text('url');
    table.text('etag');
    table.text('last_modified');
    table.text('fetched_at');
    table.text('next_at').notNullable();
    table.integer('failures').notNullable();
    table.text('failure');
    table.text('report').notNullable();
  });
}

/** What is asked of the sources of one table. */
export interface SourceTable<Part extends string, Report> {
  /** By their names. */
  all(knex: Knex): Promise<Source<Part, Report>[]>;
  save(knex: Knex, source: Source<Part, Report>): Promise<void>;
  remove(knex: Knex, part: Part): Promise<void>;
  makeDue(knex: Knex, at: string): Promise<void>;
  /** Within a transaction: holds off whoever else brings in from it, and changes nothing. */
  lock(trx: Knex, part: Part): Promise<void>;
}

export function sourceTable<Part extends string, Report>(name: string): SourceTable<Part, Report> {
  const sourceOf = (row: SourceRow<Part>): Source<Part, Report> => ({
    part: row.part,
    location: row.location,
    file: row.file,
    url: row.url,
    etag: row.etag,
    lastModified: row.last_modified,
    fetchedAt: row.fetched_at,
    nextAt: row.next_at,
    failures: row.failures,
    failure: row.failure,
    report: JSON.parse(row.report) as Report,
  });
  return {
    all: async (knex) => ((await knex(name).orderBy('part')) as SourceRow<Part>[]).map(sourceOf),
    async save(knex, { lastModified, fetchedAt, nextAt, report, ...same }) {
      const row: SourceRow<Part> = {
        ...same,
        last_modified: lastModified,
        fetched_at: fetchedAt,
        next_at: nextAt,
        report: JSON.stringify(report),
      };
      await knex(name).insert(row).onConflict('part').merge();
    },
    async remove(knex, part) {
      await knex(name).where({ part }).delete();
    },
    async makeDue(knex, at) {
      await knex(name).where('next_at', '>', at).update({ next_at: at });
    },
    async lock(trx, part) {
      await trx(name).where({ part }).update({ part });
    },
  };
}
