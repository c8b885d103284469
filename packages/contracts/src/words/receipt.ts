/** The words of a receipt that is kept: its PDF, and the page where it is verified. */
import type { ReceiptClaims } from '../verification.js';

type Kind = ReceiptClaims['kind'];
/** What is drawn as a PDF: the receipts of CRPA L112-11, and the attestation of L232-3. */
export type ReceiptKind = Exclude<Kind, 'decision'>;

export interface ReceiptWords {
  kinds: Record<Kind, string>;
  administration: string;
  /** @param siren nine digits */
  siren(siren: string): string;
  reference: string;
  receivedAt: string;
  issuedAt: string;
  trackingCode: string;
  /** What the tracking code is for, and that it is not to be passed on. */
  trackingCodeHint: string;

  /** The beginning of the file's name: letters without accents and hyphens only. */
  file: Record<ReceiptKind, string>;
  /** What the receipt is in law, with its article. */
  lead: Record<ReceiptKind, string>;
  /** Where a French text follows (CRPA L111-1). */
  prevails: string | null;

  service: string;
  silence: string;
  attachments: string;
  /** Of one file. */
  fingerprint: string;
  attachmentsHint: string;

  verify: string;
  /** Before the address of the page. What it proves, and what it does not. */
  scan: string;
  /** Where the code is too long to be scanned. */
  follow: string;
  /** What the picture of the code is, for who does not see it. */
  picture: string;
  proof: string;
  page(number: number, count: number): string;

  /** What an attestation says otherwise, and besides: since when the request is granted, and who attests it. */
  attestation: Pick<ReceiptWords, 'issuedAt' | 'verify' | 'scan' | 'follow' | 'picture'> & {
    grantedOn: string;
    author: string;
  };
}
