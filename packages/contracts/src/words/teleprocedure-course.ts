/** The words of a téléprocédure from its beginning to what came of it. `operator`: its name, which has no article. */
import type { Prefill } from '../teleprocedure.js';

export interface TeleprocedureCourseWords {
  /** @param date civil */
  withdrawn(date: string): string;
  /** Before the title of what there is instead, with its colon. */
  instead: string;

  /** Legend of what was typed before and will be handed over, each of which can be unticked. */
  handedOver(operator: string): string;
  /** `addressLines` names the whole address. */
  data: Record<Exclude<keyof Prefill, 'postalCode' | 'city'>, string>;

  /** Why something could not be done, and what to do. */
  refused: {
    offline: string;
    unavailable: string;
    /** @param minutes at least 1 */
    throttled(minutes: number): string;
    closed: string;
    /** From this page; a link to another follows. */
    refused: string;
  };
  /** The connection came back: it can be begun, or gone on with. */
  back: string;

  /** Title of the frame, by which screen readers name it. */
  frame(title: string, operator: string): string;
  opening: string;
  /** Heading of the operator's own page once the request was sent: its acknowledgement may be there. */
  confirmation: string;
  /** Where one is. @param title the operator's own */
  step(index: number, count: number, title: string): string;
  quit: string;
  quitQuestion: string;
  fullScreen: string;
  endFullScreen: string;
  newTab: string;
  /** Before the operator's page in a tab of its own takes the place of the frame, where something would be lost. */
  newTabQuestion: string;
  print: string;
  /** What was typed is lost at that time of the day, unless one goes on. */
  sessionEnds(time: string): string;
  sessionEnded: string;
  again: string;
  /** What is in the frame now says nothing: somebody else's page, or one that refuses frames, which is blank. */
  silent: string;
  /** The connection is down while it is filled in. */
  offline: string;

  /** It goes on at the operator's, in the same window. */
  leaving: {
    title(operator: string): string;
    intro: string;
    /** It was to be in the page and cannot: not a fault of anybody's. */
    fellBack: string;
    /** The request exists already: what is to be kept before leaving. */
    tracked: string;
    go: string;
  };

  /** It goes on in another tab. */
  elsewhere: {
    title: string;
    intro(operator: string): string;
    /** Button: asks what came of it. */
    ask: string;
  };

  reference: string;
  trackingCode: string;
  trackingCodeHint: string;
  operatorReference(operator: string): string;
  copy: string;
  copied: string;

  /** Button: opens the form that has the reference and a link mailed, whose words are `receipt-mail.ts`. */
  mail: string;

  sentTitle: string;
  isConfirmed(operator: string): string;
  isSaid: string;
  /** Heading of what comes next, and what does (CRPA L114-4). @param competent who decides */
  nextTitle: string;
  next(competent: string): string;
  track: string;

  /** The reference and the code are being asked for; they could not be had yet. */
  asking: string;
  notRegistered: string;
  retry: string;

  awaitedTitle: string;
  awaited: string;
  /** Where nothing of it is ever known here. */
  notFollowed(operator: string): string;
  check: string;

  /** What it was led back from is not known any more. */
  lostTitle: string;
  lost(operator: string): string;

  erase: string;
  eraseHint: string;
  erased: string;
}
