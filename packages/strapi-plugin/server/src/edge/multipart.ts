/**
 * `multipart/form-data` (RFC 7578), read as it comes in: files are handed over as streams, one after the other, and
 * nothing of them is held or written here.
 */
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { PROTOTYPE } from './body.js';
import { ProblemError } from './problem-error.js';

/** Of the texts beside the files: as much as a form without files may hold. */
export const MOST_TEXT = 128 * 1024;
const MOST_FIELDS = 100;
/** Nobody's connection is silent that long. */
const SILENCE_MS = 30_000;

export interface IncomingFile {
  /** The form field it came in. */
  field: string;
  /** As it was sent. */
  name: string;
  /** Fails where the file is cut off or too long. What is left unread is thrown away. */
  bytes: AsyncIterable<Buffer>;
}

export interface MultipartLimits {
  /** How many files. */
  files: number;
  /** Bytes of each. */
  fileBytes: number;
  /** Bytes of the whole body, where fewer than the route lets through. */
  bytes?: number;
}

export type Fields = Record<string, string | string[]>;

/**
 * @param limit bytes of the whole
 * @param take is given each file in turn; what it throws ends the reading. A form's empty file field is no file
 * @returns the other fields; one that comes several times is a list
 * @throws ProblemError `unsupported-media-type`, `malformed-request`, `payload-too-large`, `file-too-large`; whatever
 *   `take` throws
 */
export function readMultipart(
  request: IncomingMessage,
  limit: number,
  { files, fileBytes }: MultipartLimits,
  take: (file: IncomingFile) => Promise<void>,
): Promise<Fields> {
  const contentType = request.headers['content-type'] ?? '';
  const encoding = request.headers['content-encoding'];
  if (!/^multipart\/form-data\s*;/i.test(contentType) || (encoding && encoding !== 'identity'))
    throw new ProblemError('unsupported-media-type');
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new ProblemError('payload-too-large');
  const parser = parserOf(request, contentType, { files, fileBytes });
  const fields = Object.create(null) as Fields;
  let taking = Promise.resolve();
  let current: Readable | undefined;
  let text = 0;
  let length = 0;

  return new Promise<Fields>((resolve, reject) => {
    let isOver = false;
    const fail = (error: unknown) => {
      if (isOver) return;
      stop();
      const known = error instanceof Error ? error : new ProblemError('malformed-request');
      current?.destroy(known);
      // Whoever reads the file still lets go of what it wrote: the refusal is said after that.
      void taking.catch(() => undefined).then(() => reject(known));
    };
    const malformed = (error?: unknown) => fail(new ProblemError('malformed-request', { cause: error }));
    const silence = setTimeout(malformed, SILENCE_MS);
    const heard = (chunk: Buffer) => {
      silence.refresh();
      length += chunk.length;
      if (length > limit) fail(new ProblemError('payload-too-large'));
    };
    const cutOff = () => {
      if (!request.complete) malformed();
    };
    function stop(): void {
      isOver = true;
      clearTimeout(silence);
      request.unpipe(parser);
      request.off('data', heard).off('close', cutOff).off('error', malformed);
      request.on('error', () => undefined);
      request.pause();
    }

    parser.on('file', (field: string | undefined, file, name: string | undefined) => {
      current = file;
      // Said once more by whoever reads it; unheard, it would end the process.
      file.on('error', (error: Error) => file.destroy(error));
      if (isOver || field === undefined) return void file.resume();
      taking = taking.then(async () => {
        if (isOver) return;
        // A form's empty file field: no name and no byte.
        if (!name) return void file.resume();
        await take({ field, name: unescaped(name), bytes: bytesOf(file) });
        // What it did not read.
        file.resume();
      });
      taking.catch(fail);
    });
    parser.on('field', (name: string | undefined, value, _, isCut) => {
      text += value.length;
      if (name === undefined || name === PROTOTYPE) return malformed();
      if (isCut || text > MOST_TEXT) return fail(new ProblemError('payload-too-large'));
      const earlier = fields[name];
      fields[name] = earlier === undefined ? value : [earlier, value].flat();
    });
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(event, malformed);
    parser.on('error', malformed);
    parser.on('finish', () => {
      taking.then(
        () => {
          if (isOver) return;
          stop();
          resolve({ ...fields });
        },
        () => undefined,
      );
    });
    request.on('data', heard).on('close', cutOff).on('error', malformed);
    request.pipe(parser);
  });
}

/** Browsers escape these three and nothing else (HTML, 4.10.22.7). */
const unescaped = (name: string) => name.replace(/%0d%0a|%0d|%0a/gi, ' ').replace(/%22/g, '"');

/** Leaves the stream as it is when its reader leaves: the parser waits for the end of each file. */
async function* bytesOf(file: BusboyFileStream): AsyncGenerator<Buffer> {
  yield* file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  if (file.truncated) throw new ProblemError('file-too-large');
}

function parserOf(request: IncomingMessage, contentType: string, limits: MultipartLimits) {
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': contentType },
      // Names of folders are ours to cut off.
      preservePath: true,
      isPartAFile: (_, __, fileName) => fileName !== undefined,
      limits: {
        files: limits.files,
        fileSize: limits.fileBytes,
        fields: MOST_FIELDS,
        fieldSize: MOST_TEXT,
        parts: MOST_FIELDS + limits.files,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    });
  } catch (error) {
    throw new ProblemError('malformed-request', { cause: error });
  }
}
