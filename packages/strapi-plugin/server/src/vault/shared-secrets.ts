/** The secrets that the hosting shares with other software, sealed at rest; the one before stays good for a day. */
import type { Place, Vault } from './vault.js';

const HOUR_MS = 3_600_000;
/** How long the secret before is good too: whoever maintains the other side does not work at night. */
const FORMER_HOURS = 24;

export interface SealedSecrets {
  wrappedKey: string;
  secret: string;
  formerSecret: string | null;
  formerUntil: string | null;
  /** The ring's key that wrapped theirs. */
  keyId: string;
}

/** The columns of a table that has such secrets. */
export interface SecretColumns {
  wrapped_key: string;
  secret: string;
  former_secret: string | null;
  former_until: string | null;
  key_id: string;
}

export const secretColumns = (sealed: SealedSecrets): SecretColumns => ({
  wrapped_key: sealed.wrappedKey,
  secret: sealed.secret,
  former_secret: sealed.formerSecret,
  former_until: sealed.formerUntil,
  key_id: sealed.keyId,
});

export const sealedSecretsOf = (row: SecretColumns): SealedSecrets => ({
  wrappedKey: row.wrapped_key,
  secret: row.secret,
  formerSecret: row.former_secret,
  formerUntil: row.former_until,
  keyId: row.key_id,
});

/** Whose they are: its row. `administrationId` is empty where the hosting itself shares them. */
export type SecretOwner = Omit<Place, 'field'>;

/** @param former the secret before, which is good for a day more */
export function sealSecrets(
  vault: Vault,
  owner: SecretOwner,
  secret: string,
  former: string | null,
  now: Date,
): SealedSecrets {
  const { dataKey, wrapped } = vault.createDataKey({ ...owner, field: 'key' });
  return {
    wrappedKey: wrapped,
    keyId: vault.currentKeyId,
    secret: vault.seal(dataKey, secret, { ...owner, field: 'secret' }),
    formerSecret: former && vault.seal(dataKey, former, { ...owner, field: 'former-secret' }),
    formerUntil: former && new Date(now.getTime() + FORMER_HOURS * HOUR_MS).toISOString(),
  };
}

/** Those that are good now, the present one first. */
export function openSecrets(
  vault: Vault,
  owner: SecretOwner,
  sealed: SealedSecrets,
  now: Date,
): [string, ...string[]] {
  const dataKey = vault.openDataKey(sealed.wrappedKey, { ...owner, field: 'key' });
  const secret = vault.open(dataKey, sealed.secret, { ...owner, field: 'secret' });
  const { formerSecret } = sealed;
  if (formerSecret === null || !formerUntilOf(sealed, now)) return [secret];
  return [secret, vault.open(dataKey, formerSecret, { ...owner, field: 'former-secret' })];
}

/** Until when the secret before is good; null where it is not any more, or there was none. */
export function formerUntilOf({ formerUntil }: SealedSecrets, now: Date): string | null {
  return formerUntil !== null && formerUntil > now.toISOString() ? formerUntil : null;
}
