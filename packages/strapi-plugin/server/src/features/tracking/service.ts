/** Following a request: opening it, reading it, adding to it. */
import type { DeliveryKind } from '@guichet/contracts/admin/deliveries';
import type { Language } from '@guichet/contracts/administration';
import type { Attachment } from '@guichet/contracts/attachment';
import type { Correction } from '@guichet/contracts/correction';
import { changesOf, checkCorrection } from '@guichet/contracts/correction-rules';
import { readReference, readTrackingCode } from '@guichet/contracts/reference';
import { LINK_FRAGMENT } from '@guichet/contracts/routes';
import type {
  AskLink,
  OpenTracking,
  TrackedRequest,
  TrackingOpened,
  TrackingToken,
} from '@guichet/contracts/tracking';
import type { Core } from '@strapi/types';
import { type CivilDate, civilDate, instantWithOffset } from '../../domain/civil-date.js';
import { correctionOf } from '../../domain/correction.js';
import type { Tenant } from '../../domain/tenant.js';
import { endOfNextWorkingDay, territoryOf } from '../../domain/working-days.js';
import { ProblemError } from '../../edge/problem-error.js';
import type { Reply } from '../../edge/route.js';
import { claimKey, earlierReply, REPLY_HOURS } from '../../store/idempotency.js';
import { findLink, linkFor, type LinkPurpose } from '../../store/links.js';
import type { OperatedRequest } from '../../store/operated.js';
import type { SealedRequest } from '../../store/request-row.js';
import type { NewEvent } from '../../store/request-store.js';
import { findHandedOver, type HandedOver } from '../../store/transit.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { isSame } from '../../vault/secrets.js';
import { type Bearer, beginBearer, makeBearer, readBearer } from './bearer.js';
import { documentReply } from './documents.js';
import { matchesControl } from './control.js';
import { withFollowed } from './followed.js';
import { makeLinkToken, readLinkToken } from './link-token.js';
import { controlled, indexesOfMailbox, mailboxOf } from './mailbox.js';
import { handedOverRequest, trackedRequestOf } from './view.js';

/** A mailed link works as long as an answer may be awaited, and then some. */
const LINK_DAYS = 180;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What a code opens: what was sent here, what its service has taken over since, what was sent to an operator. */
type Found = SealedRequest | HandedOver | OperatedRequest;

interface Caller {
  tenant: Tenant;
  network: string;
  now: Date;
}

interface BearerCall {
  tenant: Tenant;
  bearer: string;
  now: Date;
}

/** What a resident adds. */
type Added = Pick<NewEvent, 'kind' | 'on' | 'content'> & {
  /** What the resident is sent of it. */
  mail?: DeliveryKind;
};
type MaybePromise<T> = T | Promise<T>;

export interface TrackingService {
  /** @throws ProblemError `request-not-found` whatever was wrong, `rate-limited` after too many wrong ones */
  open(caller: Caller, credentials: OpenTracking): Promise<TrackingOpened>;
  /**
   * Mails a link to all that is followed from the address given, if anything is; with a reference, to that request, if the
   * address given is the one that wrote. Says nothing of whether it is.
   *
   * @throws ProblemError `rate-limited` after too many, right or wrong
   */
  sendLink(caller: Caller, asked: AskLink): Promise<void>;
  /** What a bearer opens. @throws ProblemError `token-invalid`; `request-closed` of what was sent to an operator */
  request(call: BearerCall): Promise<SealedRequest>;
  /** @throws ProblemError `token-invalid` */
  read(call: BearerCall): Promise<TrackedRequest>;
  /**
   * What the request gives to keep, as a PDF. @param call.kind a `DocumentKind`
   *
   * @throws ProblemError `token-invalid`, `not-found`
   */
  document(call: BearerCall & { kind: string; language: Language }): Promise<Reply>;
  /** @throws ProblemError `token-invalid` */
  renew(call: BearerCall): TrackingToken;
  /**
   * @param call.completes whether it is all that was asked for
   * @throws ProblemError `token-invalid`, `request-closed`, `idempotency-key-reused`
   */
  addMessage(
    call: BearerCall & {
      message: string;
      completes?: boolean;
      attachments?: readonly string[];
      idempotencyKey: string;
    },
  ): Promise<TrackedRequest>;
  /**
   * What was sent, put right by its author (CRPA L123-1). Nothing is recorded where nothing differs.
   *
   * @throws ProblemError `token-invalid`, `validation-failed`, `request-closed` (also where it was decided),
   *   `idempotency-key-reused`
   */
  correct(call: BearerCall & { correction: Correction; idempotencyKey: string }): Promise<TrackedRequest>;
  /**
   * The resident needs no decision any more.
   *
   * @throws ProblemError `token-invalid`, `request-closed` (also where it was decided), `idempotency-key-reused`
   */
  withdraw(call: BearerCall & { idempotencyKey: string }): Promise<TrackedRequest>;
  /**
   * The reasons of the tacit refusal (CRPA L232-4).
   *
   * @throws ProblemError `token-invalid`, `request-closed` (also where they cannot be asked for), `idempotency-key-reused`
   */
  askReasons(call: BearerCall & { idempotencyKey: string }): Promise<TrackedRequest>;
  /** The attestation of the tacit acceptance (CRPA L232-3). @throws as `askReasons` */
  askAttestation(call: BearerCall & { idempotencyKey: string }): Promise<TrackedRequest>;
  /**
   * The address of the hosting's own tracking page, with the token in its fragment. The same at each call, until it
   * expires or is revoked.
   */
  link(requestId: string, purpose: LinkPurpose): Promise<string>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    tracking: TrackingService;
  }
}

export function createTrackingService({ strapi }: { strapi: Core.Strapi }): TrackingService {
  const secrets = getService(strapi, 'secrets');
  const vault = getService(strapi, 'vault');
  const store = getService(strapi, 'store');
  const rates = getService(strapi, 'rates');
  const knex = getService(strapi, 'knex');

  /** A wrong reference costs the same queries and the same comparisons as a wrong code. */
  async function byCode(tenant: Tenant, typedReference: string, typedCode: string): Promise<Found | null> {
    const reference = readReference(typedReference);
    const code = readTrackingCode(typedCode);
    if (!reference || !code) return null;
    const candidates: (Found | null)[] = [
      await store.findTracked({ reference }, tenant.ids),
      await findHandedOver(knex, { reference }, tenant.ids),
      await getService(strapi, 'operated').find({ reference }, tenant),
    ];
    const given = secrets.mac('tracking-code', reference, code);
    // Should two of these have one reference, each has a code of its own.
    return candidates
      .filter((found) =>
        isSame(given, found ? Buffer.from(found.trackingHash, 'hex') : Buffer.alloc(given.length)),
      )
      .reduce((right, found) => right ?? found, null);
  }

  /** @returns what the link opens to who passes its control, the latest first */
  async function byLink(
    tenant: Tenant,
    token: string,
    control: string,
    now: Date,
  ): Promise<(SealedRequest | OperatedRequest)[]> {
    const linkId = readLinkToken(secrets, token);
    const link = linkId ? await findLink(knex, linkId, tenant.ids, now.toISOString()) : null;
    if (!link) return [];
    const id = link.requestId;
    const request =
      (await store.findTracked({ id }, tenant.ids)) ??
      (await getService(strapi, 'operated').find({ id }, tenant));
    if (!request) return [];
    if (link.purpose === 'tracking' && !('operatorId' in request))
      return matchesControl(store.open(request).content.sender, control) ? [request] : [];
    const mailbox = await mailboxOf(strapi, request, tenant.ids);
    if (!mailbox) return [];
    const all = controlled(mailbox, control);
    return link.purpose === 'mailbox' ? all : all.filter((one) => one.id === id);
  }

  /** Who answers for it: not who is asked, where it was forwarded since. */
  async function competentFor({ administrationId }: SealedRequest, asked: Tenant): Promise<Tenant> {
    if (asked.ids.includes(administrationId)) return asked;
    const tenant = await getService(strapi, 'administration').byId(administrationId);
    if (!tenant) throw new ProblemError('token-invalid');
    return tenant;
  }

  async function view(request: Found, tenant: Tenant, now: Date): Promise<TrackedRequest> {
    if ('endedAt' in request) return handedOverRequest(request, tenant);
    if ('operatorId' in request) return getService(strapi, 'operated').view(request, tenant);
    const events = await store.timeline(request);
    const state = getService(strapi, 'law').stateOf(request, events);
    const competent = await competentFor(request, tenant);
    const opened = store.open(request);
    const listed = await getService(strapi, 'attachments').listing(
      request.id,
      [opened, ...events].some(({ content }) => content.attachments?.length),
    );
    const anonymous = await getService(strapi, 'anonymity').among(request, events);
    const tracked = trackedRequestOf(opened, events, state, competent, now, listed, anonymous);
    const report = await getService(strapi, 'reports').of(request, events);
    return withFollowed(tracked, report, competent.administration.timeZone);
  }

  function claimsOf({ tenant, bearer, now }: BearerCall): Bearer {
    const claims = readBearer(secrets, tenant.ids, bearer, now);
    if (!claims) throw new ProblemError('token-invalid');
    return claims;
  }

  async function requestOf(call: BearerCall): Promise<SealedRequest> {
    const id = claimsOf(call).requestId;
    const request = await store.findTracked({ id }, call.tenant.ids);
    if (request) return request;
    const isOperated = await getService(strapi, 'operated').find({ id }, call.tenant);
    // It is the operator who takes in what is added to it.
    throw new ProblemError(isOperated ? 'request-closed' : 'token-invalid');
  }

  /**
   * What a resident adds to the timeline, once for one key, with the notice to the service; nothing where there is no fact.
   *
   * @param factsOf on the day of who answers for the request
   * @param ids of the files that come with it
   */
  async function appendOnce(
    { idempotencyKey, ...call }: BearerCall & { idempotencyKey: string },
    asked: [what: string, ...parts: string[]],
    factsOf: (request: SealedRequest, today: CivilDate, files: Attachment[]) => MaybePromise<Added[]>,
    ids: readonly string[] = [],
  ): Promise<TrackedRequest> {
    const request = await requestOf(call);
    const { now } = call;
    const tenant = await competentFor(request, call.tenant);
    const { administrationId, sealedUnder } = request;
    const files = await getService(strapi, 'attachments').want(ids, {
      administrationIds: call.tenant.ids,
      requestId: request.id,
      agentId: null,
    });
    const today = civilDate(now, tenant.administration.timeZone);
    const facts = await factsOf(request, today, files.attachments);
    const dataKey = vault.openDataKey(request.wrappedKey, store.placeOf(request, 'key'));
    const [what, ...parts] = asked;
    const fingerprint = secrets.mac('fingerprint', what, request.id, ...parts, ...ids).toString('base64url');
    await inTransaction(strapi, async (trx) => {
      const isFirst = await claimKey(trx, {
        // Whoever it is forwarded to meanwhile, what is sent again is found again.
        administrationId: sealedUnder,
        key: idempotencyKey,
        fingerprint,
        requestId: request.id,
        // The reply is the request as it is then, read anew: nothing to keep but that it was given.
        reply: vault.seal(dataKey, '', store.placeOf(request, 'reply')),
        expiresAt: new Date(now.getTime() + REPLY_HOURS * HOUR_MS).toISOString(),
      });
      if (!isFirst) {
        const earlier = await earlierReply(trx, idempotencyKey, [sealedUnder]);
        if (earlier?.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
        return;
      }
      await files.claim(trx, { id: request.id, dataKey }, now);
      let isHeld = false;
      for (const { mail: _, ...fact } of facts) {
        const appended = await store.append(trx, {
          ...fact,
          requestId: request.id,
          administrationIds: [administrationId],
          by: 'resident',
          at: now.toISOString(),
        });
        // Thrown, so that the claim is undone with the rest.
        if (!appended.ok) throw new ProblemError('request-closed');
        // What a suspect adds waits like what it sent.
        isHeld = appended.request.suspicion === 'suspect';
      }
      if (!facts.length) return;
      const { timeZone } = tenant.administration;
      const mails: DeliveryKind[] = ['message-notice', ...facts.flatMap(({ mail }) => mail ?? [])];
      await getService(strapi, 'queue').enqueue(
        trx,
        mails.map((kind) => ({
          queue: 'mail',
          administrationId: tenant.id,
          payload: { kind, requestId: request.id },
          ...(isHeld && { runAt: endOfNextWorkingDay(now, timeZone, territoryOf(tenant.departement)) }),
        })),
      );
    });
    // Read anew: a correction is in its row.
    return view(await requestOf(call), tenant, now);
  }

  /** What is asked for by right: reasons, an attestation. */
  const ask = (call: BearerCall & { idempotencyKey: string }, kind: Added['kind'], what: string) =>
    appendOnce(call, [what], (_, on) => [{ kind, on }]);

  const tokenOf = (
    { token, expiresAt }: { token: string; expiresAt: Date },
    tenant: Tenant,
  ): TrackingToken => ({
    token,
    expiresAt: instantWithOffset(expiresAt, tenant.administration.timeZone),
  });

  return {
    async open({ tenant, network, now }, credentials) {
      // What is guessed at: a reference that does not exist is throttled like one that does. Per network, so that a
      // guesser elsewhere locks nobody out.
      const target = 'link' in credentials ? credentials.link : (readReference(credentials.reference) ?? '-');
      const guessed = secrets.mac('network', tenant.id, target, network).toString('base64url');
      // Paid before looking, and given back to who was right: guesses sent at once do not slip through together.
      await rates.spend('wrongCode', guessed);
      const refund = () => rates.refund('wrongCode', guessed);
      const found = await (
        'link' in credentials
          ? byLink(tenant, credentials.link, credentials.control, now)
          : byCode(tenant, credentials.reference, credentials.trackingCode).then((one) => (one ? [one] : []))
      ).catch(async (error: unknown) => {
        // A database that is away is nobody's wrong guess.
        await refund();
        throw error;
      });
      if (!found.length) throw new ProblemError('request-not-found');
      await refund();
      const all = await Promise.all(
        found.map(async (one) => ({
          ...tokenOf(beginBearer(secrets, tenant.id, one.id, now), tenant),
          request: await view(one, tenant, now),
        })),
      );
      const [first, ...others] = all;
      return { ...first!, ...(others.length && { others }) };
    },

    async sendLink({ tenant, network }, asked) {
      const reference = asked.reference === undefined ? undefined : readReference(asked.reference);
      const target = reference === undefined ? 'mailbox' : (reference ?? '-');
      // Guesses of addresses are counted like those of codes; right ones too, as nobody is told which they are.
      await rates.spend(
        'wrongCode',
        secrets.mac('network', tenant.id, target, network).toString('base64url'),
      );
      if (reference === undefined) {
        // Looked for later, so that who asks waits as long for nothing as for something.
        const indexes = indexesOfMailbox(strapi, tenant.ids, asked.email);
        await inTransaction(strapi, (trx) =>
          getService(strapi, 'queue').enqueue(trx, [
            { queue: 'mailbox', administrationId: tenant.id, payload: { indexes } },
          ]),
        );
        return;
      }
      const request = reference && (await store.findTracked({ reference }, tenant.ids));
      if (!request || request.suspicion === 'suspect') return;
      const { email, receiptEmail } = store.open(request).content.sender;
      const given = asked.email.trim().toLowerCase();
      if (![email, receiptEmail].some((one) => one?.toLowerCase() === given)) return;
      await inTransaction(strapi, (trx) =>
        getService(strapi, 'queue').enqueue(trx, [
          {
            queue: 'mail',
            administrationId: request.administrationId,
            payload: { kind: 'tracking-link', requestId: request.id },
          },
        ]),
      );
    },

    request: requestOf,

    async read(call) {
      const { tenant, now } = call;
      const id = claimsOf(call).requestId;
      const request =
        (await store.findTracked({ id }, tenant.ids)) ??
        (await findHandedOver(knex, { request_id: id }, tenant.ids)) ??
        (await getService(strapi, 'operated').find({ id }, tenant));
      if (!request) throw new ProblemError('token-invalid');
      return view(request, tenant, now);
    },

    async document({ kind, language, ...call }) {
      const request = await requestOf(call);
      const tracked = await view(request, call.tenant, call.now);
      return documentReply(strapi, request, tracked, { kind, language });
    },

    renew(call) {
      return tokenOf(makeBearer(secrets, call.tenant.id, claimsOf(call), call.now), call.tenant);
    },

    addMessage: ({ message, completes = false, attachments: ids = [], ...call }) =>
      appendOnce(
        call,
        ['message', message, ...(completes ? ['completes'] : [])],
        async (request, on, attachments) => {
          const { file } = getService(strapi, 'law').stateOf(request, await store.timeline(request));
          // Where an agent has noted meanwhile that all had come, the message is still one.
          const isComplete = completes && file?.pending;
          return [
            {
              kind: 'message',
              content: { ...(message && { message }), ...(attachments.length && { attachments }) },
            },
            ...(isComplete ? [{ kind: 'completed', on } as const] : []),
          ];
        },
        ids,
      ),

    correct: ({ correction, ...call }) =>
      appendOnce(call, ['correction', JSON.stringify(correction)], (request, on) => {
        const before = correctionOf(store.open(request).content);
        const errors = checkCorrection(correction, before);
        if (errors.length) throw new ProblemError('validation-failed', { errors });
        if (!changesOf(before, correction).length) return [];
        return [{ kind: 'corrected', on, content: { correction }, mail: 'correction-receipt' }];
      }),

    withdraw: (call) => ask(call, 'withdrawn', 'withdrawal'),
    askReasons: (call) => ask(call, 'reasons-asked', 'reasons'),
    askAttestation: (call) => ask(call, 'attestation-asked', 'attestation'),

    async link(requestId, purpose) {
      const request =
        (await store.find(requestId)) ?? (await getService(strapi, 'operated').mailed(requestId));
      const tenant = request && (await getService(strapi, 'administration').byId(request.administrationId));
      if (!request || !tenant) throw new ProblemError('request-not-found');
      const now = Date.now();
      const link = await linkFor(
        knex,
        { administrationId: request.administrationId, requestId, purpose },
        { now: new Date(now).toISOString(), expiresAt: new Date(now + LINK_DAYS * DAY_MS).toISOString() },
      );
      return tenant.administration.links.tracking + LINK_FRAGMENT + makeLinkToken(secrets, link);
    },
  };
}
