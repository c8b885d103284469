/** When a form was begun, signed: `<milliseconds, base 36>.<MAC>`, for one administration. */
import { isSame, type Secrets } from '../../vault/secrets.js';

export function makeFormToken(secrets: Secrets, administrationId: string, now: Date): string {
  const begun = now.getTime().toString(36);
  return `${begun}.${secrets.mac('form-token', administrationId, begun).toString('base64url')}`;
}

/** @returns when the form was begun, null where the token is not ours, for another administration, or of the future */
export function readFormToken(
  secrets: Secrets,
  administrationIds: readonly string[],
  token: string,
  now: Date,
): Date | null {
  const [begun = '', mac = ''] = token.split('.');
  const given = Buffer.from(mac, 'base64url');
  const isOurs = administrationIds.some((id) => isSame(secrets.mac('form-token', id, begun), given));
  const at = Number.parseInt(begun, 36);
  return isOurs && at <= now.getTime() ? new Date(at) : null;
}
