/** Orders to make the administrations of a territory: how far each has come. */
import type { CreationOrderView } from '@guichet/contracts/admin/territory';
import type { Knex } from 'knex';
import { newId } from '../jobs/new-id.js';

const CREATIONS = 'guichet_creations';

export async function createCreationTable(knex: Knex): Promise<void> {
  await knex.schema.createTable(CREATIONS, (table) => {
    table.text('id').primary();
    table.text('level').notNullable();
    table.text('code').notNullable();
    table.text('name').notNullable();
    /** Id of the admin user who asked for it. */
    table.integer('asked_by').notNullable();
    table.text('asked_at').notNullable();
    table.text('done_at');
    /** The INSEE code up to which it has come. */
    table.text('up_to').notNullable();
    table.integer('communes').notNullable();
    table.integer('done').notNullable();
    table.integer('created').notNullable();
    table.integer('existing').notNullable();
    /** As JSON. */
    table.text('lacking').notNullable();
    table.integer('lacking_count').notNullable();
  });
}

interface Row {
  id: string;
  level: CreationOrderView['level'];
  code: string;
  name: string;
  asked_by: number;
  asked_at: string;
  done_at: string | null;
  up_to: string;
  communes: number;
  done: number;
  created: number;
  existing: number;
  lacking: string;
  lacking_count: number;
}

/** An order as it stands. `upTo`: the INSEE code of the last commune that it has come to; empty at first. */
export type StoredCreation = CreationOrderView & { upTo: string };

const orderOf = (row: Row): StoredCreation => ({
  id: row.id,
  level: row.level,
  code: row.code,
  name: row.name,
  askedAt: row.asked_at,
  doneAt: row.done_at,
  upTo: row.up_to,
  communes: row.communes,
  done: row.done,
  created: row.created,
  existing: row.existing,
  lacking: JSON.parse(row.lacking) as CreationOrderView['lacking'],
  lackingCount: row.lacking_count,
});

/** @returns its id */
export async function addCreation(
  knex: Knex,
  order: Pick<StoredCreation, 'level' | 'code' | 'name' | 'askedAt' | 'communes'> & { askedBy: number },
): Promise<string> {
  const id = newId();
  const row: Row = {
    id,
    level: order.level,
    code: order.code,
    name: order.name,
    asked_by: order.askedBy,
    asked_at: order.askedAt,
    done_at: null,
    up_to: '',
    communes: order.communes,
    done: 0,
    created: 0,
    existing: 0,
    lacking: '[]',
    lacking_count: 0,
  };
  await knex(CREATIONS).insert(row);
  return id;
}

export async function findCreation(knex: Knex, id: string): Promise<StoredCreation | null> {
  const row = await knex<Row>(CREATIONS).where({ id }).first();
  return row ? orderOf(row) : null;
}

/** The latest first. */
export async function latestCreations(knex: Knex, limit: number): Promise<StoredCreation[]> {
  return (await knex<Row>(CREATIONS).orderBy('id', 'desc').limit(limit)).map(orderOf);
}

/** How far it has come. */
export async function saveCreation(knex: Knex, order: StoredCreation): Promise<void> {
  await knex<Row>(CREATIONS)
    .where({ id: order.id })
    .update({
      done_at: order.doneAt,
      up_to: order.upTo,
      done: order.done,
      created: order.created,
      existing: order.existing,
      lacking: JSON.stringify(order.lacking),
      lacking_count: order.lackingCount,
    });
}
