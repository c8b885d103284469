/** What each kind of mail says. Pure: who, when and where are arguments. */
import type { DeliveryKind } from '@guichet/contracts/admin/deliveries';
import type { Administration, Language } from '@guichet/contracts/administration';
import { isEmail } from '@guichet/contracts/identity';
import { parseColour, type Rgb } from '@guichet/contracts/colour';
import type { Receipt, ReceiptService, ReceiptSilence } from '@guichet/contracts/receipt';
import type { Nature } from '@guichet/contracts/request';
import { mentionsOf, whoAnswers } from '@guichet/contracts/standing';
import type { StandingWords } from '@guichet/contracts/words/standing';
import { standingEn } from '@guichet/contracts/words/standing.en';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import type { Opening } from '../../domain/case-events.js';
import { instantIn } from '../../domain/instant.js';
import type { Mail, Section } from './mail.js';
import { residentWords } from './mail.messages.js';
import { serviceAfter, serviceGreeting, serviceWords } from './mail.messages.service.js';

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
  /** When one can come, a line each, in `language` where the administration's hours can be said in it. */
  hours: readonly string[];
  /** Where a receipt's code is verified. */
  verification: string;
  /** Where the reader goes on: the tracking page for residents, the inbox for agents. */
  url: string;
}

const standingWords: Record<Language, StandingWords> = { fr: standingFr, en: standingEn };

/** Calm blue of our own, where the administration has no colour. */
export const ACCENT: Rgb = [29, 78, 137];

/** What the acknowledgement says besides (CRPA R112-11-1). */
export interface Acknowledgement {
  receipt: Receipt;
  /** As the administration has read it. */
  nature: Nature;
  /** Whether one was sent before, which this one replaces. */
  isCorrection: boolean;
  /** Whether it was given in the place of the registration receipt. */
  isImmediate: boolean;
  /** Whether it repeats what was handed over on paper. */
  isOnPaper: boolean;
}

type ServiceKind = keyof typeof serviceWords;

/** What is told to the resident besides the acknowledgement: drawn alike. */
type Notice =
  | {
      kind: Exclude<
        DeliveryKind,
        ServiceKind | 'acknowledgement' | 'correction-receipt' | 'items-asked' | 'forwarded'
      >;
    }
  /** `at`: when the latest was recorded, RFC 3339. */
  | { kind: 'correction-receipt'; at: string }
  /** `answerBy`: the last day of the time allowed. What is asked for is for the resident alone. */
  | { kind: 'items-asked'; answerBy: string | null }
  /** Who answers from now on, and how to reach it: an e-mail, a telephone or an address. */
  | { kind: 'forwarded'; name: string; contact: string };

/** What is to be told, with all that it needs. */
export type Letter =
  | Notice
  | ({ kind: 'acknowledgement' } & Acknowledgement)
  /** `date`: the last day to answer, before silence decides or as a text wants it, or to give the reasons of silence. */
  | { kind: 'deadline-notice'; effect: ReceiptSilence['effect'] | 'reasons' | 'answer'; date: string }
  /** `answer`: until when a text of its procedure wants one. */
  | { kind: 'service-notice'; answer?: NonNullable<Opening['answer']> }
  | { kind: Exclude<ServiceKind, 'deadline-notice' | 'service-notice'> };

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
    ...subject.hours,
    residentWords[language].foot,
  ];

  // In law the French text prevails (CRPA L111-1): of a receipt it is never missing.
  const languages: Language[] = subject.language === 'fr' ? ['fr'] : [subject.language, 'fr'];

  switch (letter.kind) {
    case 'acknowledgement':
      return {
        ...common,
        subject: residentWords[subject.language].acknowledgement.subject(subject.reference),
        sections: languages.map((language) => acknowledgementSection(letter, language, subject)),
        foot: foot(subject.language),
      };
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
    case 'service-notice': {
      const { answer } = letter;
      const section = serviceSection(letter.kind, subject);
      const { answerBy } = serviceWords[letter.kind];
      const target = answer ? [answerBy(standingFr.day(answer.by), answer.basis)] : [];
      return {
        ...common,
        subject: serviceWords[letter.kind].subject(subject.reference),
        sections: [{ ...section, before: [...section.before, ...target] }],
        foot: [name, residentWords.fr.foot],
      };
    }
    case 'message-notice':
    case 'transit-notice':
    case 'approval-notice':
    case 'assignment-notice':
      return {
        ...common,
        subject: serviceWords[letter.kind].subject(subject.reference),
        sections: [serviceSection(letter.kind, subject)],
        foot: [name, residentWords.fr.foot],
      };
    default: {
      const isReceipt = letter.kind === 'registration-receipt';
      return {
        ...common,
        subject: residentWords[subject.language][letter.kind].subject(subject.reference),
        sections: (isReceipt ? languages : [subject.language]).map((language) =>
          residentSection(letter, language, subject),
        ),
        foot: foot(subject.language),
      };
    }
  }
}

function residentSection(letter: Notice, language: Language, subject: MailSubject): Section {
  const words = residentWords[language];
  const notice = words[letter.kind];
  return {
    language,
    title: notice.title,
    before: [
      words.greeting,
      ...beforeOf(letter, language, subject),
      ...(letter.kind === 'registration-receipt' ? words.prevails : []),
    ],
    // Of all that is followed, none is named.
    facts: [
      ...(letter.kind === 'tracking-links' ? [] : received(language, subject)),
      ...whom(letter, language, subject),
    ],
    action: { label: notice.action, url: subject.url },
    after: notice.after(subject.hasName),
  };
}

function beforeOf(letter: Notice, language: Language, { administration }: MailSubject): string[] {
  const words = residentWords[language];
  const standing = standingWords[language];
  const who = whoAnswers(administration, standing);
  switch (letter.kind) {
    case 'correction-receipt':
      return words[letter.kind].before(who, instantIn(letter.at, language, administration.timeZone));
    case 'items-asked':
      return words[letter.kind].before(who, letter.answerBy && standing.day(letter.answerBy));
    case 'forwarded':
      return words[letter.kind].before(who, letter.name);
    default:
      return words[letter.kind].before(who);
  }
}

/** Whom to turn to. */
function whom(letter: Notice, language: Language, { service }: MailSubject): Section['facts'] {
  const { labels } = residentWords[language];
  if (letter.kind === 'forwarded')
    return [
      { label: labels.sentTo, value: letter.name },
      {
        label: labels.contact,
        value: letter.contact,
        ...(isEmail(letter.contact) && { href: `mailto:${letter.contact}` }),
      },
    ];
  return [
    { label: labels.service, value: service.name },
    { label: labels.phone, value: service.phone, href: `tel:${service.phone.replace(/[^+\d]/g, '')}` },
    // An operator may have none.
    ...(service.email
      ? [{ label: labels.email, value: service.email, href: `mailto:${service.email}` }]
      : []),
  ];
}

/** Every mention of R112-11-1, and the plain words beside them. */
function acknowledgementSection(
  { receipt, nature, isCorrection, isOnPaper }: Acknowledgement,
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
      ...(isOnPaper ? words.onPaper : words.before),
      ...(isCorrection ? [words.correction] : []),
      ...(due ? [due] : []),
      ...prevails,
    ],
    facts: [...received(language, subject), ...mentionsOf(receipt, nature, standing)],
    action: { label: words.action, url: subject.url },
    after: words.after(subject.hasName, isOnPaper ? null : subject.verification),
  };
}

function serviceSection(kind: ServiceKind, subject: MailSubject): Section {
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
  // R112-11-2: the date of reception, which is that of where the administration is.
  const date = instantIn(receivedAt, language, administration.timeZone);
  return [
    { label: labels.reference, value: reference },
    { label: labels.receivedAt, value: date },
  ];
}
