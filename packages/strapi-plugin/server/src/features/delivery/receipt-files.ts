/** The receipt beside the mail that tells it: a PDF to keep, and the code that proves it. Never the tracking code. */
import type { Core } from '@strapi/types';
import type { Tenant } from '../../domain/tenant.js';
import type { OpenedRequest } from '../../store/request-row.js';
import { getService } from '../../strapi/services.js';
import type { Letter } from './compose.js';

export interface MailFile {
  filename: string;
  content: string | Buffer;
  contentType: string;
}

export async function receiptFiles(
  strapi: Core.Strapi,
  letter: Letter,
  tenant: Tenant,
  request: OpenedRequest,
): Promise<MailFile[]> {
  const jws = await codeOf(strapi, letter, tenant, request);
  if (!jws) return [];
  const { language, reference } = request;
  const { file, bytes } = await getService(strapi, 'receiptDocument').draw({ jws, language });
  return [
    { filename: file, content: bytes, contentType: 'application/pdf' },
    { filename: `code-${reference}.txt`, content: jws, contentType: 'text/plain' },
  ];
}

/** Receipts from before they were signed have none. */
async function codeOf(
  strapi: Core.Strapi,
  letter: Letter,
  tenant: Tenant,
  request: OpenedRequest,
): Promise<string | undefined> {
  switch (letter.kind) {
    case 'registration-receipt':
      return (await getService(strapi, 'request').registration(tenant, request)).jws;
    case 'acknowledgement':
      return letter.receipt.jws;
    default:
      return undefined;
  }
}
