/**
 * Where a request stands in law, in plain words beside the legal ones: for the widget, the page without JavaScript and
 * the mails. `../standing.ts` says which of them apply.
 */
import type { Nature } from '../request.js';

type Silence = 'acceptance' | 'rejection';

export interface StandingWords {
  /** @param date a civil date, `2027-01-21` */
  day(date: string): string;
  /** Who is to answer, as a sentence begins. */
  who: { commune: string; other: string };
  /** With their article. */
  natures: Record<Nature, string>;

  /** An agent has read the nature otherwise than it was declared. */
  considered(who: string, nature: string): string;
  /** @param day the last one (CRPA R112-11-2) */
  acknowledgementDue(who: string, day: string): string;
  /** Until when there is to be an answer, and what silence means. @param day null while items are missing */
  due(effect: Silence, who: string, day: string | null, basis: string): string;
  /**
   * Silence has decided, at the end of the day.
   * @param lastDay to challenge a rejection; null where none can be told, or held against who asked
   */
  decided(effect: Silence, who: string, day: string, lastDay: string | null): string;

  /** Labels and values of the mentions of an acknowledgement (CRPA R112-11-1). */
  mentions: {
    nature: string;
    service: string;
    address: string;
    phone: string;
    email: string;
    deadline: string;
    /** @param day null while items are missing */
    deadlineOn(day: string | null): string;
    silence: string;
    /** Of an acceptance, also that it can be certified (CRPA L232-3). */
    silenceMeans(effect: Silence, basis: string): string;
    appeal: string;
    /** @param months null where it was said already until when */
    appealBefore(body: string, months: number | null): string;
    online: string;
  };
}
