/** What is told of where a request stands, in parts: the same by the widget and by the page without JavaScript. Pure. */
import type { Administration } from './administration.js';
import { isEmail } from './identity.js';
import { appealMentions, type Mention, whoAnswers } from './standing.js';
import type { TimelineEntry, TrackedRequest } from './tracking.js';
import type { StandingWords } from './words/standing.js';
import type { TrackingWords } from './words/tracking.js';

/** One matter, in the order in which its pieces are read. */
export interface StandingPart {
  sentences: string[];
  /** What the mairie waits for. */
  items: string[];
  /** What follows from it. */
  consequences: string[];
  mentions: Mention[];
  /** What the resident can ask for, by one button. */
  ask: 'reasons' | 'attestation' | null;
  /** What proves it to others: a JWS of `receiptClaims` (`verification.ts`). */
  proof: { kind: 'decision' | 'attestation'; jws: string } | null;
}

const nothing: StandingPart = {
  sentences: [],
  items: [],
  consequences: [],
  mentions: [],
  ask: null,
  proof: null,
};

type Told = Partial<StandingPart> | null | false;

/** What the resident must send, awaits, or was told; empty where the law dates nothing and nothing was decided. */
export function standingOf(
  request: TrackedRequest,
  administration: Pick<Administration, 'kind'>,
  { standing: words, operated }: TrackingWords,
): StandingPart[] {
  const who = whoAnswers(administration, words);
  const told: Told[] = [
    handedOverOf(request, words),
    itemsOf(request, who, words),
    forwardedOf(request, words),
    followedOf(request, words, operated),
    // CRPA L114-2: it answers from then on.
    awaitedOf(request, request.forwarded ? words.who.forwarded : who, words),
    decisionOf(request, request.forwarded ? words.who.forwarded : who, words),
    reasonsOf(request, who, words),
    attestationOf(request, who, words),
  ];
  return told.flatMap((part) => (part ? [{ ...nothing, ...part }] : []));
}

/** What an entry of the timeline says, unless it was told above: the text of the decision that stands. */
export function wordsOf({ kind, message }: TimelineEntry, { decision }: TrackedRequest): string | null {
  const isTold = decision?.kind === kind && 'message' in decision && decision.message === message;
  return isTold ? null : message;
}

function itemsOf({ items, silence }: TrackedRequest, who: string, words: StandingWords): Told {
  if (!items) return null;
  const { items: said } = words;
  const until = items.answerBy && words.day(items.answerBy);
  const consequences: string[] = [];
  if (until) consequences.push(said.until(until));
  if (silence) consequences.push(items.isRequired ? said.delay[silence.effect](until) : said.delay.unchanged);
  return {
    sentences: [said.asked(who, words.day(items.askedOn))],
    items: items.items.map(({ name, basis }) => (basis ? said.item(name, basis) : name)),
    consequences,
  };
}

function handedOverOf({ handedOver }: TrackedRequest, words: StandingWords): Told {
  if (!handedOver) return null;
  const { on, name, phone } = handedOver;
  return {
    sentences: [words.handedOver(name, words.day(on))],
    mentions: [{ label: words.mentions.contact, value: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` }],
  };
}

function forwardedOf({ forwarded, silence }: TrackedRequest, words: StandingWords): Told {
  if (!forwarded) return null;
  const { on, name, contact } = forwarded;
  return {
    sentences: [
      words.forwarded(name, words.day(on)),
      ...(silence ? [words.forwardedDelay[silence.effect]] : []),
    ],
    mentions: contact
      ? [
          {
            label: words.mentions.contact,
            value: contact,
            ...(isEmail(contact) && { href: `mailto:${contact}` }),
          },
        ]
      : [],
  };
}

/** What a system of the administration that it was forwarded to tells of it. */
function followedOf(
  { forwarded }: TrackedRequest,
  words: StandingWords,
  said: TrackingWords['operated'],
): Told {
  const followed = forwarded?.followed;
  if (!followed) return null;
  const { name } = forwarded;
  const { reference, agency, steps, staleSince } = followed;
  if (!steps.length && !reference && !staleSince) return null;
  return {
    sentences: [
      ...(staleSince ? [said.stale(name, words.day(staleSince))] : []),
      ...(steps.length ? [said.steps(name)] : []),
    ],
    items: steps.map(({ label, note, on }) => said.step(label, note, words.day(on))),
    mentions: [
      ...(agency ? [{ label: said.agency, value: agency }] : []),
      ...(reference ? [{ label: said.reference, value: reference }] : []),
    ],
  };
}

function awaitedOf(request: TrackedRequest, who: string, words: StandingWords): Told {
  const { nature, timeline, acknowledgementDueBy, silence } = request;
  const sentences: string[] = [];
  if (timeline.some(({ kind }) => kind === 'requalified'))
    sentences.push(words.considered(who, words.natures[nature]));
  if (acknowledgementDueBy) sentences.push(words.acknowledgementDue(who, words.day(acknowledgementDueBy)));
  if (silence) {
    const { effect, date, basis } = silence;
    sentences.push(words.due(effect, who, date && words.day(date), basis));
  }
  return sentences.length > 0 && { sentences };
}

function decisionOf({ decision }: TrackedRequest, who: string, words: StandingWords): Told {
  if (!decision) return null;
  const { appeal, kind } = decision;
  const on = words.day(decision.on);
  const decided =
    'author' in decision
      ? words.decision[decision.kind](who, on)
      : words.decided(kind === 'tacitly-granted' ? 'acceptance' : 'rejection', who, on);
  if (kind === 'tacitly-granted') return { sentences: [decided] };
  return {
    sentences: [
      appeal ? `${decided} ${words.challenge(appeal.lastDay && words.day(appeal.lastDay))}` : decided,
    ],
    mentions: [
      ...('author' in decision ? writtenIn(decision, words) : []),
      ...(appeal ? appealMentions(appeal, null, words) : []),
    ],
    proof: 'author' in decision && decision.jws ? { kind: 'decision', jws: decision.jws } : null,
  };
}

type Express = Extract<NonNullable<TrackedRequest['decision']>, { author: object }>;

function writtenIn({ author, message, reasons, illegality }: Express, words: StandingWords): Mention[] {
  const { givenName, familyName, capacity, service } = author;
  return [
    // CRPA L212-1.
    { label: words.mentions.author, value: `${givenName} ${familyName}, ${capacity}, ${service}` },
    { label: words.mentions.text, value: message, isWritten: true },
    ...(reasons ? reasonMentions(reasons, words) : []),
    ...(illegality
      ? [{ label: words.mentions.illegality, value: illegality, isWritten: true as const }]
      : []),
  ];
}

function reasonMentions({ law, facts }: { law: string; facts: string }, words: StandingWords): Mention[] {
  const { mentions: labels } = words;
  return [
    { label: labels.law, value: law, isWritten: true },
    { label: labels.facts, value: facts, isWritten: true },
  ];
}

function reasonsOf({ reasons, canAskReasons }: TrackedRequest, who: string, words: StandingWords): Told {
  if (reasons?.given)
    return {
      sentences: [words.reasons.given(who, words.day(reasons.askedOn))],
      mentions: reasonMentions(reasons.given, words),
    };
  if (reasons)
    return {
      sentences: [
        words.reasons.asked(who, words.day(reasons.askedOn), reasons.dueBy && words.day(reasons.dueBy)),
      ],
    };
  return canAskReasons && { sentences: [words.reasons.possible(who)], ask: 'reasons' };
}

function attestationOf(
  { attestation, canAskAttestation, decision }: TrackedRequest,
  who: string,
  words: StandingWords,
): Told {
  if (attestation?.jws && decision)
    return {
      sentences: [words.attestation.issued(who, words.day(decision.on))],
      proof: { kind: 'attestation', jws: attestation.jws },
    };
  if (attestation) return { sentences: [words.attestation.asked(who, words.day(attestation.on))] };
  return (
    decision?.kind === 'tacitly-granted' && {
      sentences: [words.attestation.possible(who)],
      ask: canAskAttestation ? 'attestation' : null,
    }
  );
}
