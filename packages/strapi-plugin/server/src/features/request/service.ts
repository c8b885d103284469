/** Receiving a request: one transaction, so that what was acknowledged is kept, once, with the mails it calls for. */
import {
  makeReference,
  makeTrackingCode,
  REFERENCE_RANDOM_BYTES,
  TRACKING_CODE_RANDOM_BYTES,
} from '@guichet/contracts/reference';
import type { NewRequest, newRequest, RequestCreated } from '@guichet/contracts/request';
import type { Receipt } from '@guichet/contracts/receipt';
import type { Core } from '@strapi/types';
import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { civilDate, instantWithOffset } from '../../domain/civil-date.js';
import type { Tenant } from '../../domain/tenant.js';
import { endOfNextWorkingDay, territoryOf } from '../../domain/working-days.js';
import { ProblemError } from '../../edge/problem-error.js';
import type { NewJob } from '../../jobs/queue.js';
import { claimKey, earlierReply, forgetExpired, REPLY_HOURS } from '../../store/idempotency.js';
import { newId } from '../../jobs/new-id.js';
import type { OpenedRequest } from '../../store/request-row.js';
import { inTransaction, isDuplicate, Undo } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { makeFormToken, readFormToken } from './form-token.js';
import { registrationReceipt } from './receipt.js';
import { isSuspect } from './suspicion.js';

/** 35 random bits a reference: two in a row that exist already do not happen by chance. */
const REFERENCE_ATTEMPTS = 3;
const HOUR_MS = 3_600_000;

export type Submission = z.output<typeof newRequest>;

export interface RequestService {
  /** @throws ProblemError `validation-failed`, `idempotency-key-reused`, `request-in-progress`, `unavailable` */
  submit(call: {
    tenant: Tenant;
    submission: Submission;
    idempotencyKey: string;
    now: Date;
  }): Promise<RequestCreated>;
  formToken(tenant: Tenant, now: Date): string;
  /** What was sent, opened; null where it is not (or no longer) kept. */
  open(requestId: string): Promise<OpenedRequest | null>;
  /** The registration receipt that its resident was given, made again. @param tenant who received it */
  registration(tenant: Tenant, request: OpenedRequest): Promise<Receipt & { jws: string }>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    request: RequestService;
  }
}

export function createRequestService({ strapi }: { strapi: Core.Strapi }): RequestService {
  const secrets = getService(strapi, 'secrets');
  const vault = getService(strapi, 'vault');
  const store = getService(strapi, 'store');

  function fingerprintOf(content: NewRequest, attachments: readonly string[]): string {
    return secrets
      .mac('fingerprint', 'request', JSON.stringify(content), ...attachments)
      .toString('base64url');
  }

  function checkAgainst(tenant: Tenant, content: NewRequest): void {
    const { procedures } = tenant.administration;
    const errors = [
      ...(procedures.some(({ slug }) => slug === content.procedure) ? [] : ['procedure']),
      ...(content.recipient === null || tenant.desks.some(({ slug }) => slug === content.recipient)
        ? []
        : ['recipient']),
    ];
    if (errors.length) {
      throw new ProblemError('validation-failed', {
        errors: errors.map((path) => ({ path, code: 'invalid' })),
      });
    }
  }

  function mailsOf(tenant: Tenant, requestId: string, runAt: Date | undefined): NewJob[] {
    return (['registration-receipt', 'service-notice'] as const).map((kind) => ({
      queue: 'mail',
      administrationId: tenant.id,
      payload: { kind, requestId },
      ...(runAt && { runAt }),
    }));
  }

  /** @throws a unique violation where the reference exists already */
  async function tryOnce(
    tenant: Tenant,
    { formToken, trap, attachments: ids, ...content }: Submission,
    idempotencyKey: string,
    now: Date,
  ): Promise<RequestCreated> {
    const { code, timeZone } = tenant.administration;
    const year = Number(civilDate(now, timeZone).slice(0, 4));
    const id = newId();
    const record = { id, administrationId: tenant.id };
    const { dataKey, wrapped } = vault.createDataKey(store.placeOf(record, 'key'));
    const trackingCode = makeTrackingCode(randomBytes(TRACKING_CODE_RANDOM_BYTES));
    const reference = makeReference(code, year, randomBytes(REFERENCE_RANDOM_BYTES));
    const receivedAt = instantWithOffset(now, timeZone);
    const { attachments, claim } = await getService(strapi, 'attachments').want(ids, {
      administrationIds: tenant.ids,
      requestId: null,
      agentId: null,
    });
    const { recipient } = content;
    const received = { reference, recipient, receivedAt: now, attachments };
    const receipt = await registrationReceipt(strapi, tenant, received);
    const reply: RequestCreated = { reference, trackingCode, receivedAt, receipt };
    const fingerprint = fingerprintOf(content, ids);
    const begunAt = readFormToken(secrets, tenant.ids, formToken, now);
    const suspect = isSuspect({ trap, begunAt, now });

    return inTransaction(strapi, async (trx) => {
      const isFirst = await claimKey(trx, {
        administrationId: tenant.id,
        key: idempotencyKey,
        fingerprint,
        requestId: id,
        reply: vault.seal(dataKey, JSON.stringify(reply), store.placeOf(record, 'reply')),
        expiresAt: new Date(now.getTime() + REPLY_HOURS * HOUR_MS).toISOString(),
      });
      // A key from before a merger was claimed under the predecessor.
      const others = tenant.ids.slice(1);
      const claimants = isFirst ? others : [tenant.id];
      const earlier = claimants.length ? await earlierReply(trx, idempotencyKey, claimants) : null;
      if (earlier) {
        if (earlier.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
        const { requestId, administrationId, claimedUnder: sealedUnder } = earlier;
        const place = { id: requestId, administrationId, sealedUnder };
        const earlierKey = vault.openDataKey(earlier.wrappedKey, store.placeOf(place, 'key'));
        throw new Undo(
          JSON.parse(vault.open(earlierKey, earlier.reply, store.placeOf(place, 'reply'))) as RequestCreated,
        );
      }
      // Claimed, yet nothing to answer: the reply was just forgotten, or the request is just being shredded.
      if (!isFirst) throw new ProblemError('request-in-progress', { retryAfter: 2 });
      await claim(trx, { id, dataKey }, now);
      await store.insert(trx, {
        ...record,
        reference: reply.reference,
        trackingHash: secrets.mac('tracking-code', reply.reference, trackingCode).toString('hex'),
        receivedAt: now.toISOString(),
        suspect,
        opening: getService(strapi, 'law').opening(tenant, now, content),
        content: { ...content, ...(attachments.length && { attachments }) },
        dataKey,
        wrappedKey: wrapped,
      });
      const runAt = suspect ? endOfNextWorkingDay(now, timeZone, territoryOf(tenant.departement)) : undefined;
      await getService(strapi, 'queue').enqueue(trx, mailsOf(tenant, id, runAt));
      return reply;
    });
  }

  return {
    formToken: (tenant, now) => makeFormToken(secrets, tenant.id, now),

    async submit({ tenant, submission, idempotencyKey, now }) {
      checkAgainst(tenant, submission);
      for (let attempt = 1; ; attempt++) {
        try {
          return await tryOnce(tenant, submission, idempotencyKey, now);
        } catch (error) {
          if (attempt === REFERENCE_ATTEMPTS || !isDuplicate(error)) throw error;
        }
      }
    },

    async open(requestId) {
      const request = await store.find(requestId);
      return request && store.open(request);
    },

    registration: (tenant, { reference, recipient, receivedAt, content: { attachments = [] } }) =>
      registrationReceipt(strapi, tenant, {
        reference,
        recipient,
        receivedAt: new Date(receivedAt),
        attachments,
      }),
  };
}

/** Replies are kept for 72 hours, then forgotten. */
export function scheduleForgetting(strapi: Core.Strapi): void {
  getService(strapi, 'queue').schedule('forget-replies', '17 * * * *', () =>
    forgetExpired(getService(strapi, 'knex'), new Date().toISOString()),
  );
}
