/** Signing as Standard Webhooks 1.0.0 says, with secrets that both sides keep. */
import { createHmac, randomBytes } from 'node:crypto';
import { isSame } from './secrets.js';

const PREFIX = 'whsec_';
/** From 24 to 64 are allowed. */
const SECRET_BYTES = 32;
/** Further from now, a message may be somebody's who listened; the specification has as much. */
const TOLERANCE_S = 300;
/** Two keys change hands at a time; more is somebody who tries. */
const MOST_SIGNATURES = 10;

export function makeSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

const keyOf = (secret: string) => Buffer.from(secret.slice(PREFIX.length), 'base64');

const macOf = (secret: string, id: string, timestamp: string, body: Uint8Array | string) =>
  createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest();

/**
 * The headers of one attempt.
 *
 * @param secrets each signs: the receiver may know but one of them while they change
 */
export function signedHeaders(
  secrets: readonly string[],
  id: string,
  now: Date,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${macOf(secret, id, timestamp, body).toString('base64')}`);
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Guichet',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

/** The headers of a message that came. */
export interface SignedMessage {
  id: string;
  /** Seconds since the epoch. */
  timestamp: string;
  /** `v1,` and base64, a space between several. */
  signature: string;
}

/**
 * Whether a message is from who shares one of the secrets, unaltered and of just now. Whether it came before is for who
 * keeps the ids to say.
 *
 * @param body its bytes as they came
 */
export function isSigned(
  secrets: readonly string[],
  { id, timestamp, signature }: SignedMessage,
  body: Uint8Array,
  now: Date,
): boolean {
  // A full stop parts the id from the rest of what is signed.
  if (!/^[\w:=+/-]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_S) return false;
  const given = signature
    .split(' ', MOST_SIGNATURES)
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'));
  return secrets.some((secret) => {
    const expected = macOf(secret, id, timestamp, body);
    return given.some((one) => isSame(one, expected));
  });
}
