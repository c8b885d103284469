/** Every deadline of one request, from its file: dates only, which today is compared with elsewhere. */
import { acknowledgementTimes } from './acknowledgement.js';
import { type AppealClock, appealOf } from './case-appeal.js';
import type { CaseFile, PendingItems } from './case-file.js';
import { silenceOf } from './case-silence.js';
import type { CivilDate } from './civil-date.js';
import { monthsAfter } from './deadlines.js';
import { isRequest } from './silence.js';
import type { SilenceClock } from './silence-clock.js';

/** CRPA L232-4. */
const REASONS_MONTHS = 1;
/** CRPA L242-1. */
const WITHDRAWAL_MONTHS = 4;

export type AcknowledgementClock =
  /**
   * `dueBy` and `leavesOn` are null on paper and by telephone, for which no text sets a time (CRPA L112-3). `isCorrection`: one was sent
   * and the request requalified since.
   */
  | { kind: 'due'; dueBy: CivilDate | null; leavesOn: CivilDate | null; isCorrection: boolean }
  | { kind: 'sent'; on: CivilDate }
  /** Withdrawn, abusive (L112-11), or another administration acknowledges (L114-4). */
  | { kind: 'not-due' };

export interface CaseClocks {
  acknowledgement: AcknowledgementClock;
  /** `decided`: a decision was taken, or silence was recorded as one. */
  silence: SilenceClock | { kind: 'decided' };
  items: PendingItems | null;
  /** Last day to give the reasons of a tacit refusal that were asked for. */
  reasonsDueBy: CivilDate | null;
  /** Last day to take an acceptance back, and only where it was illegal. */
  withdrawableUntil: CivilDate | null;
  appeal: AppealClock | null;
}

/** The last day on which an acceptance of `decidedOn` can be taken back, where it was illegal (CRPA L242-1). */
export function lastDayToTakeBack(decidedOn: CivilDate): CivilDate {
  return monthsAfter(decidedOn, WITHDRAWAL_MONTHS);
}

function acknowledgementClock(file: CaseFile, isAbusive: boolean): AcknowledgementClock {
  const { acknowledgement, competentSince, opening } = file;
  if (acknowledgement && !acknowledgement.isStale) return { kind: 'sent', on: acknowledgement.on };
  if (isAbusive || file.isWithdrawn || competentSince === null) return { kind: 'not-due' };
  const isCorrection = acknowledgement !== null;
  if (opening.channel === 'oral' && !isRequest(file.nature)) return { kind: 'not-due' };
  if (opening.channel !== 'electronic') return { kind: 'due', dueBy: null, leavesOn: null, isCorrection };
  return { kind: 'due', ...acknowledgementTimes(competentSince, file.territory), isCorrection };
}

/** @param isAbusive rejected as abusive: it need not be acknowledged, but silence on it still decides */
export function caseClocks(file: CaseFile, isAbusive: boolean): CaseClocks {
  const { decision, reasons } = file;
  const isAccepted = decision?.kind === 'granted' || decision?.kind === 'tacitly-granted';
  return {
    acknowledgement: acknowledgementClock(file, isAbusive),
    silence: decision ? { kind: 'decided' } : silenceOf(file),
    items: file.pending,
    reasonsDueBy:
      reasons && !reasons.givenOn && decision?.kind === 'tacitly-refused'
        ? monthsAfter(reasons.askedOn, REASONS_MONTHS)
        : null,
    withdrawableUntil: isAccepted ? lastDayToTakeBack(decision.on) : null,
    appeal: appealOf(file),
  };
}
