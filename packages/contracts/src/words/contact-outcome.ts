/**
 * The words of the contact form once something was typed: what is to be corrected, reading again, sending, the
 * receipt. For the widget and for the page without JavaScript.
 */
import type { FieldErrorCode } from '../problem.js';

/** `path` of a member of the request, as `checkRequest` and the server name it. */
type ErrorSentences = Record<string, Partial<Record<FieldErrorCode, string>>>;

export interface ContactOutcomeWords {
  /** What is wrong with each member and how to correct it (RGAA 11.11). */
  errors: ErrorSentences;
  /** For what `errors` has no sentence of its own. */
  otherErrors: Record<FieldErrorCode, string>;

  reviewTitle: string;
  reviewIntro: string;
  change: string;
  send: string;
  sending: string;
  yes: string;
  /** Label of the sender in the list. */
  from: string;
  onBehalfOf: string;

  waitingTitle: string;
  /** What is the matter. `rate-limited`: too much was sent from this network. */
  waiting: Record<'offline' | 'unavailable' | 'rate-limited', string>;
  /** What happens next. @param time of the next attempt, for instance `21:04`; null: as soon as possible */
  waitingNext(time: string | null): string;
  tryNow: string;

  refusedTitle: string;
  /** @param site the origin of the page */
  refusedSite(site: string): string;
  refusedOther: string;
  copyMessage: string;

  sentTitle: string;
  /** @param email where the receipt went */
  sentIntro(email: string): string;
  receiptTitle: string;
  reference: string;
  trackingCode: string;
  trackingCodeHint: string;
  receivedAt: string;
  service: string;
  copy: string;
  copied: string;
  print: string;
  /** The receipt, as a PDF. */
  download: string;
  /** The tracking code with it: only where the resident ticks it. */
  printCode: string;
  track: string;
  another: string;

  eraseHint: string;
  erasedTitle: string;
  erased: string;
}
