/** Hands requests that only pass through to the service's own software, whole, and records that it has them. */
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { civilDate, instantWithOffset } from '../../domain/civil-date.js';
import type { Attachment } from '@guichet/contracts/attachment';
import type { SealedRequest } from '../../store/request-row.js';
import { hasGrownSince, lockTransit, transitWayOf } from '../../store/transit.js';
import { getService } from '../../strapi/services.js';

const TYPE = 'request.transferred';
/** Of all files together: a message is held in memory. Beyond, an agent hands the request over. */
const MOST_BYTES = 10 * 1024 * 1024;

/** A file with its bytes, in base64; null where the antivirus has condemned them. */
async function fileOf(
  strapi: Core.Strapi,
  request: SealedRequest,
  { id, name, type, size, sha256 }: Attachment,
) {
  const download = await getService(strapi, 'attachments')
    .open(request, id)
    .catch((error: unknown) => {
      if ((error as { code?: string }).code === 'attachment-not-found') return null;
      throw error;
    });
  const content = download && Buffer.concat(await download.bytes.toArray()).toString('base64');
  return { name, type, size, sha256, content };
}

/**
 * All that the service needs to deal with it; null where it is not, or no longer, to be handed over, or is too large.
 *
 * @param administrationUid whom it is told
 */
async function wholeRequest(
  strapi: Core.Strapi,
  requestId: string,
  administrationUid: string,
): Promise<object | null> {
  const read = await getService(strapi, 'law').dossier(requestId);
  const tenant = await getService(strapi, 'administration').byId(administrationUid);
  if (!read || !tenant || read.request.administrationId !== administrationUid) return null;
  const { request, events, state } = read;
  const isPassing = state.file?.transit?.deliveredOn === null;
  if (!isPassing || state.suspicion === 'suspect' || state.suspicion === 'rejected') return null;
  const { content } = getService(strapi, 'store').open(request);
  const said = events.filter(({ kind, by }) => kind === 'message' && by === 'resident');
  const attachments = [content, ...said.map((event) => event.content)].flatMap(
    (one) => one.attachments ?? [],
  );
  if (attachments.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return null;
  const files = [];
  for (const attachment of attachments) files.push(await fileOf(strapi, request, attachment));
  const { code, timeZone } = tenant.administration;
  const at = (instant: string) => instantWithOffset(new Date(instant), timeZone);
  const { nature, recipient, language, sender, subject, message } = content;
  return {
    administration: code,
    reference: request.reference,
    procedure: request.procedure,
    receivedAt: at(request.receivedAt),
    nature: state.file?.nature ?? nature,
    recipient,
    language,
    sender,
    subject,
    message,
    messages: said.map((event) => ({ at: at(event.at), message: event.content.message ?? '' })),
    files,
  };
}

/** After a 2xx: the service has it, unless its resident has added to it since, which leaves in a message of its own. */
async function delivered(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  requestId: string,
  enqueuedAt: string,
): Promise<void> {
  const locked = await lockTransit(trx, requestId);
  // Told twice, or closed by an agent’s own word.
  if (!locked) return;
  if (await hasGrownSince(trx, requestId, enqueuedAt)) {
    const { administrationId: administrationUid } = locked;
    await getService(strapi, 'webhooks').enqueue(trx, { administrationUid, type: TYPE, requestId });
    return;
  }
  const now = new Date();
  const appended = await getService(strapi, 'store').append(trx, {
    requestId,
    administrationIds: [locked.administrationId],
    kind: 'delivered',
    by: 'system',
    on: civilDate(now, locked.timeZone),
    at: now.toISOString(),
  });
  if (!appended.ok) throw new Error(appended.code);
}

/** What is received for a service with its own software leaves at once; what is suspect, once it is released. */
export function transferRequests(strapi: Core.Strapi): void {
  const webhooks = getService(strapi, 'webhooks');
  webhooks.describe(TYPE, {
    data: (requestId, administrationUid) => wholeRequest(strapi, requestId, administrationUid),
    delivered: (trx, requestId, enqueuedAt) => delivered(strapi, trx, requestId, enqueuedAt),
  });
  getService(strapi, 'store').listen(async (trx, { kind, requestId, administrationId, transit }) => {
    const way = kind === 'released' ? await transitWayOf(trx, requestId) : transit;
    if (way === 'webhook')
      await webhooks.enqueue(trx, { administrationUid: administrationId, type: TYPE, requestId });
  });
}
