/** Mailed links: the row makes one revocable and bounded in time; its token is derived, never stored. */
import type { Knex } from 'knex';
import { newId } from '../jobs/new-id.js';
import { LINKS } from './tables.js';

/** What a link opens, and nothing else: its request, or all that is followed from the mailbox that it is answered at. */
export type LinkPurpose = 'tracking' | 'mailbox';

export interface Link {
  id: string;
  administrationId: string;
  requestId: string;
  purpose: LinkPurpose;
}

interface LinkRow {
  id: string;
  administration_id: string;
  request_id: string;
  purpose: LinkPurpose;
}

const linkOf = (row: LinkRow): Link => ({
  id: row.id,
  administrationId: row.administration_id,
  requestId: row.request_id,
  purpose: row.purpose,
});

/** The link of a request for a purpose, made where none is valid. Mails sent again carry the same one. */
export async function linkFor(
  knex: Knex,
  wanted: Omit<Link, 'id'>,
  times: { now: string; expiresAt: string },
): Promise<Link> {
  const row = (await knex(LINKS)
    .where({
      request_id: wanted.requestId,
      administration_id: wanted.administrationId,
      purpose: wanted.purpose,
      revoked_at: null,
    })
    .where('expires_at', '>', times.now)
    .orderBy('created_at')
    .first()) as LinkRow | undefined;
  if (row) return linkOf(row);
  const link: Link = { id: newId(), ...wanted };
  await knex(LINKS).insert({
    id: link.id,
    administration_id: link.administrationId,
    request_id: link.requestId,
    purpose: link.purpose,
    created_at: times.now,
    expires_at: times.expiresAt,
  });
  return link;
}

/** A link that is neither revoked nor expired. */
export async function findLink(
  knex: Knex,
  id: string,
  administrationIds: readonly string[],
  now: string,
): Promise<Link | null> {
  const row = (await knex(LINKS)
    .where({ id, revoked_at: null })
    .whereIn('administration_id', administrationIds)
    .where('expires_at', '>', now)
    .first()) as LinkRow | undefined;
  return row ? linkOf(row) : null;
}

/** Makes every link of a request useless. */
export async function revokeLinks(knex: Knex, requestId: string, now: string): Promise<void> {
  await knex(LINKS).where({ request_id: requestId, revoked_at: null }).update({ revoked_at: now });
}
