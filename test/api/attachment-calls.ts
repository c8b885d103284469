/** How a page sends and fetches files. */
import type { Attachment } from '@guichet/contracts/attachment';
import type { Problem } from '@guichet/contracts/problem';
import { IDEMPOTENCY_KEY, pathOf, type Route } from '@guichet/contracts/routes';
import { randomUUID } from 'node:crypto';
import { FAVRIL, type CallOptions, type Reply } from './calls.js';
import type { Harness } from './harness.js';

export interface UploadOptions extends CallOptions {
  code?: string;
  name?: string;
  field?: string;
  route?: Route;
  /** With its question mark. */
  query?: string;
}

/** Sends one file to Le Favril, or to the administration of `code`. */
export async function upload<T = Attachment>(
  harness: Pick<Harness, 'origin'>,
  file: Uint8Array,
  options: UploadOptions = {},
): Promise<Reply<T>> {
  const {
    code = '28148',
    name = 'document.pdf',
    field = 'file',
    route = 'attachments',
    query = '',
  } = options;
  const { origin = FAVRIL, key = randomUUID(), bearer, headers } = options;
  const form = new FormData();
  form.append(field, new Blob([Uint8Array.from(file)]), name);
  const response = await fetch(harness.origin + pathOf(route, code) + query, {
    method: 'POST',
    headers: {
      ...(origin !== null && { Origin: origin }),
      [IDEMPOTENCY_KEY]: key,
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body: form,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}

/** The reason of a refusal. */
export const refusal = (harness: Pick<Harness, 'origin'>, file: Uint8Array, options?: UploadOptions) =>
  upload<Problem>(harness, file, options).then(({ status, body }) => ({ status, code: body.code }));

export interface Downloaded {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

export async function download(
  harness: Harness,
  id: string,
  { bearer = '', code = '28148', origin = FAVRIL }: { bearer?: string; code?: string; origin?: string } = {},
): Promise<Downloaded> {
  const response = await fetch(harness.origin + pathOf('trackingAttachment', code, id), {
    headers: { Origin: origin, Authorization: `Bearer ${bearer}` },
  });
  const { status, headers } = response;
  return { status, headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
