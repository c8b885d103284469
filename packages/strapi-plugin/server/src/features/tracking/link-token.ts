/** A mailed link's token: `<id>.<MAC>`. Derived from the row's id, so that a mail sent again carries the same one. */
import type { Link } from '../../store/links.js';
import { isSame, type Secrets } from '../../vault/secrets.js';

const MAC_BYTES = 16;

const macOf = (secrets: Secrets, id: string) => secrets.mac('link', id).subarray(0, MAC_BYTES);

export function makeLinkToken(secrets: Secrets, { id }: Link): string {
  return `${id}.${macOf(secrets, id).toString('base64url')}`;
}

/** @returns the id of the link's row, null where the token is not ours */
export function readLinkToken(secrets: Secrets, token: string): string | null {
  const [id = '', mac = ''] = token.split('.');
  return isSame(macOf(secrets, id), Buffer.from(mac, 'base64url')) ? id : null;
}
