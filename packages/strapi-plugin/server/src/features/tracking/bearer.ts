/**
 * The bearer that an opened request is read and written with: `<request>.<begun>.<expires>.<MAC>`, seconds since the
 * epoch in base 36. Stateless, bound to one tenant and one request, short-lived, renewable while in use.
 */
import { isSame, type Secrets } from '../../vault/secrets.js';

const MINUTES = 20;
/** However often it is renewed, the code is asked for again after this: a library's computer is left on. */
const LONGEST_HOURS = 12;

export interface Bearer {
  requestId: string;
  /** Seconds since the epoch: when reference and code, or link and control, were given. */
  begun: number;
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

export function makeBearer(
  secrets: Secrets,
  administrationId: string,
  { requestId, begun }: Bearer,
  now: Date,
): { token: string; expiresAt: Date } {
  const expires = Math.min(seconds(now) + MINUTES * 60, begun + LONGEST_HOURS * 3600);
  const claims = [requestId, begun.toString(36), expires.toString(36)];
  const mac = secrets.mac('bearer', administrationId, ...claims).toString('base64url');
  return { token: [...claims, mac].join('.'), expiresAt: new Date(expires * 1000) };
}

export function beginBearer(secrets: Secrets, administrationId: string, requestId: string, now: Date) {
  return makeBearer(secrets, administrationId, { requestId, begun: seconds(now) }, now);
}

/** @returns null where the token is not ours, for another tenant, or expired */
export function readBearer(
  secrets: Secrets,
  administrationIds: readonly string[],
  token: string,
  now: Date,
): Bearer | null {
  const [requestId = '', begun = '', expires = '', mac = ''] = token.split('.');
  const given = Buffer.from(mac, 'base64url');
  const isOurs = administrationIds.some((id) =>
    isSame(secrets.mac('bearer', id, requestId, begun, expires), given),
  );
  if (!isOurs || Number.parseInt(expires, 36) <= seconds(now)) return null;
  return { requestId, begun: Number.parseInt(begun, 36) };
}
