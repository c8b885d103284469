/**
 * The acknowledgement beside the mail that tells it: a PDF to keep, and the code that proves it. Never the tracking code.
 * The registration receipt has none: who sends a message has it on the screen, and drawing costs what receiving ten does.
 */
import type { Core } from '@strapi/types';
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
  { language, reference }: OpenedRequest,
): Promise<MailFile[]> {
  // Receipts from before they were signed have no code, and paper is its own proof.
  const jws = letter.kind === 'acknowledgement' && !letter.isOnPaper ? letter.receipt.jws : undefined;
  if (!jws) return [];
  const { file, bytes } = await getService(strapi, 'receiptDocument').draw({ jws, language });
  return [
    { filename: file, content: bytes, contentType: 'application/pdf' },
    { filename: `code-${reference}.txt`, content: jws, contentType: 'text/plain' },
  ];
}
