/** Who signs the decisions of an administration: public names, kept to be proposed again. */
import type { DecisionAuthor } from '@guichet/contracts/admin/inbox-actions';
import type { Knex } from 'knex';
import { SIGNATORIES } from './tables.js';

/** A mayor, a few deputies, and those before them. */
const MOST = 10;

interface Row {
  given_name: string;
  family_name: string;
  capacity: string;
  service: string;
}

export async function keepSignatory(
  trx: Knex.Transaction,
  administrationId: string,
  author: DecisionAuthor,
  at: string,
): Promise<void> {
  await trx(SIGNATORIES)
    .insert({
      administration_id: administrationId,
      given_name: author.givenName,
      family_name: author.familyName,
      capacity: author.capacity,
      service: author.service,
      used_at: at,
    })
    .onConflict(['administration_id', 'given_name', 'family_name', 'capacity', 'service'])
    .merge(['used_at']);
}

/** The most recent first. */
export async function signatoriesOf(knex: Knex, administrationId: string): Promise<DecisionAuthor[]> {
  const rows = (await knex(SIGNATORIES)
    .where({ administration_id: administrationId })
    .orderBy('used_at', 'desc')
    .limit(MOST)) as Row[];
  return rows.map((row) => ({
    givenName: row.given_name,
    familyName: row.family_name,
    capacity: row.capacity,
    service: row.service,
  }));
}
