/** Entering what came at the counter, by telephone or by post: stored as what residents send, with its receipt. */
import { daysAfter } from '@guichet/contracts/civil-date';
import {
  type Entry,
  ENTRY_DAYS_BACK,
  entryContent,
  type EntryCreated,
} from '@guichet/contracts/admin/entries';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { Receipt } from '@guichet/contracts/receipt';
import type { Core } from '@strapi/types';
import { channelInLaw } from '../../domain/acknowledgement.js';
import { opened } from '../../domain/case-file.js';
import { civilDate } from '../../domain/civil-date.js';
import { generalForm } from '../../domain/procedure.js';
import { serviceOf, type Tenant } from '../../domain/tenant.js';
import { ProblemError } from '../../edge/problem-error.js';
import type { NewJob } from '../../jobs/queue.js';
import { claimOnce, identify, withNewReference } from '../../store/reception.js';
import type { Facts, Signed } from '../../store/timeline.js';
import { inTransaction } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { noonOf } from './received-at.js';

export interface EntryService {
  /** @throws AdminRefusal `validation-failed`, `not-possible`, `unavailable` */
  enter(agent: AdminUser, entry: Entry, now: Date): Promise<EntryCreated>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    entry: EntryService;
  }
}

/** Who enters it, and how that is signed. */
interface By {
  id: number;
  signed: Signed;
}

function checkAgainst(tenant: Tenant, { receivedOn, recipient }: Entry, now: Date): void {
  const today = civilDate(now, tenant.administration.timeZone);
  const errors: AdminFieldError[] = [];
  if (receivedOn > today || receivedOn < daysAfter(today, -ENTRY_DAYS_BACK))
    errors.push({ path: 'receivedOn', code: 'invalid' });
  if (recipient !== null && !tenant.desks.some(({ slug }) => slug === recipient))
    errors.push({ path: 'recipient', code: 'unknown' });
  if (errors.length) throw new AdminRefusal('validation-failed', errors);
}

/** @throws AdminRefusal of what the key, or the database, has against it */
function refuse(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  throw new AdminRefusal(error.code === 'idempotency-key-reused' ? 'not-possible' : 'unavailable');
}

export function createEntryService({ strapi }: { strapi: Core.Strapi }): EntryService {
  const means = {
    vault: getService(strapi, 'vault'),
    secrets: getService(strapi, 'secrets'),
    store: getService(strapi, 'store'),
  };

  async function served(agent: AdminUser, administrationId: string): Promise<{ tenant: Tenant; by: By }> {
    const scope = await getService(strapi, 'agents').scopeOf(agent.id);
    const mine = scope.find(({ id }) => id === administrationId);
    const tenant = mine && (await getService(strapi, 'administration').byId(administrationId));
    // Merged away, it receives nothing any more: whoever took over does.
    if (!mine || tenant?.id !== administrationId)
      throw new AdminRefusal('validation-failed', [{ path: 'administrationId', code: 'unknown' }]);
    const [signed] = await getService(strapi, 'anonymity').signatures(agent, [mine]);
    return { tenant, by: { id: agent.id, signed: signed! } };
  }

  function mailsOf(
    { id: administrationId }: Tenant,
    { recipient, wantsEmails }: Entry,
    requestId: string,
    isAcknowledged: boolean,
  ): NewJob[] {
    const kinds = [
      ...(wantsEmails ? ([isAcknowledged ? 'acknowledgement' : 'tracking-link'] as const) : []),
      // Who enters it knows; the service that it is for may not.
      ...(recipient === null ? [] : (['service-notice'] as const)),
    ];
    return kinds.map((kind) => ({ queue: 'mail', administrationId, payload: { kind, requestId } }));
  }

  async function tryOnce(tenant: Tenant, by: By, entry: Entry, now: Date): Promise<EntryCreated> {
    const { administration, id: administrationId } = tenant;
    const { key, channel, receivedOn, wantsEmails, ...sent } = entry;
    const content = entryContent(entry);
    const today = civilDate(now, administration.timeZone);
    const receivedAt = receivedOn === today ? now : noonOf(receivedOn, administration.timeZone);
    const identity = identify(means, administrationId, administration.code, Number(receivedOn.slice(0, 4)));
    const { id, reference, trackingCode } = identity;
    const law = getService(strapi, 'law');
    const opening = law.opening(tenant, receivedAt, content, generalForm, channelInLaw[channel]);
    // By telephone there is nothing to acknowledge.
    const acknowledged =
      sent.acknowledge && opening.channel === 'paper'
        ? await law.acknowledgementFact(
            tenant,
            { recipient: sent.recipient, reference, receivedAt: receivedAt.toISOString() },
            opened(opening),
            now,
          )
        : null;
    const facts = acknowledged?.facts as
      (Facts & { receipt: Receipt; missing: readonly unknown[] }) | undefined;
    const { code, name, theme, links } = administration;
    const created: EntryCreated = {
      id,
      reference,
      trackingCode,
      channel,
      receivedOn,
      receipt: facts?.receipt ?? { kind: 'registration', service: serviceOf(tenant, sent.recipient) },
      isIncomplete: Boolean(facts?.missing.length),
      isMailed: wantsEmails,
      administration: { id: administrationId, code, name, accent: theme.accent },
      tracking: links.tracking,
    };
    const fingerprint = means.secrets
      .mac('fingerprint', 'entry', JSON.stringify([by.id, channel, receivedOn, wantsEmails, sent]))
      .toString('base64url');

    return inTransaction(strapi, async (trx) => {
      await claimOnce(means, trx, { tenantIds: tenant.ids, key, fingerprint, identity, reply: created, now });
      await means.store.insert(trx, {
        ...identity,
        receivedAt: receivedAt.toISOString(),
        suspect: false,
        opening,
        channel,
        enteredBy: by.id,
        content,
      });
      if (acknowledged) {
        const appended = await means.store.append(trx, {
          ...acknowledged,
          requestId: id,
          administrationIds: [administrationId],
          by: 'agent',
          agentId: by.id,
          // CRPA L111-2: who handles a case is known to the person by first name, surname and capacity.
          content: by.signed,
          on: today,
          at: now.toISOString(),
        });
        if (!appended.ok) throw new Error(appended.code);
      }
      const mails = mailsOf(tenant, entry, id, acknowledged !== null);
      if (mails.length) await getService(strapi, 'queue').enqueue(trx, mails);
      return created;
    });
  }

  return {
    async enter(agent, entry, now) {
      const { tenant, by } = await served(agent, entry.administrationId);
      checkAgainst(tenant, entry, now);
      return withNewReference(() => tryOnce(tenant, by, entry, now)).catch(refuse);
    },
  };
}
