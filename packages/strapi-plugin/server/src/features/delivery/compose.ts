/** What each kind of mail says. Pure: who, when and where are arguments. */
import type { DeliveryKind } from '@guichet/contracts/admin/deliveries';
import type { Administration, Language } from '@guichet/contracts/administration';
import { parseColour, type Rgb } from '@guichet/contracts/colour';
import type { Receipt, ReceiptService, ReceiptSilence } from '@guichet/contracts/receipt';
import type { Nature } from '@guichet/contracts/request';
import { mentionsOf, whoAnswers } from '@guichet/contracts/standing';
import type { StandingWords } from '@guichet/contracts/words/standing';
import { standingEn } from '@guichet/contracts/words/standing.en';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import type { Mail, Section } from './mail.js';
import { residentWords, serviceAfter, serviceGreeting, serviceWords } from './mail.messages.js';

/** All that a mail may know of a request: no name, no message, no address of the person. */
export interface MailSubject {
  reference: string;
  /** RFC 3339. */
  receivedAt: string;
  language: Language;
  /** Whether the resident gave a name that the link's page can ask for. */
  hasName: boolean;
  service: ReceiptService;
  administration: Administration;
  /** Where a receipt's code is verified. */
  verification: string;
  /** Where the reader goes on: the tracking page for residents, the inbox for agents. */
  url: string;
}

const standingWords: Record<Language, StandingWords> = { fr: standingFr, en: standingEn };

/** Calm blue of our own, where the administration has no colour. */
const ACCENT: Rgb = [29, 78, 137];

/** What the acknowledgement says besides (CRPA R112-11-1). */
export interface Acknowledgement {
  receipt: Receipt;
  /** As the administration has read it. */
  nature: Nature;
  /** Whether one was sent before, which this one replaces. */
  isCorrection: boolean;
}

/** What is to be told, with all that it needs. */
export type Letter =
  | { kind: Exclude<DeliveryKind, 'acknowledgement' | 'deadline-notice'> }
  | ({ kind: 'acknowledgement' } & Acknowledgement)
  /** `date`: the last day to answer. */
  | { kind: 'deadline-notice'; effect: ReceiptSilence['effect']; date: string };

export function composeMail(letter: Letter, subject: MailSubject): Mail {
  const { administration } = subject;
  const { name, human, theme } = administration;
  const common = {
    name,
    accent: (theme.accent === null ? undefined : parseColour(theme.accent)?.rgb) ?? ACCENT,
  };
  const address = human.address.split('\n');
  const foot = (language: Language) => [
    name,
    ...address,
    human.phone,
    ...human.hours,
    residentWords[language].foot,
  ];

  // In law the French text prevails (CRPA L111-1): of a receipt it is never missing.
  const languages: Language[] = subject.language === 'fr' ? ['fr'] : [subject.language, 'fr'];

  switch (letter.kind) {
    case 'registration-receipt':
      return {
        ...common,
        subject: residentWords[subject.language].receipt.subject(subject.reference),
        sections: languages.map((language) => residentSection('receipt', language, subject)),
        foot: foot(subject.language),
      };
    case 'acknowledgement':
      return {
        ...common,
        subject: residentWords[subject.language].acknowledgement.subject(subject.reference),
        sections: languages.map((language) => acknowledgementSection(letter, language, subject)),
        foot: foot(subject.language),
      };
    case 'answer-notice':
    case 'tracking-link': {
      const part = letter.kind === 'answer-notice' ? 'answer' : 'link';
      return {
        ...common,
        subject: residentWords[subject.language][part].subject(subject.reference),
        sections: [residentSection(part, subject.language, subject)],
        foot: foot(subject.language),
      };
    }
    case 'deadline-notice': {
      const { due } = serviceWords['deadline-notice'];
      const section = serviceSection(letter.kind, subject);
      const before = [serviceGreeting, due(letter.effect, standingFr.day(letter.date))];
      return {
        ...common,
        subject: serviceWords[letter.kind].subject(subject.reference),
        sections: [{ ...section, before }],
        foot: [name, residentWords.fr.foot],
      };
    }
    case 'service-notice':
    case 'message-notice':
      return {
        ...common,
        subject: serviceWords[letter.kind].subject(subject.reference),
        sections: [serviceSection(letter.kind, subject)],
        foot: [name, residentWords.fr.foot],
      };
  }
}

function residentSection(
  part: 'receipt' | 'answer' | 'link',
  language: Language,
  subject: MailSubject,
): Section {
  const words = residentWords[language];
  const { labels } = words;
  const { service } = subject;
  return {
    language,
    title: words[part].title,
    before: [words.greeting, ...words[part].before, ...(part === 'receipt' ? words.prevails : [])],
    facts: [
      ...received(language, subject),
      { label: labels.service, value: service.name },
      { label: labels.phone, value: service.phone, href: `tel:${service.phone.replace(/[^+\d]/g, '')}` },
      { label: labels.email, value: service.email, href: `mailto:${service.email}` },
    ],
    action: { label: words[part].action, url: subject.url },
    after: words[part].after(subject.hasName),
  };
}

/** Every mention of R112-11-1, and the plain words beside them. */
function acknowledgementSection(
  { receipt, nature, isCorrection }: Acknowledgement,
  language: Language,
  subject: MailSubject,
): Section {
  const { greeting, prevails, acknowledgement: words } = residentWords[language];
  const standing = standingWords[language];
  const { silence } = receipt;
  const due =
    silence &&
    standing.due(
      silence.effect,
      whoAnswers(subject.administration, standing),
      silence.date && standing.day(silence.date),
      silence.basis,
    );
  return {
    language,
    title: words.title,
    before: [
      greeting,
      ...words.before,
      ...(isCorrection ? [words.correction] : []),
      ...(due ? [due] : []),
      ...prevails,
    ],
    facts: [...received(language, subject), ...mentionsOf(receipt, nature, standing)],
    action: { label: words.action, url: subject.url },
    after: words.after(subject.hasName, subject.verification),
  };
}

function serviceSection(kind: keyof typeof serviceWords, subject: MailSubject): Section {
  const { title, before, action } = serviceWords[kind];
  return {
    language: 'fr',
    title,
    before: [serviceGreeting, ...before],
    facts: [
      ...received('fr', subject),
      { label: residentWords.fr.labels.service, value: subject.service.name },
    ],
    action: { label: action, url: subject.url },
    after: serviceAfter,
  };
}

function received(
  language: Language,
  { reference, receivedAt, administration }: MailSubject,
): Section['facts'] {
  const { labels } = residentWords[language];
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'full',
    timeStyle: 'short',
    // R112-11-2: the date of reception, which is that of where the administration is.
    timeZone: administration.timeZone,
  }).format(new Date(receivedAt));
  return [
    { label: labels.reference, value: reference },
    { label: labels.receivedAt, value: date },
  ];
}
