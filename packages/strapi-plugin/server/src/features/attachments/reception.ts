/** Taking one file in: read, looked at, sealed and stored as it comes, so that no more than a row of it is in memory. */
import type { Attachment, AttachmentState } from '@guichet/contracts/attachment';
import { fileKinds, kindOfFile } from '@guichet/contracts/attachment-types';
import type { FileLimits } from '@guichet/contracts/file-limits';
import type { Core } from '@strapi/types';
import { createHash, randomUUID } from 'node:crypto';
import { ProblemError } from '../../edge/problem-error.js';
import {
  addChunks,
  attachmentByKey,
  removeUnclaimed,
  reserve,
  settle,
  unclaimedBytes,
} from '../../store/attachments.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { beginScan, type Scan } from './antivirus.js';
import { ChunkWriter } from './chunk-writer.js';
import { cleanName } from './file-name.js';
import { AnyFormat } from './formats/any-format.js';
import { FileRefusal } from './formats/reader.js';
import type { Content, SealedFiles } from './sealed-files.js';

const HOUR_MS = 3_600_000;
/** A form may be left, and finished the next day. */
const UNCLAIMED_HOURS = 24;
/** No file takes as long to come in. */
const INCOMING_HOURS = 1;
/** What may wait for its form to be sent, in forms full of files: of one network, of one administration. */
const UNCLAIMED_FORMS = { network: 5, administration: 50 };
const FULL_RETRY_S = 3600;
const DISK_RETRY_S = 60;

export interface Upload {
  administrationId: string;
  /** The request that it is for; null where it is yet to be made. */
  requestId: string | null;
  /** Null for a resident. */
  agentId: number | null;
  /** As it was sent. */
  name: string;
  /** Bytes that are announced; Infinity where nothing is. */
  announced: number;
  /** A pseudonym. */
  network: string;
  /** What its procedure takes, where that is less than the hosting does. */
  limits?: Pick<FileLimits, 'maxFileBytes' | 'kinds'> | undefined;
  /** Null where whoever sends it does not try again. */
  idempotencyKey: string | null;
  now: Date;
}

/** A file that is there, and that nothing can name before it is settled. */
export interface Taken {
  /** @throws ProblemError `idempotency-key-reused` */
  settle(): Promise<Attachment>;
  /** As if it had never come. */
  drop(): Promise<void>;
}

export type Take = (upload: Upload, bytes: AsyncIterable<Buffer>) => Promise<Taken>;

export const senderOf = (agentId: number | null): string =>
  agentId === null ? 'resident' : `agent:${agentId}`;

export function createReception(strapi: Core.Strapi, files: SealedFiles): Take {
  const knex = getService(strapi, 'knex');
  const secrets = getService(strapi, 'secrets');
  const { attachments: limits } = getService(strapi, 'settings');

  /** Before anything is read, so that what is on its way counts. */
  async function makeRoom(upload: Upload, id: string, wrappedKey: string): Promise<void> {
    const { administrationId, requestId, network, now } = upload;
    await inTransaction(strapi, async (trx) => {
      await reserve(trx, {
        id,
        administrationId,
        requestId,
        network,
        wrappedKey,
        sentBy: senderOf(upload.agentId),
        size: Math.min(upload.announced, limits.maxFileBytes),
        expiresAt: new Date(now.getTime() + INCOMING_HOURS * HOUR_MS).toISOString(),
      });
      const { all, ofNetwork } = await unclaimedBytes(trx, administrationId, network);
      if (
        ofNetwork > UNCLAIMED_FORMS.network * limits.maxTotalBytes ||
        all > UNCLAIMED_FORMS.administration * limits.maxTotalBytes
      )
        throw new ProblemError('rate-limited', { retryAfter: FULL_RETRY_S });
    });
  }

  async function storeRow(id: string, seq: number, row: Buffer): Promise<void> {
    if (!(await getService(strapi, 'freeSpace').isEnough()))
      throw new ProblemError('unavailable', { retryAfter: DISK_RETRY_S });
    await inTransaction(strapi, (trx) => addChunks(trx, id, seq, row));
  }

  /** Reads it to its end, and keeps what is to be kept. */
  async function read(
    bytes: AsyncIterable<Buffer>,
    writer: ChunkWriter,
    scan: Scan | null,
    { maxFileBytes, kinds }: Pick<FileLimits, 'maxFileBytes' | 'kinds'>,
  ) {
    const [sent, kept] = [createHash('sha256'), createHash('sha256')];
    const format = new AnyFormat();
    let received = 0;
    const keep = async (parts: readonly Buffer[]) => {
      for (const part of parts) {
        kept.update(part);
        await writer.write(part);
        await scan?.write(part);
      }
    };
    for await (const chunk of bytes) {
      received += chunk.length;
      if (received > maxFileBytes) throw new FileRefusal('file-too-large');
      sent.update(chunk);
      await keep(format.write(chunk));
    }
    const end = format.end();
    if (!kinds.includes(kindOfFile(end.type))) throw new FileRefusal('file-type-not-accepted');
    await keep(end.kept);
    await writer.end();
    return { type: end.type, sha256: kept.digest('hex'), sentSha256: sent.digest('hex') };
  }

  async function stateAfter(scan: Scan | null): Promise<Exclude<AttachmentState, 'infected'>> {
    if (!scan) return 'available';
    const verdict = await scan.end();
    if (verdict === 'infected') throw new ProblemError('file-infected');
    if (verdict === 'clean') return 'available';
    strapi.log.warn(
      `guichet: the antivirus has not read a file (${verdict}): nobody can download it until then`,
    );
    return 'waiting';
  }

  /** What was answered under the key; null where it was never used. */
  async function earlier(upload: Upload, fingerprint: string): Promise<Attachment | null> {
    const { administrationId, idempotencyKey } = upload;
    const file = idempotencyKey && (await attachmentByKey(knex, administrationId, idempotencyKey));
    if (!file) return null;
    if (file.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
    return files.contentOf(file, await files.keyOf(file));
  }

  return async function take(upload, bytes) {
    const id = randomUUID();
    const file = { id, administrationId: upload.administrationId };
    const { dataKey, wrapped } = files.makeKey(file);
    // Where the database is away as well, the hourly sweep does it.
    const drop = () => inTransaction(strapi, (trx) => removeUnclaimed(trx, id)).catch(() => undefined);
    await makeRoom(upload, id, wrapped);
    const scan = limits.clamd && beginScan(limits.clamd);
    try {
      const writer = new ChunkWriter(files.chunksOf(file, dataKey), (seq, row) => storeRow(id, seq, row));
      const { sentSha256, ...told } = await read(bytes, writer, scan, {
        kinds: fileKinds,
        maxFileBytes: limits.maxFileBytes,
        ...upload.limits,
      });
      const state = await stateAfter(scan);
      const size = writer.length;
      const content: Content = { name: cleanName(upload.name, told.type), ...told };
      const asked = [senderOf(upload.agentId), upload.requestId ?? '', upload.name, sentSha256];
      const fingerprint = secrets.mac('fingerprint', 'attachment', ...asked).toString('base64url');
      const received = {
        state,
        size,
        fingerprint,
        content: files.seal(file, dataKey, content),
        key: upload.idempotencyKey,
        expiresAt: new Date(upload.now.getTime() + UNCLAIMED_HOURS * HOUR_MS).toISOString(),
      };
      return {
        drop,
        async settle() {
          try {
            if (await inTransaction(strapi, (trx) => settle(trx, id, received)))
              return { id, size, ...content };
            throw new ProblemError('unavailable', { retryAfter: 1 });
          } catch (error) {
            await drop();
            const first = isDuplicate(error) && (await earlier(upload, fingerprint));
            if (first) return first;
            throw error;
          }
        },
      };
    } catch (error) {
      scan?.abort();
      await drop();
      throw error instanceof FileRefusal ? new ProblemError(error.code) : error;
    }
  };
}
