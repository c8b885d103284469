/** Files as they are at rest: the key of each, what is told of it, its bytes. */
import type { Attachment } from '@guichet/contracts/attachment';
import type { Core } from '@strapi/types';
import { chunksAt, type StoredAttachment } from '../../store/attachments.js';
import type { SealedRequest } from '../../store/request-row.js';
import { ATTACHMENTS } from '../../store/tables.js';
import { getService } from '../../strapi/services.js';
import { type Chunks, createChunks } from '../../vault/chunks.js';
import type { DataKey, Place } from '../../vault/vault.js';
import { readChunks } from './chunk-writer.js';

/** What is told of a file, beside what its row tells. */
export type Content = Pick<Attachment, 'name' | 'sha256' | 'type'>;

export interface SealedFiles {
  makeKey(file: Identity): { dataKey: DataKey; wrapped: string };
  /** The file's key, sealed under a request's: without that one, the file is beyond reading. */
  wrap(file: Identity, dataKey: DataKey, requestKey: DataKey): string;
  /** @throws VaultError */
  keyOf(file: StoredAttachment): Promise<DataKey>;
  requestKeyOf(request: SealedRequest): DataKey;
  seal(file: Identity, dataKey: DataKey, content: Content): string;
  /** @throws VaultError */
  contentOf(file: StoredAttachment, dataKey: DataKey): Attachment;
  chunksOf(file: Identity, dataKey: DataKey): Chunks;
  /** A row at a time. @throws VaultError */
  bytesOf(file: StoredAttachment, dataKey: DataKey): AsyncGenerator<Buffer>;
}

/** Where a file was received stays part of what is authenticated, wherever its request goes. */
type Identity = Pick<StoredAttachment, 'id' | 'administrationId'>;

export function createSealedFiles(strapi: Core.Strapi): SealedFiles {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  const store = getService(strapi, 'store');

  const placeOf = ({ id, administrationId }: Identity, field: 'key' | 'content' | 'chunks'): Place => ({
    administrationId,
    table: ATTACHMENTS,
    record: id,
    field,
  });
  const chunksOf: SealedFiles['chunksOf'] = (file, dataKey) => createChunks(dataKey, placeOf(file, 'chunks'));
  const requestKeyOf: SealedFiles['requestKeyOf'] = (request) =>
    vault.openDataKey(request.wrappedKey, store.placeOf(request, 'key'));

  return {
    requestKeyOf,
    chunksOf,
    makeKey: (file) => vault.createDataKey(placeOf(file, 'key')),
    wrap: (file, dataKey, requestKey) =>
      vault.seal(requestKey, dataKey.toString('base64'), placeOf(file, 'key')),

    async keyOf(file) {
      const wrapped = file.wrappedKey ?? '';
      if (file.claimedAt === null) return vault.openDataKey(wrapped, placeOf(file, 'key'));
      const request = await store.find(file.requestId ?? '');
      if (!request) throw new Error('a file belongs to a request that is no more');
      const opened = vault.open(requestKeyOf(request), wrapped, placeOf(file, 'key'));
      return Buffer.from(opened, 'base64') as DataKey;
    },

    seal: (file, dataKey, content) => vault.seal(dataKey, JSON.stringify(content), placeOf(file, 'content')),

    contentOf(file, dataKey) {
      const { id, size } = file;
      const content = vault.open(dataKey, file.content ?? '', placeOf(file, 'content'));
      return { id, size, ...(JSON.parse(content) as Content) };
    },

    bytesOf: (file, dataKey) =>
      readChunks(chunksOf(file, dataKey), file.size, (seq) => chunksAt(knex, file.id, seq)),
  };
}
