/** One key of the hosting: made, sealed by the vault, opened again. */
import { type PublicJwk, publicJwk } from '@guichet/contracts/verification';
import { calculateJwkThumbprint } from 'jose';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { type SigningKeyRow, SIGNING_KEYS } from '../../store/signing-keys.js';
import type { Place, Vault } from '../../vault/vault.js';
import { ES256, type Signer } from './jws.js';

/** Keys change every year: what a stolen one could forge is bounded. */
const YEAR_MS = 365 * 24 * 3_600_000;

/** The keys are the hosting's, none of its administrations'. */
const placeOf = (kid: string, field: 'wrapped_key' | 'private_key'): Place => ({
  administrationId: 'hosting',
  table: SIGNING_KEYS,
  record: kid,
  field,
});

export async function makeSigningKey(vault: Vault, generation: number, now: Date): Promise<SigningKeyRow> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = await calculateJwkThumbprint(jwk);
  const { dataKey, wrapped } = vault.createDataKey(placeOf(kid, 'wrapped_key'));
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return {
    kid,
    generation,
    public_key: JSON.stringify(publicJwk.parse({ ...jwk, kid, use: 'sig', alg: 'ES256' })),
    wrapped_key: wrapped,
    private_key: vault.seal(dataKey, pem, placeOf(kid, 'private_key')),
    key_id: vault.currentKeyId,
    created_at: now.toISOString(),
  };
}

export const publicKeyOf = (row: SigningKeyRow): PublicJwk => JSON.parse(row.public_key) as PublicJwk;

/**
 * Whether a key is still the one to sign with. A ring that has changed calls for another: it was changed because the
 * old one may be known, and its key may leave the configuration.
 */
export function isCurrent(row: SigningKeyRow, vault: Vault, now: Date): boolean {
  return row.key_id === vault.currentKeyId && now.getTime() - Date.parse(row.created_at) < YEAR_MS;
}

/** @returns null where this node cannot open it: superseded, or sealed by a node with another ring */
export function signerOf(row: SigningKeyRow, vault: Vault): Signer | null {
  const { kid, key_id: keyId, wrapped_key: wrapped, private_key: sealed } = row;
  if (wrapped === null || sealed === null || !vault.canOpen(keyId)) return null;
  const dataKey = vault.openDataKey(wrapped, placeOf(kid, 'wrapped_key'));
  const key = createPrivateKey(vault.open(dataKey, sealed, placeOf(kid, 'private_key')));
  return { kid, privateKey: key.toCryptoKey(ES256, false, ['sign']) };
}
