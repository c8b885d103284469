/** Answer templates: the administration's own words, nothing of a person. */
import type { Knex } from 'knex';
import { TEMPLATES } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(TEMPLATES, (table) => {
    table.text('id').primary();
    table.text('administration_id').notNullable();
    table.text('name').notNullable();
    table.text('body').notNullable();
    /** Counts its changes, so that nobody overwrites what was not on screen. */
    table.integer('version').notNullable();
    table.text('updated_at').notNullable();
    table.unique(['administration_id', 'name']);
  });
}

export interface StoredTemplate {
  id: string;
  administrationId: string;
  name: string;
  body: string;
  version: number;
}

interface Row {
  id: string;
  administration_id: string;
  name: string;
  body: string;
  version: number;
}

const templateOf = ({ administration_id, ...row }: Row): StoredTemplate => ({
  id: row.id,
  administrationId: administration_id,
  name: row.name,
  body: row.body,
  version: row.version,
});

export async function templatesOf(
  knex: Knex,
  administrationIds: readonly string[],
): Promise<StoredTemplate[]> {
  const rows = (await knex(TEMPLATES).whereIn('administration_id', administrationIds)) as Row[];
  return rows.map(templateOf);
}

export async function findTemplate(
  knex: Knex,
  id: string,
  administrationIds: readonly string[],
): Promise<StoredTemplate | null> {
  const row = await knex(TEMPLATES)
    .where({ id })
    .whereIn('administration_id', administrationIds)
    .first<Row | undefined>();
  return row ? templateOf(row) : null;
}

/** @throws a unique violation where the administration has one of that name */
export async function addTemplate(
  trx: Knex.Transaction,
  { administrationId, ...template }: StoredTemplate,
  at: string,
): Promise<void> {
  await trx(TEMPLATES).insert({ ...template, administration_id: administrationId, updated_at: at });
}

/**
 * @returns false where it is no longer at the version seen
 * @throws a unique violation where the administration has another of that name
 */
export async function changeTemplate(
  trx: Knex.Transaction,
  { id, name, body }: Pick<StoredTemplate, 'id' | 'name' | 'body'>,
  seen: number,
  at: string,
): Promise<boolean> {
  const changed = await trx(TEMPLATES)
    .where({ id, version: seen })
    .update({ name, body, version: seen + 1, updated_at: at });
  return changed === 1;
}

export async function removeTemplate(trx: Knex.Transaction, id: string): Promise<void> {
  await trx(TEMPLATES).where({ id }).delete();
}
