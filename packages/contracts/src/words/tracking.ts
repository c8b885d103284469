/**
 * The words of following a request, for the widget and for the page without JavaScript. Whole sentences: what is put
 * into one is an argument, so that a translation may turn it round.
 */
import type { DocumentKind, requestStatuses, timelineKinds } from '../tracking.js';
import type { StandingWords } from './standing.js';

export interface TrackingWords {
  title: string;
  /** Above the form that asks for reference and code. */
  codeIntro: string;
  reference: string;
  /** @param example a reference of this administration */
  referenceHint(example: string): string;
  trackingCode: string;
  trackingCodeHint: string;
  open: string;
  opening: string;
  /** Button: back to the form, those that are open staying so. */
  another: string;
  /** Name of the list of those that are open. */
  followed: string;
  /** In that list, of one whose session ended. */
  reopen: string;

  /** To who lost the codes: a link, mailed to the address that the requests were made with. */
  lost: {
    /** What opens the form. */
    summary: string;
    intro: string;
    email: string;
    emailHint: string;
    ask: string;
    /** The same whether there is any or not, so that nobody learns who wrote. */
    asked: string;
    emailRequired: string;
    emailInvalid: string;
  };

  /** Above the field that is asked for after a mailed link. */
  controlIntro: string;
  control: string;
  controlHint: string;
  useCode: string;

  /** Each says what is wrong and how to correct it. */
  wrong: {
    referenceRequired: string;
    referenceInvalid(example: string): string;
    trackingCodeRequired: string;
    trackingCodeInvalid: string;
    controlRequired: string;
    messageRequired: string;
    /** @param max the most characters that a message may have */
    messageTooLong(max: number): string;
    messageInvalid: string;
  };

  /** Why a call did not succeed; each says what becomes of what was typed, and what to do. */
  refused: {
    /** The same for a wrong reference and a wrong code, so that nobody learns which exists. */
    notFound: string;
    controlNotFound: string;
    /** @param minutes how long to wait, at least 1 */
    throttled(minutes: number): string;
    offline: string;
    down: string;
  };

  /** The session is over: the request is no longer shown, what was typed is kept. */
  expired: string;
  /** Added to `expired` where a message was being written. */
  expiredDraft: string;

  /** Heading of what the resident awaits. */
  standingTitle: string;
  standing: StandingWords;
  /** What opens the mentions of the acknowledgement. @param day it was sent */
  acknowledgement(day: string): string;
  /** How the name of each PDF begins. */
  documentFiles: Record<DocumentKind, string>;
  /** Buttons: each as a PDF to keep. */
  documents: Record<DocumentKind, string>;

  requestReference: string;
  receivedOn: string;
  service: string;
  status: Record<(typeof requestStatuses)[number], { label: string; sentence: string }>;

  /** Of a request that was made at an operator. Names are its own. */
  operated: {
    /** It is prepared there; its resident has yet to send it. */
    prepared: { label: string; sentence(name: string): string };
    /** Its page said that it was sent; it has not told so itself. */
    claimed: { label: string; sentence(name: string): string };
    /** Who deals with it and answers. */
    by(name: string): string;
    /** CRPA L114-4. */
    acknowledged(name: string, day: string): string;
    /** @param day since when it could not be asked */
    stale(name: string, day: string): string;
    reference: string;
    /** Label and value of the link to where the resident goes on. */
    goOn: string;
    file(name: string): string;
    acknowledgement: string;
    readAcknowledgement: string;
    /** One of them, where a line holds it. */
    step(label: string, note: string | null, day: string): string;
    /** The service there that deals with it. */
    agency: string;
    /** Heading of what it has told. */
    steps(name: string): string;
  };

  timeline: string;
  /** What happened, as the title of an entry: `yours` by the resident, `theirs` by the administration. */
  entry: Record<(typeof timelineKinds)[number], { yours: string; theirs: string }>;

  refresh: string;
  refreshing: string;
  /** @param time the time of day */
  upToDate(time: string): string;
  /** @param count how many entries came, at least 1 */
  news(count: number): string;
  print: string;
  leave: string;
  leaveHint: string;
  left: string;

  reply: string;
  /** The same, where the administration waits for something. */
  replyItems: string;
  message: string;
  /** @param administration its name */
  messageHint(administration: string): string;
  send: string;
  sending: string;
  sent: string;
  /** The connection is down: the message leaves by itself when it is back. */
  waitingTitle: string;
  waiting: string;
  retry: string;
  edit: string;
  /** Above a message that was being written when the session ended. */
  draftKept: string;
  /** Ticked by who provides all that is missing. */
  completes: string;
  closed: string;
  /** Label of the text that can no longer be sent. */
  unsent: string;
  newRequest: string;

  /** Buttons: the reasons of a tacit refusal, the attestation of a tacit acceptance. */
  ask: Record<'reasons' | 'attestation', string>;
  asked: string;
  /** Links to where it is verified. */
  verify: Record<'decision' | 'attestation', string>;
  /** Whom it serves. */
  verifyHint: string;
  /** In brackets after a link. */
  newWindow: string;
  /** It can no longer be asked for. */
  askTooLate: string;

  /** Button: opens the form whose words are `correction.ts`. */
  correct: string;
  corrected: string;
  /** It was decided, withdrawn or closed meanwhile. */
  correctTooLate: string;

  withdraw: string;
  /** Asked before it is done; `consequences` say what follows. */
  withdrawTitle: string;
  consequences: string[];
  withdrawYes: string;
  withdrawNo: string;
  withdrawing: string;
  withdrawn: string;
  /** It was closed meanwhile. */
  withdrawTooLate: string;
}
