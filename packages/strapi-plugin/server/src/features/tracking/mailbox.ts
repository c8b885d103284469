/**
 * All that is followed at an administration from one mailbox. It is looked for by keyed hashes, of each administration's
 * own, and is what the mails to that address link to one by one: a link to all of it opens nothing that they would not.
 */
import type { Core } from '@strapi/types';
import { residentAddress } from '../../domain/resident-address.js';
import type { Job } from '../../jobs/queue.js';
import { emailIndex } from '../../store/blind-index.js';
import { requestsOfMailbox } from '../../store/mailbox.js';
import { type OperatedRequest, operatedOfMailbox } from '../../store/operated.js';
import type { OpenedRequest, SealedRequest } from '../../store/request-row.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { isAddress, matchesControl } from './control.js';

/** The latest: whoever follows more has their references. */
const MOST = 20;

export interface Mailbox {
  email: string;
  own: { request: SealedRequest; opened: OpenedRequest }[];
  /** What was made at operators, whose residents gave that address at the end. */
  operated: OperatedRequest[];
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

type Wanted = Pick<Parameters<typeof requestsOfMailbox>[1], 'administrationIds' | 'indexes'>;

/** The latest of each kind first: those that are answered there, whatever address their senders gave besides. */
async function contentOf(strapi: Core.Strapi, wanted: Wanted): Promise<Omit<Mailbox, 'email'>> {
  const store = getService(strapi, 'store');
  const secrets = getService(strapi, 'secrets');
  const knex = getService(strapi, 'knex');
  const requests = await requestsOfMailbox(knex, wanted, MOST);
  const own = requests
    .map((request) => ({ request, opened: store.open(request) }))
    .filter(({ request, opened }) => {
      const address = residentAddress(opened);
      return address && wanted.indexes.includes(emailIndex(secrets, request.administrationId, address));
    });
  return { own, operated: await operatedOfMailbox(knex, wanted, MOST) };
}

/** What is followed from the mailbox where a request is answered, that one included. */
export async function mailboxOf(
  strapi: Core.Strapi,
  anchor: SealedRequest | OperatedRequest,
  administrationIds: readonly string[],
): Promise<Mailbox | null> {
  const opened = 'operatorId' in anchor ? null : getService(strapi, 'store').open(anchor);
  const email = opened
    ? residentAddress(opened)
    : ((await getService(strapi, 'operated').mailed(anchor.id))?.email ?? null);
  if (!email) return null;
  const indexes = indexesOfMailbox(strapi, administrationIds, email);
  const { own, operated } = await contentOf(strapi, { administrationIds, indexes });
  // Forwarded since, it has become another administration's.
  if (opened && !own.some(({ request }) => request.id === anchor.id))
    own.push({ request: anchor as SealedRequest, opened });
  return { email, own, operated };
}

const sinceOf = (one: SealedRequest | OperatedRequest) =>
  'operatorId' in one ? (one.sentAt ?? one.claimedAt ?? one.begunAt) : one.receivedAt;

/**
 * What of it somebody may see who gave `control`, the latest first. Of what was made at operators no name is known: the
 * address itself controls it, or what controls a request that was written from there.
 */
export function controlled({ email, own, operated }: Mailbox, control: string) {
  const theirs = own.filter(({ opened }) => matchesControl(opened.content.sender, control));
  return [
    ...theirs.map(({ request }) => request),
    ...(theirs.length || isAddress(email, control) ? operated : []),
  ].sort((a, b) => sinceOf(b).localeCompare(sinceOf(a)));
}

/** Mails the link, where anything is followed from there. Who asked has had an answer: it took no less time for nothing. */
export async function mailToMailbox(
  strapi: Core.Strapi,
  { administrationId, payload: { indexes } }: Job<'mailbox'>,
): Promise<void> {
  const tenant = await getService(strapi, 'administration').byId(administrationId);
  if (!tenant) return;
  const { own, operated } = await contentOf(strapi, { administrationIds: tenant.ids, indexes });
  const latest = own[0]?.request ?? operated[0];
  if (!latest) return;
  await inTransaction(strapi, (trx) =>
    getService(strapi, 'queue').enqueue(trx, [
      { queue: 'mail', administrationId, payload: { kind: 'tracking-links', requestId: latest.id } },
    ]),
  );
}
