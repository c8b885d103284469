/** Requests that residents make at operators: begun from here, told of by the operator, followed here. */
import type { OperatorEvent } from '@guichet/contracts/operator-event';
import type { Language } from '@guichet/contracts/administration';
import type {
  newMailedLink,
  newStart,
  newSubmission,
  Started,
  Submission,
} from '@guichet/contracts/teleprocedure';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { instantWithOffset } from '../../domain/civil-date.js';
import { foldTold, askedStep } from '../../domain/operated.js';
import { nextPoll } from '../../domain/polling.js';
import type { Tenant } from '../../domain/tenant.js';
import { ProblemError } from '../../edge/problem-error.js';
import { newId } from '../../jobs/new-id.js';
import { emailIndex } from '../../store/blind-index.js';
import {
  claimOperated,
  findOperated,
  openEmail,
  operatedById,
  type OperatedRequest,
  saveEmail,
  toldOf,
} from '../../store/operated.js';
import { getService } from '../../strapi/services.js';
import { isSame } from '../../vault/secrets.js';
import { addressOf, fieldsOf } from './address.js';
import { beginAt, type Defined, wordsOf } from './connected.js';
import { record, withOperated } from './keeping.js';
import {
  beginStart,
  claimableUntil,
  drawTrackingCode,
  isClaimable,
  isOpen,
  readStart,
  type Start,
  writeStart,
} from './start-token.js';
import { operatedRequestOf } from './view.js';

/** An operator's clock may be ahead of ours by as much as a message may be late. */
const AHEAD_MS = 300_000;

interface Call {
  tenant: Tenant;
  /** Of the téléprocédure. */
  slug: string;
  now: Date;
}

/** What a mail about it may say. Its address is for the envelope alone. */
export interface Mailed {
  administrationId: string;
  reference: string;
  receivedAt: string;
  email: string;
  language: Language;
  operator: { name: string; phone: string; email: string | null };
}

export interface OperatedService {
  /**
   * Begins a téléprocédure. The same key begins the same: a file that was made at the operator's is not made again.
   *
   * @param call.host the origin of the page that calls
   * @param call.isReturnPosted whether what it leads back to takes the start from a form
   * @throws ProblemError `teleprocedure-not-found`, `teleprocedure-closed`, `validation-failed`
   */
  begin(
    call: Call & { body: z.output<typeof newStart>; key: string; host: string; isReturnPosted?: boolean },
  ): Promise<Started>;
  /** What became of a beginning. @throws ProblemError `teleprocedure-not-found`, `token-invalid` */
  submission(call: Call & { body: z.output<typeof newSubmission> }): Promise<Submission>;
  /**
   * What an operator tells, its signature checked.
   *
   * @param id of the message: told again under it, it is the same
   * @throws ProblemError `request-not-found` whatever the start lacks, `validation-failed`, `rate-limited`
   */
  tell(call: { operatorId: string; id: string; event: OperatorEvent; now: Date }): Promise<void>;
  /**
   * Has the reference of what was sent, and a link, mailed to an address, which is kept with it.
   *
   * @throws ProblemError `teleprocedure-not-found`, `token-invalid`, `request-not-found` while nothing is known of it,
   *   `rate-limited`
   */
  mailLink(call: Call & { network: string; body: z.output<typeof newMailedLink> }): Promise<void>;
  /** What is mailed of it; null where it is unknown, or nobody gave an address. */
  mailed(requestId: string): Promise<Mailed | null>;
  /** By what a resident types, or a bearer names; null where there is none. */
  find(by: { id: string } | { reference: string }, tenant: Tenant): Promise<OperatedRequest | null>;
  view(request: OperatedRequest, tenant: Tenant): Promise<TrackedRequest>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    operated: OperatedService;
  }
}

/** A UUID of 16 bytes that are drawn from a secret (RFC 9562, version 8). */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const variant = ((bytes[8]! & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

export function createOperatedService({ strapi }: { strapi: Core.Strapi }): OperatedService {
  const secrets = getService(strapi, 'secrets');
  const vault = getService(strapi, 'vault');
  const knex = getService(strapi, 'knex');
  const teleprocedures = () => getService(strapi, 'teleprocedures');

  async function definedById(id: string): Promise<Defined | null> {
    const { all } = await teleprocedures().catalogue();
    return all.find(({ stored }) => stored.id === id) ?? null;
  }

  /** @throws ProblemError `teleprocedure-not-found`; `token-invalid` where its page may not ask (any more) */
  async function begunHere(
    { tenant, slug, now }: Call,
    token: string,
  ): Promise<{ one: Defined; start: Start }> {
    const { bySlug } = await teleprocedures().catalogue();
    // Also once it was withdrawn, or switched off: what was begun goes on.
    const one = bySlug.get(slug);
    if (!one) throw new ProblemError('teleprocedure-not-found');
    const start = readStart(secrets, token);
    const isOfHere =
      start && start.teleprocedureId === one.stored.id && tenant.ids.includes(start.administrationId);
    if (!isOfHere || !isClaimable(start, now)) throw new ProblemError('token-invalid');
    return { one, start };
  }

  /** Where a page's own origins, or the hosting's, are led back to. */
  function checkReturn({ origins }: Tenant, returnTo: string | null): void {
    if (returnTo === null || origins.has(new URL(returnTo).origin)) return;
    throw new ProblemError('validation-failed', { errors: [{ path: 'returnTo', code: 'not-allowed' }] });
  }

  /** The file that a connector makes, or made when the same was begun before; null where none does. */
  async function fileOf(
    one: Defined,
    start: Start,
    tenant: Tenant,
    body: z.output<typeof newStart>,
    now: Date,
  ): Promise<Pick<Started, 'url' | 'tracked'> | null> {
    const words = wordsOf(strapi, one);
    let request = await findOperated(knex, { id: start.id }, tenant.ids);
    if (!request) {
      const prefill = one.stored.definition.takesPrefill ? body.prefill : {};
      const begun = await beginAt(strapi, one, { language: body.language, prefill }, now);
      if (!begun) return null;
      const first = {
        claimedAt: null,
        operatorReference: begun.standing.reference,
        handle: begun.handle,
        pollAt: nextPoll({ status: 'received', isSent: false, quietSince: now }, now)?.toISOString() ?? null,
      };
      request = await withOperated(
        strapi,
        start,
        { operatorId: one.operator.id, first },
        now,
        async (trx, held, isNew) => {
          const step = isNew && askedStep([], words, begun.standing, newId(), now);
          if (step) await record(strapi, trx, held, { step, words }, now);
          return held;
        },
      );
    }
    const { url } = foldTold(await toldOf(knex, vault, request), words);
    const { reference } = request;
    return url === null
      ? null
      : { url, tracked: { reference, trackingCode: drawTrackingCode(secrets, start) } };
  }

  return {
    async begin({ tenant, slug, body, key, host, isReturnPosted, now }) {
      const offered = await teleprocedures().find(tenant, slug);
      if (!offered) throw new ProblemError('teleprocedure-not-found');
      if (!offered.isOn || offered.stored.withdrawn) throw new ProblemError('teleprocedure-closed');
      checkReturn(tenant, body.returnTo);
      const { id: teleprocedureId, definition } = offered.stored;
      const at = { teleprocedureId, administrationId: tenant.id };
      const drawn = secrets.mac('start-id', tenant.id, teleprocedureId, key).subarray(0, 16);
      const start = beginStart({ ...at, id: uuidOf(drawn) }, now);
      const token = writeStart(secrets, start);
      const expiresAt = instantWithOffset(claimableUntil(start), tenant.administration.timeZone);
      const file = definition.connector && (await fileOf(offered, start, tenant, body, now));
      if (file) return { start: token, ...file, post: null, expiresAt };
      const { entry } = teleprocedures().chosenFor(tenant.origins, offered);
      const journey = {
        start: token,
        language: body.language,
        returnTo: body.returnTo,
        isReturnPosted,
        host: entry === 'frame' ? host : null,
      };
      return {
        start: token,
        // A mere link knows nothing of Guichet, and may not bear what it does not know.
        url: definition.furthest === 'link' ? offered.url : addressOf(offered.url, journey),
        post: definition.takesPrefill && definition.furthest !== 'link' ? fieldsOf(body.prefill) : null,
        expiresAt,
        tracked: null,
      };
    },

    async submission({ tenant, slug, body, now }) {
      const { one, start } = await begunHere({ tenant, slug, now }, body.start);
      let request = await findOperated(knex, { id: start.id }, tenant.ids);
      const { reference } = body;
      const at = now.toISOString();
      // What a connector made, its operator alone tells of.
      if (reference !== null && !request?.claimedAt && request?.handle == null) {
        const first = { claimedAt: at, operatorReference: reference, handle: null, pollAt: null };
        await withOperated(strapi, start, { operatorId: one.operator.id, first }, now, (trx, { id }) =>
          claimOperated(trx, id, { reference, at }),
        );
        request = await findOperated(knex, { id: start.id }, tenant.ids);
      }
      if (!request || (!request.sentAt && !request.claimedAt)) return { state: 'awaited' };
      const trackingCode = drawTrackingCode(secrets, start);
      const given = secrets.mac('tracking-code', request.reference, trackingCode);
      // The hosting's secret has changed since: the code of then is known to nobody here.
      if (!isSame(given, Buffer.from(request.trackingHash, 'hex'))) throw new ProblemError('token-invalid');
      return {
        state: 'submitted',
        reference: request.reference,
        trackingCode,
        operatorReference: request.operatorReference,
        isConfirmed: request.confirmedAt !== null,
      };
    },

    async mailLink({ tenant, slug, network, body: { start: token, email, language }, now }) {
      const { one, start } = await begunHere({ tenant, slug, now }, token);
      const { administrationId, id } = start;
      // Whoever asks for links has one budget for all of them; whoever is written to has a cap of their own.
      const asked = secrets.mac('network', tenant.id, 'mailbox', network).toString('base64url');
      await getService(strapi, 'rates').spend('wrongCode', asked);
      const index = emailIndex(secrets, administrationId, email);
      await withOperated(
        strapi,
        start,
        { operatorId: one.operator.id, first: null },
        now,
        async (trx, held) => {
          await saveEmail(trx, vault, held, { email, index, language });
          await getService(strapi, 'queue').enqueue(trx, [
            { queue: 'mail', administrationId, payload: { kind: 'operated-receipt', requestId: id } },
          ]);
        },
      );
    },

    async mailed(requestId) {
      const request = await operatedById(knex, requestId);
      const one = request && (await definedById(request.teleprocedureId));
      const email = request && openEmail(vault, request);
      if (!request || !one || !email) return null;
      const { administrationId, reference, language } = request;
      const { name, phone, email: operatorEmail } = one.operator;
      return {
        administrationId,
        reference,
        receivedAt: request.sentAt ?? request.claimedAt ?? request.begunAt,
        email,
        language: language ?? 'fr',
        operator: { name, phone, email: operatorEmail },
      };
    },

    async tell({ operatorId, id, event: { timestamp, data }, now }) {
      const start = readStart(secrets, data.start);
      const one = start && (await definedById(start.teleprocedureId));
      if (!start || one?.operator.id !== operatorId) throw new ProblemError('request-not-found');
      const at = new Date(timestamp);
      if (at.getTime() > now.getTime() + AHEAD_MS)
        throw new ProblemError('validation-failed', { errors: [{ path: 'timestamp', code: 'invalid' }] });
      const words = wordsOf(strapi, one);
      const first = isOpen(start, now)
        ? { claimedAt: null, operatorReference: data.reference, handle: null, pollAt: null }
        : null;
      await withOperated(strapi, start, { operatorId, first }, now, (trx, request) =>
        record(
          strapi,
          trx,
          request,
          {
            words,
            step: {
              id,
              at: at.toISOString(),
              word: data.status,
              label: data.label ?? null,
              reference: data.reference,
              url: data.url ?? null,
              acknowledgement: data.acknowledgement
                ? { on: data.acknowledgement.on, url: data.acknowledgement.url ?? null }
                : null,
              isDraft: false,
            },
          },
          now,
        ),
      );
    },

    find: (by, tenant) => findOperated(knex, by, tenant.ids),

    async view(request, tenant) {
      const one = await definedById(request.teleprocedureId);
      if (!one) throw new ProblemError('token-invalid');
      const { slug, title } = one.stored;
      const offered = await teleprocedures().find(tenant, slug);
      const { name, phone, email } = one.operator;
      const told = await toldOf(knex, vault, request);
      const operator = { name, phone, email };
      return operatedRequestOf(
        request,
        told,
        { title: offered?.title ?? title, operator, words: wordsOf(strapi, one) },
        tenant,
      );
    },
  };
}
