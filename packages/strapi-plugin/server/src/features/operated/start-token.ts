/**
 * A beginning at an operator, which names itself: `<id>.<téléprocédure>.<administration>.<begun>.<MAC>`, `begun` in seconds
 * since the epoch, in base 36. Nothing is kept of it here: most that is begun is never sent. The operator gets it in its
 * URL, and names it in what it tells; the request's reference and code are drawn from it ({@link drawReference}), so that
 * asking twice what came of it answers the same.
 */
import {
  makeReference,
  makeTrackingCode,
  REFERENCE_RANDOM_BYTES,
  TRACKING_CODE_RANDOM_BYTES,
} from '@guichet/contracts/reference';
import { isSame, type Secrets } from '../../vault/secrets.js';

/** 128 bits, as nobody can try them elsewhere than here: a URL that is shorter breaks less often. */
const MAC_BYTES = 16;
const HOUR_S = 3600;

/**
 * Whoever holds a start is given the code of what came of it, and it lies at the operator, in its URLs and its logs: it
 * stops opening anything here a day later. That is longer than anybody's session, and a resident who goes on another day
 * follows the request at the operator, which acknowledges it (CRPA L114-4).
 */
const CLAIM_HOURS = 24;

/**
 * A draft that an operator keeps is sent weeks after it was begun, and a paper that is missing comes later still. After
 * half a year a start that has come to nothing makes no request any more; one that has goes on being told of.
 */
const EVENT_DAYS = 180;

export interface Start {
  /** UUID, which becomes the request's. */
  id: string;
  teleprocedureId: string;
  /** Who it was begun with. */
  administrationId: string;
  /** Seconds since the epoch. */
  begun: number;
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

const macOf = (secrets: Secrets, claims: readonly string[]) =>
  secrets.mac('start', ...claims).subarray(0, MAC_BYTES);

const claimsOf = ({ id, teleprocedureId, administrationId, begun }: Start) => [
  id,
  teleprocedureId,
  administrationId,
  begun.toString(36),
];

export const beginStart = (at: Omit<Start, 'begun'>, now: Date): Start => ({ ...at, begun: seconds(now) });

export function writeStart(secrets: Secrets, start: Start): string {
  const claims = claimsOf(start);
  return [...claims, macOf(secrets, claims).toString('base64url')].join('.');
}

/** @returns null where it is not ours, or has been altered; whether it still counts is for the caller to ask */
export function readStart(secrets: Secrets, token: string): Start | null {
  const [id = '', teleprocedureId = '', administrationId = '', begun = '', mac = ''] = token.split('.');
  const claims = [id, teleprocedureId, administrationId, begun];
  if (!isSame(macOf(secrets, claims), Buffer.from(mac, 'base64url'))) return null;
  const start = { id, teleprocedureId, administrationId, begun: Number.parseInt(begun, 36) };
  // Base64 has more than one text for some bytes: a start has one.
  return token === writeStart(secrets, start) ? start : null;
}

/** Until when its page may ask what came of it. */
export const claimableUntil = ({ begun }: Start): Date => new Date((begun + CLAIM_HOURS * HOUR_S) * 1000);

/** Whether its page may ask, now, what came of it. */
export const isClaimable = (start: Start, now: Date): boolean => now < claimableUntil(start);

/** Whether what its operator tells may make a request of it, where there is none yet. */
export const isOpen = ({ begun }: Start, now: Date): boolean =>
  seconds(now) < begun + EVENT_DAYS * 24 * HOUR_S;

/**
 * @param code the administration's INSEE code or SIREN
 * @param year the civil year of the beginning in the administration's own time zone
 * @param attempt from 0: another where a request has that reference already
 */
export function drawReference(
  secrets: Secrets,
  { id }: Pick<Start, 'id'>,
  code: string,
  year: number,
  attempt: number,
): string {
  const drawn = secrets.mac('start-reference', id, String(attempt));
  return makeReference(code, year, drawn.subarray(0, REFERENCE_RANDOM_BYTES));
}

/** Told as often as it is asked for: only its hash is kept, as of any other. */
export function drawTrackingCode(secrets: Secrets, { id }: Pick<Start, 'id'>): string {
  return makeTrackingCode(secrets.mac('start-code', id).subarray(0, TRACKING_CODE_RANDOM_BYTES));
}
