/**
 * Encryption of what residents wrote: AES-256-GCM, 12 random bytes of nonce. Each request has a data key of its own,
 * wrapped by a key of the ring: deleting the wrapped key shreds all that the request holds, backups of the plain
 * tables included. What is sealed names its place, so that it cannot be moved to another record or tenant.
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const VERSION = '1';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** Stands for the data key where a key id is written. */
const DATA_KEY_ID = '_';

/** Where a sealed text lives: authenticated with it. */
export interface Place {
  administrationId: string;
  table: string;
  record: string;
  field: string;
}

/** A key of one request, in the clear: held no longer than one call. */
export type DataKey = Buffer & { readonly dataKey: unique symbol };

export interface Vault {
  /** Makes a data key. `wrapped` is what is stored. */
  createDataKey(place: Place): { dataKey: DataKey; wrapped: string };
  /** Wraps a data key anew, for another place. */
  wrapDataKey(dataKey: DataKey, place: Place): string;
  /** @throws VaultError */
  openDataKey(wrapped: string, place: Place): DataKey;
  seal(dataKey: DataKey, text: string, place: Place): string;
  /** @throws VaultError */
  open(dataKey: DataKey, sealed: string, place: Place): string;
  /** Whether the ring holds the key that wrapped this. */
  canOpen(keyId: string): boolean;
  /** The id of the key that writes. */
  readonly currentKeyId: string;
  /** @throws VaultError unless every key of the ring encrypts, decrypts, and refuses what was tampered with. */
  selfTest(): void;
}

/** Sealed text that cannot be opened; says nothing of it. */
export class VaultError extends Error {
  readonly code: 'unknown-key' | 'unknown-format' | 'not-authentic';

  constructor(code: VaultError['code']) {
    super(`vault: ${code}`);
    this.name = 'VaultError';
    this.code = code;
  }
}

function associatedData({ administrationId, table, record, field }: Place): Buffer {
  return Buffer.from([administrationId, table, record, field].join('|'));
}

// A key object first: given bytes, Node takes twice as long to see that they are not one.
function encrypt(key: Buffer, keyId: string, clear: Buffer, place: Place): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, createSecretKey(key), nonce).setAAD(associatedData(place));
  const sealed = Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${keyId}.${sealed.toString('base64url')}`;
}

function decrypt(keyOf: (id: string) => Buffer | undefined, text: string, place: Place): Buffer {
  const [version, keyId, body, ...rest] = text.split('.');
  if (version !== VERSION || !keyId || !body || rest.length) throw new VaultError('unknown-format');
  const key = keyOf(keyId);
  if (!key) throw new VaultError('unknown-key');
  const sealed = Buffer.from(body, 'base64url');
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new VaultError('unknown-format');
  const decipher = createDecipheriv(ALGORITHM, createSecretKey(key), sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(associatedData(place))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new VaultError('not-authentic');
  }
}

/** @param keys `id:base64`, as the configuration was checked to hold; the first writes, all read */
export function createVault(keys: readonly string[]): Vault {
  const ring = new Map(
    keys.map((text) => {
      const colon = text.indexOf(':');
      return [text.slice(0, colon), Buffer.from(text.slice(colon + 1), 'base64')] as const;
    }),
  );
  const [current] = ring;
  if (!current) throw new VaultError('unknown-key');
  const [currentKeyId, currentKey] = current;
  const dataKeyOf = (dataKey: DataKey) => (id: string) => (id === DATA_KEY_ID ? dataKey : undefined);

  return {
    currentKeyId,
    canOpen: (keyId) => ring.has(keyId),
    createDataKey(place) {
      const dataKey = randomBytes(KEY_BYTES) as Buffer as DataKey;
      return { dataKey, wrapped: encrypt(currentKey, currentKeyId, dataKey, place) };
    },
    wrapDataKey: (dataKey, place) => encrypt(currentKey, currentKeyId, dataKey, place),
    openDataKey: (wrapped, place) => decrypt((id) => ring.get(id), wrapped, place) as DataKey,
    seal: (dataKey, text, place) => encrypt(dataKey, DATA_KEY_ID, Buffer.from(text), place),
    open: (dataKey, sealed, place) => decrypt(dataKeyOf(dataKey), sealed, place).toString(),
    selfTest() {
      const place: Place = { administrationId: 'self-test', table: '-', record: '-', field: '-' };
      for (const [id, key] of ring) {
        const sealed = encrypt(key, id, Buffer.from('é'), place);
        if (decrypt(() => key, sealed, place).toString() !== 'é') throw new VaultError('not-authentic');
        const moved = { ...place, administrationId: 'another' };
        try {
          decrypt(() => key, sealed, moved);
        } catch (error) {
          if (error instanceof VaultError) continue;
          throw error;
        }
        throw new VaultError('not-authentic');
      }
    },
  };
}
