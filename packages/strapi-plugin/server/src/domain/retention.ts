/**
 * When a closed request falls due for the archives: counted from the day the file was closed, or silence decided it
 * after that, by the rule that an agreement with the archives gave its procedure (code du patrimoine, R212-13). Without
 * such a rule, never.
 */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { HereRule } from '@guichet/contracts/admin/retention';
import { caseClocks } from './case-clocks.js';
import type { CaseFile } from './case-file.js';
import { silenceOf, standingDecision } from './case-silence.js';
import type { CivilDate } from './civil-date.js';
import { monthsAfter } from './deadlines.js';
import type { RequestState } from './request-state.js';

type Period = HereRule['period'];

const monthsOf = ({ count, unit }: Period) => (unit === 'years' ? 12 * count : count);

/** The last day that a request is kept, a period from day to day (CPC art. 641). */
export function keptUntil(closedOn: CivilDate, period: Period): CivilDate {
  return monthsAfter(closedOn, monthsOf(period));
}

/** The last day of closing whose time is over on a day: all that was closed by then is due, nothing closed after. */
export function lastDueClosing(today: CivilDate, period: Period): CivilDate {
  // Months end where a shorter one has no such day, so that several days of closing may end on one.
  let day = daysAfter(monthsAfter(today, -monthsOf(period)), 3);
  while (keptUntil(day, period) >= today) day = daysAfter(day, -1);
  return day;
}

/** Whether a file is closed with nothing left to decide or to explain: what its retention is counted from. A tacit decision counts once recorded. */
export function isClosedForGood(state: RequestState): boolean {
  return state.status === 'closed' && !(state.file && isUnsaid(state, state.file.opening.on));
}

/** Whether what was asked for of a tacit decision is owed: its reasons, its attestation (CRPA L232-4, L232-3). */
function isOwing(file: CaseFile): boolean {
  if (caseClocks(file, false).reasonsDueBy !== null) return true;
  return file.attestation === 'asked' && file.decision?.kind === 'tacitly-granted';
}

/** Whether silence has yet to decide on a day, or its decision to be explained: what is unsaid is never over, closed or not. */
export function isUnsaid({ answer, file }: RequestState, on: CivilDate): boolean {
  if (!file || answer === 'settles' || file.competentSince === null) return false;
  if (file.decision) return isOwing(file);
  return standingDecision(file, on) === null && silenceOf(file).kind !== 'none';
}
