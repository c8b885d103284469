/**
 * All that is followed at an administration from one mailbox. It is looked for by keyed hashes, of each administration's
 * own, and is what the mails to that address link to one by one: a link to all of it opens nothing that they would not.
 */
import type { Core } from '@strapi/types';
import { residentAddress } from '../../domain/resident-address.js';
import type { Job } from '../../jobs/queue.js';
import { emailIndex } from '../../store/blind-index.js';
import { requestsOfMailbox } from '../../store/mailbox.js';
import type { OpenedRequest, SealedRequest } from '../../store/request-row.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';

/** The latest: whoever follows more has their references. */
const MOST = 20;

export interface FromMailbox {
  request: SealedRequest;
  opened: OpenedRequest;
}

/** @param administrationIds of one tenant */
export function indexesOfMailbox(
  strapi: Core.Strapi,
  administrationIds: readonly string[],
  email: string,
): string[] {
  const secrets = getService(strapi, 'secrets');
  return administrationIds.map((id) => emailIndex(secrets, id, email));
}

/** The latest first: those that are answered there, whatever address their senders gave besides. */
export async function openMailbox(
  strapi: Core.Strapi,
  mailbox: { administrationIds: readonly string[]; indexes: readonly string[] },
): Promise<FromMailbox[]> {
  const store = getService(strapi, 'store');
  const secrets = getService(strapi, 'secrets');
  const requests = await requestsOfMailbox(getService(strapi, 'knex'), mailbox, MOST);
  return requests
    .map((request) => ({ request, opened: store.open(request) }))
    .filter(({ request, opened }) => {
      const address = residentAddress(opened);
      return address && mailbox.indexes.includes(emailIndex(secrets, request.administrationId, address));
    });
}

/** All that is followed from the mailbox that a request is answered at, that one included. */
export async function mailboxOf(
  strapi: Core.Strapi,
  anchor: SealedRequest,
  administrationIds: readonly string[],
): Promise<FromMailbox[]> {
  const opened = getService(strapi, 'store').open(anchor);
  const address = residentAddress(opened);
  if (!address) return [];
  const indexes = indexesOfMailbox(strapi, administrationIds, address);
  const all = await openMailbox(strapi, { administrationIds, indexes });
  // Forwarded since, it has become another administration's.
  const isThere = all.some(({ request: { id } }) => id === anchor.id);
  return isThere ? all : [...all, { request: anchor, opened }];
}

/** Mails the link, where anything is followed from there. Who asked has had an answer: it took no less time for nothing. */
export async function mailToMailbox(
  strapi: Core.Strapi,
  { administrationId, payload: { indexes } }: Job<'mailbox'>,
): Promise<void> {
  const tenant = await getService(strapi, 'administration').byId(administrationId);
  if (!tenant) return;
  const [latest] = await openMailbox(strapi, { administrationIds: tenant.ids, indexes });
  if (!latest) return;
  await inTransaction(strapi, (trx) =>
    getService(strapi, 'queue').enqueue(trx, [
      { queue: 'mail', administrationId, payload: { kind: 'tracking-links', requestId: latest.request.id } },
    ]),
  );
}
