/** Thousands of rows by one statement of one parameter: drivers bound both the parameters and the terms of a statement. */
import type { Knex } from 'knex';
import { isSqlite } from '../jobs/dialect.js';

/** Names of our own: none has a quote in it. */
const quoted = (name: string): string => `"${name}"`;

/**
 * Adds rows, or puts them in the place of those with the same key.
 *
 * @param rows all with the same members, the names of columns
 */
export async function writeMany<Row extends object>(
  knex: Knex,
  table: string,
  key: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Promise<void> {
  if (!rows.length) return;
  const columns = Object.keys(rows[0]!);
  const names = columns.map(quoted).join(', ');
  const replaced = columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  const values = isSqlite(knex)
    ? `select ${columns.map((column) => `value ->> '$.${column}'`).join(', ')} from json_each(?) where true`
    : `select ${names} from json_populate_recordset(null::${quoted(table)}, ?)`;
  await knex.raw(
    `insert into ${quoted(table)} (${names}) ${values}
     on conflict (${key.map(quoted).join(', ')}) do update set ${replaced}`,
    [JSON.stringify(rows)],
  );
}
