/** The words of the page where receipts, decisions and attestations are verified. */
import type { ReceiptVerification } from '@guichet/contracts/verification';

type Reason = Extract<ReceiptVerification, { valid: false }>['reason'];

export interface VerificationWords {
  title: string;
  intro: string;
  /** To who followed a receipt's link or QR code into a browser without JavaScript. */
  noScript: string;
  code: string;
  codeHint: string;
  codeRequired: string;
  verify: string;
  /** That it was issued here and is unaltered. @param host the hosting's host name */
  issued: Record<'receipt' | 'decision' | 'attestation', (host: string, administration: string) => string>;
  /** What it proves, and what it does not. */
  proof: string;
  refused: Record<Reason, string>;
  kind: string;
  /** When it was issued. */
  issuedAt: Record<'decision' | 'attestation', string>;
  /** Of a decision: label, and what it says. */
  outcome: string;
  outcomes: Record<'granted' | 'refused' | 'tacitly-granted', string>;
  decidedOn: string;
  author: Record<'decision' | 'attestation', string>;
  fingerprint: string;

  /** Where the text in front of the reader is compared with what was notified. */
  text: string;
  textHint: string;
  sameText: string;
  otherText: string;
}
