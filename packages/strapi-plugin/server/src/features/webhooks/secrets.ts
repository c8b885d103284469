/** The secrets of an endpoint, sealed at rest. */
import { ENDPOINTS, type SealedSecrets, type StoredEndpoint } from '../../store/webhooks.js';
import type { Place, Vault } from '../../vault/vault.js';

const HOUR_MS = 3_600_000;
/** How long the secret before signs too: whoever maintains the receiver does not work at night. */
const FORMER_HOURS = 24;

type Owner = Pick<StoredEndpoint, 'id' | 'administrationId'>;

const placeOf = ({ id, administrationId }: Owner, field: string): Place => ({
  administrationId,
  table: ENDPOINTS,
  record: id,
  field,
});

/** @param former the secret before, which signs for a day more */
export function sealSecrets(
  vault: Vault,
  owner: Owner,
  secret: string,
  former: string | null,
  now: Date,
): SealedSecrets {
  const { dataKey, wrapped } = vault.createDataKey(placeOf(owner, 'key'));
  return {
    wrappedKey: wrapped,
    keyId: vault.currentKeyId,
    secret: vault.seal(dataKey, secret, placeOf(owner, 'secret')),
    formerSecret: former && vault.seal(dataKey, former, placeOf(owner, 'former-secret')),
    formerUntil: former && new Date(now.getTime() + FORMER_HOURS * HOUR_MS).toISOString(),
  };
}

/** Those that sign now, the present one first. */
export function openSecrets(vault: Vault, endpoint: StoredEndpoint, now: Date): [string, ...string[]] {
  const dataKey = vault.openDataKey(endpoint.wrappedKey, placeOf(endpoint, 'key'));
  const secret = vault.open(dataKey, endpoint.secret, placeOf(endpoint, 'secret'));
  const { formerSecret, formerUntil } = endpoint;
  if (formerSecret === null || formerUntil === null || formerUntil <= now.toISOString()) return [secret];
  return [secret, vault.open(dataKey, formerSecret, placeOf(endpoint, 'former-secret'))];
}
