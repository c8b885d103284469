/**
 * Receipts and decisions as accessible PDFs. Nothing is looked up and nothing is kept: all that they say is in what was
 * signed, or has its fingerprint there.
 */
import type { NewReceiptDocument } from '@guichet/contracts/verification';
import { receiptRoutes } from '@guichet/contracts/routes';
import type { Core } from '@strapi/types';
import { createHash } from 'node:crypto';
import { type DecisionText, decisionText } from '../../domain/decision-text.js';
import { ProblemError } from '../../edge/problem-error.js';
import type { Reply } from '../../edge/route.js';
import { getService } from '../../strapi/services.js';
import { isReceipt, type ReceiptDocument, receiptDocument } from './content.js';
import { decisionDocument, isDecision } from './decision.js';
import { drawReceipt } from './draw.js';
import { type Fonts, loadFonts } from './fonts.js';

export interface DrawnReceipt {
  /** `accuse-de-reception-28148-2026-7K3M-9QXB.pdf` */
  file: string;
  bytes: Buffer;
}

export interface ReceiptDocumentService {
  /** @throws ProblemError `validation-failed` where the JWS is no receipt of this hosting's, or is altered */
  draw(wanted: NewReceiptDocument): Promise<DrawnReceipt>;
  /** A receipt as a file that browsers keep. @throws as `draw` */
  download(wanted: NewReceiptDocument): Promise<Reply>;
  /** A decision with its text, likewise. @throws Error where the text is not the one that was signed */
  downloadDecision(jws: string, text: DecisionText): Promise<Reply>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    receiptDocument: ReceiptDocumentService;
  }
}

export function createReceiptDocumentService({ strapi }: { strapi: Core.Strapi }): ReceiptDocumentService {
  const page = new URL(receiptRoutes.verificationPage, getService(strapi, 'settings').publicUrl).href;
  /** With the first receipt, not at boot. */
  let fonts: Promise<Fonts> | undefined;

  const drawn = async (document: ReceiptDocument): Promise<DrawnReceipt> => ({
    file: `${document.file}.pdf`,
    bytes: await drawReceipt(document, await (fonts ??= loadFonts())),
  });

  const draw: ReceiptDocumentService['draw'] = async ({ jws, language, trackingCode }) => {
    const receipt = await getService(strapi, 'signature').verify(jws);
    if (!isReceipt(receipt))
      throw new ProblemError('validation-failed', { errors: [{ path: 'jws', code: 'invalid' }] });
    const verification = { page, url: `${page}#${jws}` };
    return drawn(receiptDocument({ receipt, language, trackingCode, verification }));
  };

  return {
    draw,

    download: async (wanted) => fileReply(await draw(wanted)),

    async downloadDecision(jws, text) {
      const decision = await getService(strapi, 'signature').verify(jws);
      const textSha256 = createHash('sha256').update(decisionText(text)).digest('hex');
      if (!isDecision(decision) || decision.decision.textSha256 !== textSha256)
        throw new Error('a decision is drawn with the text that was signed only');
      const verification = { page, url: `${page}#${jws}` };
      return fileReply(await drawn(decisionDocument({ decision, text, verification })));
    },
  };
}

/** Never shown in a window: a file to keep. */
function fileReply({ file, bytes }: DrawnReceipt): Reply {
  return {
    status: 200,
    body: bytes,
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${file}"` },
  };
}
