/** The silence of one request: its clock now, and what it has decided by a given day. */
import type { Nature } from '@guichet/contracts/request';
import type { CaseFile, Decision } from './case-file.js';
import type { CivilDate } from './civil-date.js';
import { defaultSilence, isRequest, type SilenceRule } from './silence.js';
import { silenceClock, type SilenceClock } from './silence-clock.js';

/** The clock of the request's silence, whether or not something decided meanwhile. */
export function silenceOf(file: CaseFile): SilenceClock {
  if (file.isWithdrawn || !isRequest(file.nature)) return { kind: 'none' };
  const { opening, competentSince, acknowledgement, notices } = file;
  // C. urb. R474-1 is about what is filed electronically: paper counts from its reception.
  return silenceClock(
    file.silence,
    {
      receivedOn: opening.on,
      competentSince,
      acknowledgedOn:
        opening.channel !== 'electronic'
          ? opening.on
          : (opening.registeredOn ?? acknowledgement?.firstOn ?? null),
      notices,
    },
    { ...opening.calendar, territory: file.territory },
  );
}

/** The rule of the request read as `nature`: its procedure's where it was received as such. */
export function silenceAs({ nature: now, silence, opening }: CaseFile, nature: Nature): SilenceRule {
  if (nature === now) return silence;
  return nature === opening.nature ? opening.silence : defaultSilence(nature);
}

/**
 * The decision that stands on a day. Silence decides by the law's force, not by its recording: one that nobody has
 * recorded yet counts. One that was notified no later than silence could decide leaves silence nothing to decide.
 */
export function standingDecision(file: CaseFile, on: CivilDate): Decision | null {
  const { decision } = file;
  if (decision?.kind === 'tacitly-granted' || decision?.kind === 'tacitly-refused') {
    return decision.on < on ? decision : null;
  }
  if (decision) return decision;
  const clock = silenceOf(file);
  if (clock.kind !== 'running' || clock.date >= on) return null;
  return { kind: clock.effect === 'acceptance' ? 'tacitly-granted' : 'tacitly-refused', on: clock.date };
}
