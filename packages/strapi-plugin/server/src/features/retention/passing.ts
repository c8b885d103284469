/** Keeps the dates of what only passes through: the alarm of what nobody took over, the shredding of what was. */
import type { Core } from '@strapi/types';
import { civilDate } from '../../domain/civil-date.js';
import { transitsBy } from '../../store/transit.js';
import { inTransaction, Undo } from '../../store/write.js';
import { getService } from '../../strapi/services.js';

/** A civil day begins first at UTC+14. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;
const BATCH = 100;

/** Ten weeks without a confirmation: it is kept here, and its service told. */
async function lapse(strapi: Core.Strapi, id: string, now: Date): Promise<void> {
  const request = await getService(strapi, 'store').find(id);
  const tenant = request && (await getService(strapi, 'administration').byId(request.administrationId));
  if (!tenant) return;
  const { administrationId, status, suspicion } = request;
  await inTransaction(strapi, async (trx) => {
    const appended = await getService(strapi, 'store').append(trx, {
      requestId: id,
      administrationIds: [administrationId],
      kind: 'transit-lapsed',
      by: 'system',
      on: civilDate(now, tenant.administration.timeZone),
      at: now.toISOString(),
    });
    // Taken over meanwhile, or the day is not there yet in its zone.
    if (!appended.ok) throw new Undo(undefined);
    if (status === 'closed' || suspicion === 'rejected') return;
    await getService(strapi, 'queue').enqueue(trx, [
      { queue: 'mail', administrationId, payload: { kind: 'transit-notice', requestId: id } },
    ]);
  });
}

/** What has come due by now, whatever was missed before; the others do not wait for one that fails. */
export async function keepPassing(strapi: Core.Strapi, now: Date): Promise<void> {
  const knex = getService(strapi, 'knex');
  const latest = civilDate(new Date(now.getTime() + EARLIEST_ZONE_MS), 'UTC');
  for (let after = ''; ;) {
    const due = await transitsBy(knex, latest, after, BATCH);
    for (const { id, isDelivered } of due) {
      const work = isDelivered
        ? getService(strapi, 'shredder').shredDelivered(id, now)
        : lapse(strapi, id, now);
      await work.catch((error: unknown) => {
        strapi.log.error(
          `guichet: request ${id}, which passes through, could not be dealt with: ${String(error)}`,
        );
      });
    }
    if (due.length < BATCH) return;
    after = due.at(-1)!.id;
  }
}
