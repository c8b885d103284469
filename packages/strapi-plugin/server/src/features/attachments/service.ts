/** Files beside requests: received, given to what names them, listed, read back, forgotten. */
import type { Attachment, ListedAttachment } from '@guichet/contracts/attachment';
import type { FieldError } from '@guichet/contracts/problem';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { Readable } from 'node:stream';
import { ProblemError } from '../../edge/problem-error.js';
import type { EdgeCall, Reply } from '../../edge/route.js';
import {
  attachmentOfRequest,
  attachmentsOf,
  claimAttachments,
  expiredAttachments,
  removeUnclaimed,
  statesOf,
  type StoredAttachment,
} from '../../store/attachments.js';
import type { SealedRequest } from '../../store/request-row.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import type { DataKey } from '../../vault/vault.js';
import { downloadHeaders } from './download.js';
import { type Form, type FormOptions, receiveForm } from './form.js';
import { readWaiting } from './quarantine.js';
import { createReception, senderOf, type Take } from './reception.js';
import { createSealedFiles } from './sealed-files.js';

const BATCH = 100;

/** Files that something wants to name, looked up before its transaction. */
export interface Wanted {
  /** What is kept, sealed, of each that can be had. */
  attachments: Attachment[];
  /** @throws ProblemError `validation-failed` where one cannot be had, or they are too many together */
  claim: (
    trx: Knex.Transaction,
    request: { id: string; dataKey: DataKey } | SealedRequest,
    now: Date,
  ) => Promise<void>;
}

/** Who names files, and for what. */
export interface Claimant {
  administrationIds: readonly string[];
  /** The request that names them; null where it is being made. What was sent for another is not theirs. */
  requestId: string | null;
  /** Null for a resident. */
  agentId: number | null;
}

export interface Download extends Pick<Attachment, 'name' | 'size' | 'type'> {
  bytes: Readable;
}

export interface AttachmentsService {
  /**
   * Takes one file in. Nothing is left of one that is refused.
   *
   * @throws ProblemError `file-empty`, `file-damaged`, `file-type-not-accepted`, `file-too-large`, `image-too-large`,
   *   `file-infected`, `rate-limited` (too much is waiting to be named), `unavailable`; whatever its bytes throw
   */
  take: Take;
  /** Takes in a body with files, of any route. */
  receiveForm<Input>(call: EdgeCall<Input>, options: FormOptions): Promise<Form<Input>>;
  want(ids: readonly string[], claimant: Claimant): Promise<Wanted>;
  /** How a request's files stand, for its timeline. No query where it has none. */
  listing(
    requestId: string,
    hasAny: boolean,
  ): Promise<(kept: readonly Attachment[] | undefined) => ListedAttachment[]>;
  /**
   * @param request the caller has seen to it that whoever asks may read it
   * @throws ProblemError `attachment-not-found`, `attachment-waiting`
   */
  open(request: SealedRequest, id: string): Promise<Download>;
  /** The same as a route replies it: to be saved, never shown. @throws as `open` */
  download(request: SealedRequest, id: string): Promise<Reply>;
  /** Deletes what nothing has named in time. */
  sweep(now: Date): Promise<void>;
  /** Has the antivirus read what came in while it was away. */
  readWaiting(signal: AbortSignal): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    attachments: AttachmentsService;
  }
}

export function createAttachmentsService({ strapi }: { strapi: Core.Strapi }): AttachmentsService {
  const knex = getService(strapi, 'knex');
  const { attachments: limits } = getService(strapi, 'settings');
  const files = createSealedFiles(strapi);
  const take = createReception(strapi, files);

  function errorsOf(ids: readonly string[], had: ReadonlyMap<string, StoredAttachment>): FieldError[] {
    const errors = ids.flatMap((id, i): FieldError[] =>
      had.has(id) ? [] : [{ path: `attachments.${i}`, code: 'invalid' }],
    );
    const bytes = [...had.values()].reduce((sum, { size }) => sum + size, 0);
    if (ids.length > limits.maxFiles || bytes > limits.maxTotalBytes)
      errors.push({ path: 'attachments', code: 'too-long' });
    return errors;
  }

  const open: AttachmentsService['open'] = async (request, id) => {
    const file = await attachmentOfRequest(knex, id, request.id);
    if (!file || file.state === 'infected') throw new ProblemError('attachment-not-found');
    if (file.state !== 'available') throw new ProblemError('attachment-waiting');
    const dataKey = await files.keyOf(file);
    const { name, size, type } = files.contentOf(file, dataKey);
    return { name, size, type, bytes: Readable.from(files.bytesOf(file, dataKey), { objectMode: false }) };
  };

  return {
    take,
    receiveForm: (call, options) => receiveForm(call, options, { take, limits }),

    async want(ids, { administrationIds, requestId, agentId }) {
      const found = ids.length ? await attachmentsOf(knex, ids, administrationIds) : [];
      const isFree = (file: StoredAttachment) =>
        file.claimedAt === null &&
        (file.state === 'available' || file.state === 'waiting') &&
        (file.requestId === null || file.requestId === requestId) &&
        file.sentBy === senderOf(agentId);
      const free = new Map(found.filter(isFree).map((file) => [file.id, file]));
      const had = await Promise.all(
        ids
          .flatMap((id) => free.get(id) ?? [])
          .map(async (file) => ({ file, dataKey: await files.keyOf(file) })),
      );
      return {
        attachments: had.map(({ file, dataKey }) => files.contentOf(file, dataKey)),
        async claim(trx, request, now) {
          const errors = errorsOf(ids, free);
          if (errors.length) throw new ProblemError('validation-failed', { errors });
          if (!ids.length) return;
          const requestKey = 'dataKey' in request ? request.dataKey : files.requestKeyOf(request);
          const keys = new Map(
            had.map(({ file, dataKey }) => [file.id, files.wrap(file, dataKey, requestKey)]),
          );
          const claim = { requestId: request.id, claimedAt: now.toISOString() };
          if (await claimAttachments(trx, keys, claim)) return;
          // Named by something else since they were looked up.
          throw new ProblemError('validation-failed', { errors: [{ path: 'attachments', code: 'invalid' }] });
        },
      };
    },

    async listing(requestId, hasAny) {
      const states = hasAny ? await statesOf(knex, requestId) : null;
      return (kept = []) =>
        kept.map(({ id, name, size, type }) => {
          const state = states?.get(id);
          return { id, name, size, type, state: !state || state === 'incoming' ? 'waiting' : state };
        });
    },

    open,

    async download(request, id) {
      const file = await open(request, id);
      return { status: 200, body: file.bytes, headers: downloadHeaders(file) };
    },

    async sweep(now) {
      for (;;) {
        const ids = await expiredAttachments(knex, now.toISOString(), BATCH);
        // One by one: on SQLite others wait for no more than one.
        for (const id of ids) await inTransaction(strapi, (trx) => removeUnclaimed(trx, id));
        if (ids.length < BATCH) return;
      }
    },

    readWaiting: (signal) => readWaiting(strapi, files, signal),
  };
}
