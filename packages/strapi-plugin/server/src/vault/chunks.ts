/**
 * Files at rest: chunks of 64 KiB, each sealed and verified on its own, so that not one byte is given out before it was
 * authenticated. AES-256-GCM streams would release text that nothing vouches for yet. The construction is STREAM
 * (Hoang, Reyhanitabar, Rogaway, Vizár, 2015): the nonce counts the chunks and says which is the last, so that none can
 * be left out, moved, repeated or cut off; the associated data names the file and its tenant, so that none can be swapped
 * for another's.
 */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { type DataKey, type Place, VaultError } from './vault.js';

const ALGORITHM = 'aes-256-gcm';
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
/** Of clear text; only the last chunk is shorter, or empty. */
export const CHUNK_BYTES = 64 * 1024;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

export interface Chunks {
  seal(clear: Uint8Array, index: number, isLast: boolean): Buffer;
  /** @throws VaultError `not-authentic`, also for a chunk that stands elsewhere than where it was sealed */
  open(sealed: Uint8Array, index: number, isLast: boolean): Buffer;
}

/** How many chunks a file is sealed in; an empty file is one empty chunk. */
export const chunkCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / CHUNK_BYTES));

/** @param dataKey of this one file: nonces count from zero */
export function createChunks(dataKey: DataKey, place: Place): Chunks {
  const { administrationId, table, record, field } = place;
  // A key of its own: the data key also seals texts, under random nonces.
  const key: KeyObject = createSecretKey(
    Buffer.from(hkdfSync('sha256', dataKey, '', 'guichet chunks 1', dataKey.length)),
  );
  const associated = Buffer.from([administrationId, table, record, field].join('|'));

  /** Seven zeros, the index in four bytes, one for the last. */
  function nonceOf(index: number, isLast: boolean): Buffer {
    const nonce = Buffer.alloc(NONCE_BYTES);
    nonce.writeUInt32BE(index, NONCE_BYTES - 5);
    nonce.writeUInt8(Number(isLast), NONCE_BYTES - 1);
    return nonce;
  }

  return {
    seal(clear, index, isLast) {
      const cipher = createCipheriv(ALGORITHM, key, nonceOf(index, isLast)).setAAD(associated);
      return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, index, isLast) {
      if (sealed.length < TAG_BYTES) throw new VaultError('unknown-format');
      const decipher = createDecipheriv(ALGORITHM, key, nonceOf(index, isLast), { authTagLength: TAG_BYTES })
        .setAAD(associated)
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
      } catch {
        throw new VaultError('not-authentic');
      }
    },
  };
}
