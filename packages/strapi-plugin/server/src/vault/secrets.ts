/** The subkeys of the configured secret (HKDF, RFC 5869): one a purpose, so that none can stand in for another. */
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

const purposes = [
  'tracking-code',
  'link',
  'bearer',
  'form-token',
  'page-files',
  'blind-index',
  'fingerprint',
  'network',
  'message-id',
  'start',
  'start-id',
  'start-reference',
  'start-code',
] as const;
export type Purpose = (typeof purposes)[number];

/** Values that are told apart by a byte no text holds, so that no two lists make the same message. */
const SEPARATOR = '\u0000';

export interface Secrets {
  /** HMAC-SHA-256 of the values under the purpose's own key. */
  mac(purpose: Purpose, ...values: readonly string[]): Buffer;
}

export function createSecrets(secret: Uint8Array): Secrets {
  // As key objects: given bytes, Node takes six times as long, each time, to see that they are not one.
  const keys = new Map(
    purposes.map((purpose) => [
      purpose,
      createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `guichet ${purpose} 1`, 32))),
    ]),
  );
  return {
    mac: (purpose, ...values) =>
      createHmac('sha256', keys.get(purpose)!).update(values.join(SEPARATOR)).digest(),
  };
}

/** Compares in a time that says nothing of where two values differ. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
