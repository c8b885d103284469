/** The words of the mails. Nothing in them comes from what the resident wrote, nor from what an agent answered. */
import type { Language } from '@guichet/contracts/administration';
import { mailEn } from './mail.messages.en.js';
import { mailFr } from './mail.messages.fr.js';

/** @typeParam About what `before` is told besides, as it stands in a sentence */
interface Notice<About extends unknown[] = []> {
  subject(reference: string): string;
  title: string;
  /** @param who answers, as a sentence begins: « La mairie » */
  before(who: string, ...about: About): string[];
  action: string;
  /** @param hasName false for a question asked without a name */
  after(hasName: boolean): string[];
}

export interface MailWords {
  greeting: string;
  /** In a mail of two languages, which one counts. */
  prevails: string[];
  labels: {
    reference: string;
    receivedAt: string;
    service: string;
    phone: string;
    email: string;
    /** Who answers since it was forwarded, and how to reach it. */
    sentTo: string;
    contact: string;
  };
  'registration-receipt': Notice;
  /** The *accusé de réception électronique*. */
  acknowledgement: {
    subject(reference: string): string;
    title: string;
    before: string[];
    /** In its place, of what came on paper, whose acknowledgement is another's (CRPA L112-3). */
    onPaper: string[];
    /** It replaces a former one. */
    correction: string;
    action: string;
    /** @param verification where its attached code is verified; null where none is attached */
    after(hasName: boolean, verification: string | null): string[];
  };
  'answer-notice': Notice;
  'tracking-link': Notice;
  'tracking-links': Notice;
  'operated-receipt': Notice;
  /** Says that what was sent was corrected, and when; not what. */
  'correction-receipt': Notice<[at: string]>;
  'items-asked': Notice<[day: string | null]>;
  forwarded: Notice<[name: string]>;
  /** Says that it was decided, not what. */
  decision: Notice;
  reasons: Notice;
  attestation: Notice;
  foot: string;
}

export const residentWords: Record<Language, MailWords> = { fr: mailFr, en: mailEn };
