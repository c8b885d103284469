/** Receipts as accessible PDFs. Nothing is looked up and nothing is kept: all that they say is in what was signed. */
import type { NewReceiptDocument } from '@guichet/contracts/verification';
import { receiptRoutes } from '@guichet/contracts/routes';
import type { Core } from '@strapi/types';
import { ProblemError } from '../../edge/problem-error.js';
import type { Reply } from '../../edge/route.js';
import { getService } from '../../strapi/services.js';
import { isReceipt, receiptDocument } from './content.js';
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
  /** The same as a file that browsers keep. */
  download(wanted: NewReceiptDocument): Promise<Reply>;
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

  const draw: ReceiptDocumentService['draw'] = async ({ jws, language, trackingCode }) => {
    const receipt = await getService(strapi, 'signature').verify(jws);
    if (!isReceipt(receipt))
      throw new ProblemError('validation-failed', { errors: [{ path: 'jws', code: 'invalid' }] });
    const verification = { page, url: `${page}#${jws}` };
    const document = receiptDocument({ receipt, language, trackingCode, verification });
    return {
      file: `${document.file}.pdf`,
      bytes: await drawReceipt(document, await (fonts ??= loadFonts())),
    };
  };

  return {
    draw,

    async download(wanted) {
      const { file, bytes } = await draw(wanted);
      return {
        status: 200,
        body: bytes,
        headers: {
          'Content-Type': 'application/pdf',
          'Content-Disposition': `attachment; filename="${file}"`,
        },
      };
    },
  };
}
