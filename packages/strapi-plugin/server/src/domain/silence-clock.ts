/** When silence decides: months from their start, with what suspends or delays them (CRPA L114-3, L114-5). */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { CivilDate } from './civil-date.js';
import { daysBetween, monthsAfter, prolonged } from './deadlines.js';
import type { SilenceRule, TacitDecision } from './silence.js';
import type { Territory } from './working-days.js';

export interface Calendar {
  territory: Territory;
  /**
   * Whether a tacit date on a day without work moves to the next working day. CPC art. 642 binds court procedure; that
   * it prolongs silence is unconfirmed, so a hosting says no by default.
   */
  prolongsSilence: boolean;
}

/** Items that a cited law or regulation requires, asked for by a notice (CRPA L114-5, R112-11-4). */
export interface ItemsNotice {
  askedOn: CivilDate;
  /** Last day of the time allowed. */
  answerBy: CivilDate;
  receivedOn: CivilDate | null;
}

export interface SilenceFacts {
  /** By the administration first written to. */
  receivedOn: CivilDate;
  /** Received by the competent administration; null until it is known. */
  competentSince: CivilDate | null;
  /** When the acknowledgement, or the registration receipt before it, was sent. */
  acknowledgedOn: CivilDate | null;
  notices: readonly ItemsNotice[];
}

export type SilenceClock =
  | { kind: 'none' }
  | {
      kind: 'waiting';
      effect: TacitDecision['effect'];
      for: 'competent-administration' | 'acknowledgement' | 'items';
    }
  | {
      kind: 'running';
      effect: TacitDecision['effect'];
      /** Without an answer by the end of this day, silence has decided. */
      date: CivilDate;
      /** Until when the clock stands still unless the items come before; the date already counts that time. */
      suspendedUntil: CivilDate | null;
    };

type Running = Extract<SilenceClock, { kind: 'running' }>;

const latest = (one: CivilDate, other: CivilDate) => (one > other ? one : other);
const earliest = (one: CivilDate, other: CivilDate) => (one < other ? one : other);

const startOf = (rule: TacitDecision, facts: SilenceFacts): CivilDate | null =>
  ({
    'initial-reception': facts.receivedOn,
    'competent-reception': facts.competentSince,
    acknowledgement: facts.acknowledgedOn,
  })[rule.from];

/** CRPA L114-5: a rejection's clock stands still during the time allowed, until the items come. */
function rejectionClock(
  start: CivilDate,
  notices: readonly ItemsNotice[],
  end: (start: CivilDate) => CivilDate,
  prolong: (date: CivilDate) => CivilDate,
): Running {
  let date = end(start);
  let suspendedUntil: CivilDate | null = null;
  let standsUntil = start;
  for (const { askedOn, answerBy, receivedOn } of notices) {
    if (askedOn > prolong(date)) continue;
    const from = latest(askedOn, standsUntil);
    const until = earliest(receivedOn ?? answerBy, answerBy);
    // Days that two notices share suspend once. Months are counted first, then days (CPC art. 641, al. 3).
    if (until > from) {
      date = daysAfter(date, daysBetween(from, until));
      standsUntil = until;
    }
    if (receivedOn === null) suspendedUntil = latest(answerBy, suspendedUntil ?? answerBy);
  }
  return { kind: 'running', effect: 'rejection', date: prolong(date), suspendedUntil };
}

/** CRPA L114-3, L114-5: the months of an acceptance begin when the items are there. */
function acceptanceClock(
  rule: TacitDecision,
  facts: SilenceFacts,
  start: CivilDate,
  end: (start: CivilDate) => CivilDate,
  prolong: (date: CivilDate) => CivilDate,
): SilenceClock {
  let from = start;
  const { items } = rule;
  for (const { askedOn, answerBy, receivedOn } of facts.notices) {
    if (askedOn > prolong(end(from))) continue;
    if (items) {
      // C. urb. R*423-38: asked for after the month, an item moves nothing. R*423-39: not sent in time, it rejects.
      if (askedOn > monthsAfter(facts.receivedOn, items.askWithinMonths)) continue;
      if (receivedOn === null || receivedOn > answerBy) {
        return { kind: 'running', effect: 'rejection', date: answerBy, suspendedUntil: null };
      }
    }
    if (receivedOn === null) return { kind: 'waiting', effect: 'acceptance', for: 'items' };
    from = latest(from, receivedOn);
  }
  return { kind: 'running', effect: 'acceptance', date: prolong(end(from)), suspendedUntil: null };
}

/** @param facts `notices` in the order they were sent */
export function silenceClock(rule: SilenceRule, facts: SilenceFacts, calendar: Calendar): SilenceClock {
  if (rule.effect === 'none') return { kind: 'none' };
  const start = startOf(rule, facts);
  if (start === null) {
    const missing = rule.from === 'acknowledgement' ? 'acknowledgement' : 'competent-administration';
    return { kind: 'waiting', effect: rule.effect, for: missing };
  }
  const end = (from: CivilDate) => monthsAfter(from, rule.months);
  const prolong = (date: CivilDate) =>
    calendar.prolongsSilence ? prolonged(date, calendar.territory) : date;
  return rule.effect === 'rejection'
    ? rejectionClock(start, facts.notices, end, prolong)
    : acceptanceClock(rule, facts, start, end, prolong);
}
