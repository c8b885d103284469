/** Strapi's transaction, believed only once the database has committed. */
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

/**
 * knex resolves `commit()` where COMMIT failed, and goes on to the work where BEGIN failed: the failure of either is
 * only in the promise of the whole. Not to be nested: the promise of an outer transaction ends later.
 *
 * @throws whatever `work` throws, or what the database says of BEGIN or COMMIT
 */
export async function transaction<T>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  let ended: Promise<unknown> = Promise.resolve();
  const value = await strapi.db.transaction(async (begun: { trx: unknown }) => {
    const trx = begun.trx as Knex.Transaction;
    ended = trx.executionPromise;
    if (trx.isCompleted()) await ended;
    return await work(trx);
  });
  await ended;
  return value;
}
