/**
 * At most so many receipts an hour to one address: whoever types someone else's address into the form a thousand
 * times cannot flood that mailbox with them. What is over is sent later, never dropped.
 */
import type { Knex } from 'knex';

const MAIL_CAPS = 'guichet_mail_caps';
const HOUR_MS = 3_600_000;

/**
 * The latest jobs that were let through to a recipient, the oldest first; instants in milliseconds. As many leave within
 * any hour as a row has columns for: three.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(MAIL_CAPS, (table) => {
    /** A keyed hash of the administration and the address. */
    table.text('recipient').primary();
    for (const place of ['first', 'second', 'third']) {
      table.text(`${place}_job`).notNullable().defaultTo('');
      table.bigInteger(`${place}_at`).notNullable().defaultTo(0);
    }
  });
}

/**
 * Lets a job through to a recipient, or says from when on it may ask again. A job that was let through stays so while
 * it is tried again. One statement takes the place, so that nodes cannot let through more between them.
 *
 * @param now milliseconds
 * @returns null where the mail may leave now
 */
export async function waitForMailCap(
  knex: Knex,
  recipient: string,
  job: string,
  now: number,
): Promise<Date | null> {
  const taken = await knex(MAIL_CAPS)
    .insert({ recipient, third_job: job, third_at: now })
    .onConflict('recipient')
    .merge({
      first_job: knex.ref(`${MAIL_CAPS}.second_job`),
      first_at: knex.ref(`${MAIL_CAPS}.second_at`),
      second_job: knex.ref(`${MAIL_CAPS}.third_job`),
      second_at: knex.ref(`${MAIL_CAPS}.third_at`),
      third_job: job,
      third_at: now,
    })
    .where(`${MAIL_CAPS}.first_at`, '<=', now - HOUR_MS)
    .whereNot(`${MAIL_CAPS}.first_job`, job)
    .whereNot(`${MAIL_CAPS}.second_job`, job)
    .whereNot(`${MAIL_CAPS}.third_job`, job)
    .returning('recipient');
  if (taken.length) return null;
  const row = (await knex(MAIL_CAPS).where({ recipient }).first()) as
    Record<string, string | number> | undefined;
  // Forgotten in between: every place is free.
  if (!row) return waitForMailCap(knex, recipient, job, now);
  if ([row['first_job'], row['second_job'], row['third_job']].includes(job)) return null;
  return new Date(Number(row['first_at']) + HOUR_MS);
}

/** Forgets those who got nothing for an hour. */
export async function forgetMailCaps(knex: Knex, now: number): Promise<void> {
  await knex(MAIL_CAPS)
    .where('third_at', '<=', now - HOUR_MS)
    .delete();
}
