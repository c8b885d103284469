import { fillCode } from '@guichet/contracts/administration-path';
import type { Attachment } from '@guichet/contracts/attachment';
import { attachmentRoutes } from '@guichet/contracts/attachment-routes';
import { FILE_FIELD } from '@guichet/contracts/attachment-types';
import { IDEMPOTENCY_KEY } from '@guichet/contracts/request-routes';
import { ApiError } from './api-error.js';
import type { ClientOptions, UploadOptions, Uploads } from './port.js';
import { expectMembers, refusal } from './reply.js';

/** Milliseconds without a byte gone or an answer: an antivirus may take its time once all has arrived. */
const SILENCE = 60_000;

/** What sends files, for a page. */
export function createUploads({ baseUrl, administration }: ClientOptions): Uploads {
  const address = (path: string) => baseUrl + fillCode(path, administration);
  return {
    upload: (file, options) =>
      upload(
        options.token
          ? address(attachmentRoutes.trackingAttachments)
          : address(attachmentRoutes.attachments) +
              (options.procedure ? `?procedure=${encodeURIComponent(options.procedure)}` : ''),
        file,
        options,
      ),
  };
}

/** By XMLHttpRequest: `fetch` does not tell how much has left. */
function upload(
  url: string,
  file: File,
  { token, idempotencyKey, onProgress, signal }: UploadOptions,
): Promise<Attachment> {
  const request = new XMLHttpRequest();
  const stop = () => request.abort();
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(stop, SILENCE);
  };
  return new Promise<void>((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop);
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader(IDEMPOTENCY_KEY, idempotencyKey);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => {
      heard();
      // Unknown where the browser cannot tell.
      if (total) onProgress?.(loaded / total);
    };
    request.onload = () => resolve();
    request.onerror = () => reject(new ApiError('network'));
    request.onabort = () => reject(signal?.aborted ? (signal.reason as Error) : new ApiError('timeout'));
    const form = new FormData();
    form.append(FILE_FIELD, file);
    heard();
    request.send(form);
  })
    .then(() => answerOf(request))
    .finally(() => {
      clearTimeout(silence);
      signal?.removeEventListener('abort', stop);
    });
}

/** @throws ApiError */
function answerOf(request: XMLHttpRequest): Attachment {
  const body = parsed(request.responseText);
  if (request.status === 201) return expectMembers<Attachment>(body, 'id', 'name', 'size', 'type');
  const retryAfter = request.getResponseHeader('Retry-After');
  throw refusal(
    new Response(null, { status: request.status, headers: retryAfter ? { 'Retry-After': retryAfter } : {} }),
    body,
  );
}

/** @returns undefined where it is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
