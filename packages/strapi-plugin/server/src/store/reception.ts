/** What every reception shares, whoever receives: a reference, a code and a key of its own, stored once. */
import {
  makeReference,
  makeTrackingCode,
  REFERENCE_RANDOM_BYTES,
  TRACKING_CODE_RANDOM_BYTES,
} from '@guichet/contracts/reference';
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { ProblemError } from '../edge/problem-error.js';
import { newId } from '../jobs/new-id.js';
import type { Secrets } from '../vault/secrets.js';
import type { Vault } from '../vault/vault.js';
import { claimKey, earlierReply, REPLY_HOURS } from './idempotency.js';
import type { NewStoredRequest, RequestStore } from './request-store.js';
import { isDuplicate, Undo } from './write.js';

/** 35 random bits a reference: two in a row that exist already do not happen by chance. */
const REFERENCE_ATTEMPTS = 3;
const HOUR_MS = 3_600_000;

interface Means {
  vault: Vault;
  secrets: Secrets;
  store: RequestStore;
}

export type Identity = Pick<
  NewStoredRequest,
  'id' | 'administrationId' | 'reference' | 'trackingHash' | 'dataKey' | 'wrappedKey'
> & {
  /** Told once: only its hash is kept. */
  trackingCode: string;
};

/**
 * @param code the administration's INSEE code or SIREN
 * @param year the civil year of reception in the administration's own time zone
 */
export function identify(
  { vault, secrets, store }: Means,
  administrationId: string,
  code: string,
  year: number,
): Identity {
  const id = newId();
  const { dataKey, wrapped } = vault.createDataKey(store.placeOf({ id, administrationId }, 'key'));
  const trackingCode = makeTrackingCode(randomBytes(TRACKING_CODE_RANDOM_BYTES));
  const reference = makeReference(code, year, randomBytes(REFERENCE_RANDOM_BYTES));
  const trackingHash = secrets.mac('tracking-code', reference, trackingCode).toString('hex');
  return { id, administrationId, reference, trackingCode, trackingHash, dataKey, wrappedKey: wrapped };
}

/** Tries again where the reference exists already: `receive` is to take another. */
export async function withNewReference<T>(receive: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await receive();
    } catch (error) {
      if (attempt === REFERENCE_ATTEMPTS || !isDuplicate(error)) throw error;
    }
  }
}

/**
 * Claims a key for a request, as the transaction's first statement, and keeps what is answered for 72 hours.
 *
 * @param tenantIds the tenant and those it succeeded, whose keys count; its own comes first
 * @throws Undo with the earlier reply where the same was sent before
 * @throws ProblemError `idempotency-key-reused`, `request-in-progress`
 */
export async function claimOnce(
  { vault, store }: Means,
  trx: Knex.Transaction,
  claim: {
    tenantIds: readonly string[];
    key: string;
    fingerprint: string;
    identity: Identity;
    reply: object;
    now: Date;
  },
): Promise<void> {
  const { tenantIds, key, fingerprint, identity, reply, now } = claim;
  const { administrationId } = identity;
  const isFirst = await claimKey(trx, {
    administrationId,
    key,
    fingerprint,
    requestId: identity.id,
    reply: vault.seal(identity.dataKey, JSON.stringify(reply), store.placeOf(identity, 'reply')),
    expiresAt: new Date(now.getTime() + REPLY_HOURS * HOUR_MS).toISOString(),
  });
  // A key from before a merger was claimed under the predecessor.
  const others = tenantIds.slice(1);
  const claimants = isFirst ? others : [administrationId];
  const earlier = claimants.length ? await earlierReply(trx, key, claimants) : null;
  if (earlier) {
    if (earlier.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
    const place = {
      id: earlier.requestId,
      administrationId: earlier.administrationId,
      sealedUnder: earlier.claimedUnder,
    };
    const earlierKey = vault.openDataKey(earlier.wrappedKey, store.placeOf(place, 'key'));
    throw new Undo(JSON.parse(vault.open(earlierKey, earlier.reply, store.placeOf(place, 'reply'))));
  }
  // Claimed, yet nothing to answer: the reply was just forgotten, or the request is just being shredded.
  if (!isFirst) throw new ProblemError('request-in-progress', { retryAfter: 2 });
}
