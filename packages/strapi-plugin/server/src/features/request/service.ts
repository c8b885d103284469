/** Receiving a request: one transaction, so that what was acknowledged is kept, once, with the mails it calls for. */
import type { NewRequest, newRequest, RequestCreated } from '@guichet/contracts/request';
import { fileLimits } from '@guichet/contracts/file-limits';
import type { Receipt } from '@guichet/contracts/receipt';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { civilDate, instantWithOffset } from '../../domain/civil-date.js';
import { acknowledgementAtOnce } from '../../domain/immediate.js';
import type { Procedure } from '../../domain/procedure.js';
import type { Tenant } from '../../domain/tenant.js';
import { endOfNextWorkingDay, territoryOf } from '../../domain/working-days.js';
import type { NewJob } from '../../jobs/queue.js';
import { forgetExpired } from '../../store/idempotency.js';
import { claimOnce, identify, withNewReference } from '../../store/reception.js';
import type { OpenedRequest, SealedRequest } from '../../store/request-row.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { makeFormToken, readFormToken } from './form-token.js';
import { checkFiles, procedureFor } from './offer.js';
import { firstReceipt } from './receipt.js';
import { isSuspect } from './suspicion.js';

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
  /**
   * The registration receipt, as it was given at once: dated as then, signed anew. Null where its administration is gone.
   */
  registration(request: SealedRequest): Promise<(Receipt & { jws: string }) | null>;
  /** What was sent, opened; null where it is not (or no longer) kept. */
  open(requestId: string): Promise<OpenedRequest | null>;
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
  const means = { vault, secrets, store };

  function fingerprintOf(content: NewRequest, attachments: readonly string[]): string {
    return secrets
      .mac('fingerprint', 'request', JSON.stringify(content), ...attachments)
      .toString('base64url');
  }

  function mailsOf(
    tenant: Tenant,
    requestId: string,
    receipt: Receipt['kind'],
    runAt: Date | undefined,
  ): NewJob[] {
    const first = receipt === 'registration' ? 'registration-receipt' : receipt;
    return ([first, 'service-notice'] as const).map((kind) => ({
      queue: 'mail',
      administrationId: tenant.id,
      payload: { kind, requestId },
      ...(runAt && { runAt }),
    }));
  }

  /** @throws a unique violation where the reference exists already */
  async function tryOnce(
    tenant: Tenant,
    procedure: Procedure,
    { formToken, trap, attachments: ids, ...sent }: Submission,
    idempotencyKey: string,
    now: Date,
  ): Promise<RequestCreated> {
    const content = { ...sent, recipient: procedure.recipient ?? sent.recipient };
    const { code, timeZone } = tenant.administration;
    const year = Number(civilDate(now, timeZone).slice(0, 4));
    const identity = identify(means, tenant.id, code, year);
    const { id, reference, trackingCode, dataKey } = identity;
    const receivedAt = instantWithOffset(now, timeZone);
    const { attachments, claim } = await getService(strapi, 'attachments').want(ids, {
      administrationIds: tenant.ids,
      requestId: null,
      agentId: null,
    });
    const begunAt = readFormToken(secrets, tenant.ids, formToken, now);
    const suspect = isSuspect({ trap, begunAt, now });
    const opening = getService(strapi, 'law').opening(tenant, now, content, procedure);
    // A suspect's waits to be sorted: CRPA L112-11 owes none to what is abusive.
    const acknowledgement = suspect ? null : acknowledgementAtOnce(tenant, procedure, opening);
    const { recipient } = content;
    const received = { reference, recipient, receivedAt: now, attachments, acknowledgement };
    const receipt = await firstReceipt(strapi, tenant, received);
    const reply: RequestCreated = { reference, trackingCode, receivedAt, receipt };
    const fingerprint = fingerprintOf(sent, ids);

    return inTransaction(strapi, async (trx) => {
      await claimOnce(means, trx, {
        tenantIds: tenant.ids,
        key: idempotencyKey,
        fingerprint,
        identity,
        reply,
        now,
      });
      // Sent before its procedure wanted less, or by who asked nothing of it.
      checkFiles(fileLimits(tenant.administration, procedure.slug), ids, attachments);
      await claim(trx, { id, dataKey }, now);
      await store.insert(trx, {
        ...identity,
        receivedAt: now.toISOString(),
        suspect,
        opening,
        ...(acknowledgement && { acknowledged: { receipt, missing: [] } }),
        content: { ...content, ...(attachments.length && { attachments }) },
      });
      const runAt = suspect ? endOfNextWorkingDay(now, timeZone, territoryOf(tenant.departement)) : undefined;
      await getService(strapi, 'queue').enqueue(trx, mailsOf(tenant, id, receipt.kind, runAt));
      return reply;
    });
  }

  return {
    formToken: (tenant, now) => makeFormToken(secrets, tenant.id, now),

    async submit({ tenant, submission, idempotencyKey, now }) {
      const procedure = procedureFor(tenant, submission);
      return withNewReference(() => tryOnce(tenant, procedure, submission, idempotencyKey, now));
    },

    async registration(request) {
      // Whoever answers for it since, this one received it.
      const tenant = await getService(strapi, 'administration').byId(request.sealedUnder);
      if (!tenant) return null;
      const { reference, receivedAt, sent } = store.open(request);
      const { recipient, attachments = [] } = sent;
      return firstReceipt(strapi, tenant, {
        reference,
        recipient,
        receivedAt: new Date(receivedAt),
        attachments,
      });
    },

    async open(requestId) {
      const request = await store.find(requestId);
      return request && store.open(request);
    },
  };
}

/** Replies are kept for 72 hours, then forgotten. */
export function scheduleForgetting(strapi: Core.Strapi): void {
  getService(strapi, 'queue').schedule('forget-replies', '17 * * * *', () =>
    forgetExpired(getService(strapi, 'knex'), new Date().toISOString()),
  );
}
