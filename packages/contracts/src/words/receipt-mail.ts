/**
 * Having the receipt of a téléprocédure mailed, and a link to follow it: optional, with what the address serves for and
 * how long it is kept.
 */
export interface ReceiptMailWords {
  intro: string;
  email: string;
  emailHint: string;
  ask: string;
  sending: string;
  asked: string;
  emailRequired: string;
  emailInvalid: string;
}
