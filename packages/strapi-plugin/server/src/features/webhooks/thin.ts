/** What is told of requests to whoever follows them elsewhere: which one, and where it stands. */
import { internalKinds } from '@guichet/contracts/admin/inbox';
import type { ThinRequest } from '@guichet/contracts/admin/webhooks';
import type { Core } from '@strapi/types';
import { instantWithOffset } from '../../domain/civil-date.js';
import type { TimelineKind } from '../../store/timeline.js';
import { getService } from '../../strapi/services.js';

/** What colleagues tell each other, and what leaves nothing to tell. */
const untold: ReadonlySet<string> = new Set([
  ...internalKinds,
  ...(['bounced', 'eliminated'] satisfies TimelineKind[]),
]);

async function thinRequest(
  strapi: Core.Strapi,
  requestId: string,
  administrationUid: string,
): Promise<ThinRequest | null> {
  const store = getService(strapi, 'store');
  const request = await store.find(requestId);
  const tenant = await getService(strapi, 'administration').byId(administrationUid);
  if (!request || !tenant) return null;
  const isOwn = request.administrationId === administrationUid;
  if (!isOwn && !(await store.hasPassedThrough(requestId, [administrationUid]))) return null;
  const { reference, procedure, status } = request;
  const { code, timeZone } = tenant.administration;
  return {
    administration: code,
    reference,
    procedure,
    status: isOwn ? status : 'forwarded',
    receivedAt: instantWithOffset(new Date(request.receivedAt), timeZone),
  };
}

/** Has every fact of every request told, in its transaction. */
export function tellRequests(strapi: Core.Strapi): void {
  const webhooks = getService(strapi, 'webhooks');
  for (const type of ['request.received', 'request.updated'] as const)
    webhooks.describe(type, { data: (id, administrationUid) => thinRequest(strapi, id, administrationUid) });
  getService(strapi, 'store').listen(async (trx, { kind, requestId, administrationId }) => {
    if (untold.has(kind)) return;
    const type = kind === 'received' ? 'request.received' : 'request.updated';
    await webhooks.tell(trx, { administrationUid: administrationId, type, requestId });
  });
}
