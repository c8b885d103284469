/** The words of the page where receipts are verified. */
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
  /** @param host the hosting's host name */
  issued(host: string, administration: string): string;
  /** What it proves, and what it does not. */
  proof: string;
  refused: Record<Reason, string>;
  kind: string;
}
