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
import { serviceOf } from '../../domain/tenant.js';
import { failureCode } from '../../jobs/failure-code.js';
import { Hopeless, Postponed, type JobHandler } from '../../jobs/queue.js';
import { waitForMailCap } from '../../store/mail-cap.js';
import type { OpenedRequest } from '../../store/request-row.js';
import { getService } from '../../strapi/services.js';
import { composeMail } from './compose.js';
import { letterOf, type LetterSubject } from './letter.js';
import { oneLine } from './mail.js';
import { mailHtml } from './mail-html.js';
import { mailText } from './mail-text.js';
import { receiptFiles } from './receipt-files.js';
import { isRefusedRecipient } from './smtp-failure.js';

/** Kinds that anyone can have sent to any address, by typing it into the form. */
const capped = new Set(['registration-receipt', 'tracking-link', 'correction-receipt']);

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
  const { mailFrom, bounceAddress, publicUrl } = getService(strapi, 'settings');
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
  const secrets = getService(strapi, 'secrets');
  const knex = getService(strapi, 'knex');
  const email = strapi.plugin('email').service<{ send(options: object): Promise<void> }>('email');

  // Strapi's panel: at an address of its own, or below the hosting's.
  const panel = new URL(strapi.config.get<string>('admin.url'), publicUrl).href.replace(/\/$/, '');

  /**
   * Under the sender's own address, or the one given for receipts (CRPA R112-11-3). Null for who came otherwise and gave
   * none, or wants no e-mails.
   */
  function residentOf({ channel, content: { sender } }: OpenedRequest): string | null {
    if (channel !== 'electronic' && sender.refusesElectronicReply) return null;
    return (sender.receiptEmail ?? sender.email) || null;
  }

  /** Null for an agent who is gone, or may no longer. */
  async function addressOf(
    { kind, agentId }: Pick<LetterSubject, 'kind' | 'agentId'>,
    request: OpenedRequest,
    service: ReceiptService,
  ): Promise<string | null> {
    const permission = toAgent[kind];
    if (permission) {
      const colleagues = await getService(strapi, 'agents').serving(request.administrationId, permission);
      return colleagues.find(({ id }) => id === agentId)?.email ?? null;
    }
    return toService.has(kind) ? service.email : residentOf(request);
  }

  async function checkCap(administrationId: string, address: string, job: string): Promise<void> {
    const recipient = secrets
      .mac('blind-index', administrationId, 'mail-cap', address.toLowerCase())
      .toString('base64url');
    const until = await waitForMailCap(knex, recipient, job, Date.now());
    if (until) throw new Postponed(until);
  }

  return async ({ id, administrationId, payload }) => {
    const { kind, requestId } = payload;
    const tenant = await getService(strapi, 'administration').byId(administrationId);
    const request = await getService(strapi, 'request').open(requestId);
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
    const service = serviceOf(tenant, request.recipient);
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
      verification: new URL(receiptRoutes.verificationPage, publicUrl).href,
      url: toResident
        ? await getService(strapi, 'tracking').link(requestId, 'tracking')
        : `${panel}/plugins/guichet/inbox/${encodeURIComponent(requestId)}`,
    });
    const attachments = await receiptFiles(strapi, letter, request);
    const bounces = getService(strapi, 'bounces');
    const sent = { id, kind, requestId };
    try {
      await email.send({
        // The address never varies: it is the one the terms publish (R112-11-3), and what SPF and DKIM vouch for.
        from: { name: oneLine(administration.name), address: mailFrom },
        to: { name: '', address: to },
        // A resident who answers the mail reaches a person. An agent's answer would not reach the resident: it goes
        // nowhere, rather than to the provider's default address.
        replyTo: toResident ? { name: '', address: service.email } : mailFrom,
        envelope: { from: bounceAddress, to: [to] },
        messageId: toResident ? bounces.messageId(sent) : `<guichet.${id}@${domain}>`,
        // RFC 3834: no out-of-office reply to this.
        headers: { 'Auto-Submitted': 'auto-generated' },
        subject: oneLine(mail.subject),
        text: mailText(mail),
        html: mailHtml(mail),
        attachments,
      });
    } catch (error) {
      if (!isRefusedRecipient(error)) throw error;
      const code = failureCode(error);
      if (toResident) await bounces.record(sent, code);
      throw new Hopeless(code, { cause: error });
    }
  };
}
