/** Ids of what grows with every request. */
import { randomUUID } from 'node:crypto';

/**
 * A UUID whose beginning is the time (RFC 9562, version 7): rows that come one after another stand side by side in
 * every index of their ids, where random ones touch another page each. It tells when, so it is no secret.
 */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  // The version is the fifteenth character; the 74 bits after it stay random.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
