import { fillCode } from '@guichet/contracts/administration-path';
import { attachmentRoutes } from '@guichet/contracts/attachment-routes';
import { ApiError } from './api-error.js';
import type { CallOptions, ClientOptions, Downloads } from './port.js';
import { refusal } from './reply.js';

/** What fetches files, for a page. */
export function createDownloads({ baseUrl, administration }: ClientOptions): Downloads {
  const address = (path: string, id: string) =>
    baseUrl + fillCode(path, administration).replace(':id', encodeURIComponent(id));
  return {
    download: (token, id, options) =>
      fetchFile(address(attachmentRoutes.trackingAttachment, id), token, options),
    document: (token, kind, { language, ...options }) =>
      fetchFile(`${address(attachmentRoutes.trackingDocument, kind)}?language=${language}`, token, options),
  };
}

async function fetchFile(url: string, token: string, { signal }: CallOptions = {}): Promise<Blob> {
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}` },
      credentials: 'omit',
      signal: signal ?? null,
    });
    if (!response.ok) throw refusal(response, await response.json().catch(() => undefined));
    return await response.blob();
  } catch (error) {
    // `fetch` says every failure of the network by a TypeError.
    throw error instanceof TypeError ? new ApiError('network') : error;
  }
}
