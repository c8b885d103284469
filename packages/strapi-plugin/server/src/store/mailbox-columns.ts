/** The mailboxes that requests are followed from, to be looked for. */
import type { Knex } from 'knex';
import { OPERATED, REQUESTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  const some = (column: string) => ({ predicate: knex.whereNotNull(column) });
  await knex.schema.alterTable(REQUESTS, (table) => {
    /** As `email_index`, of the address that was given for receipts (CRPA R112-11-3). */
    table.text('receipt_email_index');
    const columns = ['administration_id', 'receipt_email_index'];
    table.index(columns, 'guichet_requests_receipt_email_index', some('receipt_email_index'));
  });
  await knex.schema.alterTable(OPERATED, (table) => {
    /** Where its resident wants the reference sent; null where no address was given. Sealed. */
    table.text('email');
    table.text('email_index');
    /** That the resident read. */
    table.text('language');
    table.index(['administration_id', 'email_index'], 'guichet_operated_email_index', some('email_index'));
  });
}
