/** Where requests went that an administration had and forwarded within the hosting, as typed queries. */
import type { Knex } from 'knex';
import { PASSAGES, REQUESTS } from './tables.js';

export interface Passage {
  /** Who answers for it now. */
  administrationId: string;
  /** RFC 3339 in UTC. */
  leftAt: string;
}

/** The last time that one of these forwarded it; null where none did, or one of them has it. */
export async function passageOf(
  knex: Knex,
  reference: string,
  administrationIds: readonly string[],
): Promise<Passage | null> {
  const found = await knex(REQUESTS)
    .join(PASSAGES, `${PASSAGES}.request_id`, `${REQUESTS}.id`)
    .where({ reference })
    .whereIn(`${PASSAGES}.administration_id`, administrationIds)
    .whereNotIn(`${REQUESTS}.administration_id`, administrationIds)
    .orderBy('left_at', 'desc')
    .first<{ administration_id: string; left_at: string } | undefined>(
      `${REQUESTS}.administration_id`,
      'left_at',
    );
  return found ? { administrationId: found.administration_id, leftAt: found.left_at } : null;
}
