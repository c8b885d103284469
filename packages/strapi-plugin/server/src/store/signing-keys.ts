/**
 * The keys that receipts are signed with. The public half of each is kept for ever, so that a receipt can be verified
 * as long as the law may ask for it; the private half, sealed, until the next key takes over.
 */
import type { Knex } from 'knex';

export const SIGNING_KEYS = 'guichet_signing_keys';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(SIGNING_KEYS, (table) => {
    /** RFC 7638 thumbprint of the public key. */
    table.text('kid').primary();
    /** 1, 2, 3…: nodes that make a key at once contend for the same one, and one of them gets it. */
    table.integer('generation').notNullable().unique();
    /** JSON Web Key. */
    table.text('public_key').notNullable();
    /** Null once superseded, both. */
    table.text('wrapped_key');
    table.text('private_key');
    /** The ring's key that wrapped it. */
    table.text('key_id').notNullable();
    table.text('created_at').notNullable();
  });
}

export interface SigningKeyRow {
  kid: string;
  generation: number;
  public_key: string;
  wrapped_key: string | null;
  private_key: string | null;
  key_id: string;
  /** RFC 3339 */
  created_at: string;
}

/** All there are; the current one is the last. */
export function signingKeys(knex: Knex): Promise<SigningKeyRow[]> {
  return knex<SigningKeyRow>(SIGNING_KEYS).orderBy('generation');
}

/** Adds a key, unless another node was faster, and shreds what can no longer sign. */
export async function addSigningKey(trx: Knex.Transaction, row: SigningKeyRow): Promise<void> {
  await trx(SIGNING_KEYS).insert(row).onConflict('generation').ignore();
  await trx(SIGNING_KEYS)
    .where('generation', '<', row.generation)
    .update({ wrapped_key: null, private_key: null });
}
