/**
 * Where a request stands in law, in plain words beside the legal ones: for the widget, the page without JavaScript and
 * the mails. `../request-standing.ts` says which of them apply.
 */
import type { Nature } from '../request.js';

type Silence = 'acceptance' | 'rejection';

export interface StandingWords {
  /** @param date a civil date, `2027-01-21` */
  day(date: string): string;
  /** Who is to answer, as a sentence begins. */
  who: {
    commune: string;
    other: string;
    /** Where it was said just before to whom it was forwarded. */
    forwarded: string;
  };
  /** With their article. */
  natures: Record<Nature, string>;

  /** An agent has read the nature otherwise than it was declared. */
  considered(who: string, nature: string): string;
  /** @param day the last one (CRPA R112-11-2) */
  acknowledgementDue(who: string, day: string): string;
  /** Until when there is to be an answer, and what silence means. @param day null while items are missing */
  due(effect: Silence, who: string, day: string | null, basis: string): string;
  /** Silence has decided, at the end of the day. */
  decided(effect: Silence, who: string, day: string): string;
  /** After a refusal. @param lastDay null where none can be told, or held against who asked */
  challenge(lastDay: string | null): string;

  /** What is missing. */
  items: {
    asked(who: string, day: string): string;
    /** @param basis the text that requires it */
    item(name: string, basis: string): string;
    /** @param day the last one */
    until(day: string): string;
    /** What becomes of the time that the mairie has (CRPA L114-5). @param until the last day, where there is one */
    delay: Record<Silence, (until: string | null) => string> & { unchanged: string };
  };

  /** Who answers from now on (CRPA L114-2). */
  forwarded(name: string, day: string): string;
  /** To the service's own tools. @param name of the service */
  handedOver(name: string, day: string): string;
  /** From when its time runs (CRPA L114-3). */
  forwardedDelay: Record<Silence, string>;

  /** The mairie itself has decided. */
  decision: Record<'granted' | 'refused', (who: string, day: string) => string>;

  /** Of a tacit refusal (CRPA L232-4). */
  reasons: {
    possible(who: string): string;
    /** @param due the last day for them */
    asked(who: string, day: string, due: string | null): string;
    given(who: string, asked: string): string;
  };

  /** Of a tacit acceptance (CRPA L232-3). */
  attestation: {
    possible(who: string): string;
    asked(who: string, day: string): string;
    /** @param day since when it is granted */
    issued(who: string, day: string): string;
  };

  /** Labels and values: of the mentions of an acknowledgement (CRPA R112-11-1) first. */
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

    /** Of a decision: who took it, what it says, the rule and the facts it rests on. */
    author: string;
    text: string;
    law: string;
    facts: string;
    /** Why what it takes back was illegal. */
    illegality: string;
    /** How to reach who answers since it was forwarded. */
    contact: string;
  };
}
