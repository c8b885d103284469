/**
 * Sends one mail of the queue. At least once: a mail that is sent again after a crash between the server's acceptance
 * and our settling carries the same Message-ID, by which mailboxes show it once.
 */
import type { DeliveryKind } from '@guichet/contracts/admin/deliveries';
import type { Permission } from '@guichet/contracts/admin/permissions';
import { isEmail } from '@guichet/contracts/identity';
import type { ReceiptService } from '@guichet/contracts/receipt';
import { receiptRoutes } from '@guichet/contracts/routes';
import type { Core } from '@strapi/types';
import { civilDate } from '../../domain/civil-date.js';
import { hoursIn } from '../../domain/hours-today.js';
import { residentAddress } from '../../domain/resident-address.js';
import { serviceOf, type Tenant } from '../../domain/tenant.js';
import { Hopeless, Postponed, type JobHandler } from '../../jobs/queue.js';
import { waitForMailCap } from '../../store/mail-cap.js';
import type { OpenedRequest } from '../../store/request-row.js';
import { getService } from '../../strapi/services.js';
import { composeMail } from './compose.js';
import { letterOf, type LetterSubject } from './letter.js';
import { receiptFiles } from './receipt-files.js';

/** Kinds that anyone can have sent to any address, by typing it into the form. */
const capped = new Set([
  'registration-receipt',
  'tracking-link',
  'tracking-links',
  'operated-receipt',
  'correction-receipt',
]);

const toService: ReadonlySet<DeliveryKind> = new Set([
  'service-notice',
  'message-notice',
  'deadline-notice',
  'transit-notice',
]);

/** To one agent, and what that agent must be allowed to do for it to be sent. */
const toAgent: Partial<Record<DeliveryKind, Permission>> = {
  'approval-notice': 'inbox.approve',
  'assignment-notice': 'inbox.read',
};

export function createMailJob(strapi: Core.Strapi): JobHandler<'mail'> {
  const { publicUrl } = getService(strapi, 'settings');
  const mailer = getService(strapi, 'mailer');
  const secrets = getService(strapi, 'secrets');
  const knex = getService(strapi, 'knex');

  /** An agent's address, or that of who stands in. Null where they are gone, or may no longer. */
  async function agentOf(
    administrationId: string,
    agentId: number | null,
    permission: Permission,
  ): Promise<string | null> {
    if (agentId === null) return null;
    const acting = await getService(strapi, 'absences').actingFor(agentId, administrationId, new Date());
    const colleagues = await getService(strapi, 'agents').serving(administrationId, permission);
    const emailOf = (wanted: number) => colleagues.find(({ id }) => id === wanted)?.email;
    // Who stands in may not be allowed all that whoever is away is.
    return emailOf(acting) ?? emailOf(agentId) ?? null;
  }

  async function addressOf(
    { kind, agentId }: Pick<LetterSubject, 'kind' | 'agentId'>,
    request: OpenedRequest,
    service: ReceiptService,
  ): Promise<string | null> {
    const { administrationId, assignedTo } = request;
    const permission = toAgent[kind];
    if (permission) return agentOf(administrationId, agentId ?? null, permission);
    if (kind === 'deadline-notice')
      return (await agentOf(administrationId, assignedTo, 'inbox.read')) ?? service.email;
    return toService.has(kind) ? service.email : residentAddress(request);
  }

  async function checkCap(administrationId: string, address: string, job: string): Promise<void> {
    const recipient = secrets
      .mac('blind-index', administrationId, 'mail-cap', address.toLowerCase())
      .toString('base64url');
    const until = await waitForMailCap(knex, recipient, job, Date.now());
    if (until) throw new Postponed(until);
  }

  /** What is mailed of a request that was made at an operator, to the address that its resident gave, if any. */
  async function mailOfOperated(
    tenant: Tenant,
    { id, kind, requestId }: { id: string; kind: DeliveryKind; requestId: string },
  ): Promise<void> {
    const mailed = await getService(strapi, 'operated').mailed(requestId);
    if (!mailed || !tenant.ids.includes(mailed.administrationId)) return;
    if (kind !== 'operated-receipt' && kind !== 'tracking-links') return;
    await checkCap(tenant.id, mailed.email, id);
    const { administration } = tenant;
    const { language, operator } = mailed;
    const isOfAll = kind === 'tracking-links';
    const service = isOfAll
      ? serviceOf(tenant, null)
      : { name: operator.name, address: '', phone: operator.phone, email: operator.email ?? '' };
    const mail = composeMail(
      { kind },
      {
        reference: mailed.reference,
        receivedAt: mailed.receivedAt,
        language,
        hasName: false,
        service,
        administration,
        hours: hoursIn(administration, language, civilDate(new Date(), administration.timeZone)),
        verification: '',
        url: await getService(strapi, 'tracking').link(requestId, isOfAll ? 'mailbox' : 'tracking'),
      },
    );
    await mailer.send(mail, { id, to: mailed.email, replyTo: service.email || administration.human.email });
  }

  return async ({ id, administrationId, payload }) => {
    const { kind, requestId } = payload;
    const tenant = await getService(strapi, 'administration').byId(administrationId);
    const request = await getService(strapi, 'request').open(requestId);
    if (tenant && !request) await mailOfOperated(tenant, { id, kind, requestId });
    // Erased since: there is nobody to write to any more.
    if (!tenant || !request) return;
    const toResident = !toService.has(kind) && !toAgent[kind];
    if (!tenant.ids.includes(request.administrationId)) {
      const hadIt = await getService(strapi, 'store').hasPassedThrough(requestId, tenant.ids);
      if (!hadIt) throw new Hopeless('wrong-administration');
      // Forwarded since: its resident is still told what this one did; its service has nothing to do with it any more.
      if (!toResident) return;
    }
    // CRPA L112-11: abusive sendings are owed no receipt. What waited was withdrawn; this was under way.
    if (request.suspicion === 'rejected') return;

    const letter = await letterOf(strapi, { ...payload, procedure: request.procedure });
    if (!letter) return;

    const { administration } = tenant;
    const isOfAll = kind === 'tracking-links';
    const service = serviceOf(tenant, isOfAll ? null : request.recipient);
    const to = await addressOf(payload, request, service);
    if (to === null) return;
    if (!isEmail(to)) throw new Hopeless('invalid-address');
    const isAnybodys = capped.has(kind) || (letter.kind === 'acknowledgement' && letter.isImmediate);
    if (isAnybodys) await checkCap(administrationId, to, id);

    const mail = composeMail(letter, {
      reference: request.reference,
      receivedAt: request.receivedAt,
      language: request.language,
      hasName: request.content.sender.kind !== 'minimal',
      service,
      administration,
      hours: hoursIn(administration, request.language, civilDate(new Date(), administration.timeZone)),
      verification: new URL(receiptRoutes.verificationPage, publicUrl).href,
      url: toResident
        ? await getService(strapi, 'tracking').link(requestId, isOfAll ? 'mailbox' : 'tracking')
        : `${mailer.panel}/plugins/guichet/inbox/${encodeURIComponent(requestId)}`,
    });
    const attachments = await receiptFiles(strapi, letter, request);
    const sent = { id, kind, requestId };
    const bounces = getService(strapi, 'bounces');
    // A resident who answers the mail reaches a person; an agent's answer would not reach the resident.
    const apart = toResident ? { messageId: bounces.messageId(sent), replyTo: service.email } : {};
    await mailer.send(mail, { id, to, attachments, ...apart }).catch(async (error: unknown) => {
      if (toResident && error instanceof Hopeless) await bounces.record(sent, error.code);
      throw error;
    });
  };
}
