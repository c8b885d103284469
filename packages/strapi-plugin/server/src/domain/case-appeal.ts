/** The appeal against one request's refusal: from when, until when, and whether its time counts. */
import type { Mention } from './acknowledgement.js';
import { type AppealStart, lastDayToAppeal } from './appeal.js';
import type { CaseFile } from './case-file.js';
import { silenceOf } from './case-silence.js';
import type { CivilDate } from './civil-date.js';
import { type FirstAppeal, isRequest } from './silence.js';

/** Why no time limit can be held against who asked (CRPA L112-12; CJA R421-5). */
export type Obstacle =
  | { code: 'not-acknowledged' }
  | { code: 'correction-due' }
  | { code: 'mentions-missing'; mentions: readonly Mention[] }
  | { code: 'acknowledged-after-silence' }
  | { code: 'appeal-not-mentioned' };

export interface AppealClock {
  before: FirstAppeal;
  start: AppealStart;
  /** Null while reasons that were asked for have not been given: the time runs from them (CRPA L232-4). */
  lastDay: CivilDate | null;
}

function acknowledgementObstacles(file: CaseFile): Obstacle[] {
  const { acknowledgement } = file;
  if (!acknowledgement) return [{ code: 'not-acknowledged' }];
  const obstacles: Obstacle[] = [];
  if (acknowledgement.isStale) obstacles.push({ code: 'correction-due' });
  const { missing } = acknowledgement;
  if (missing.length) obstacles.push({ code: 'mentions-missing', mentions: missing });
  const silence = silenceOf(file);
  const decidedOn =
    file.decision?.kind === 'tacitly-refused' || file.decision?.kind === 'tacitly-granted'
      ? file.decision.on
      : silence.kind === 'running'
        ? silence.date
        : null;
  if (decidedOn !== null && acknowledgement.on > decidedOn) {
    obstacles.push({ code: 'acknowledged-after-silence' });
  }
  return obstacles;
}

/**
 * What keeps the appeal times from counting, empty where they do; of a request that nobody has decided yet, what would
 * if silence did. Null where nothing is decided: not a request.
 */
export function obstaclesOf(file: CaseFile): Obstacle[] | null {
  if (!isRequest(file.nature)) return null;
  const { decision } = file;
  if (decision?.kind !== 'refused') return acknowledgementObstacles(file);
  // An express decision, duly notified before silence could decide, needs no acknowledgement (L112-12).
  const obstacles = decision.needsNoAcknowledgement ? [] : acknowledgementObstacles(file);
  return decision.mentionsAppeal ? obstacles : [...obstacles, { code: 'appeal-not-mentioned' }];
}

/** @returns null where there is nothing to appeal against */
export function appealOf(file: CaseFile): AppealClock | null {
  const { decision, reasons, distance, territory } = file;
  if (decision?.kind !== 'refused' && decision?.kind !== 'tacitly-refused') return null;
  const before = file.silence.effect === 'none' ? 'court' : file.silence.firstAppeal;
  const until = (start: AppealStart, isOpen = false): AppealClock => ({
    before,
    start,
    lastDay: isOpen ? null : lastDayToAppeal(start, before, distance, territory),
  });
  if (decision.kind === 'refused') return until(decision.appealStart);
  // CRPA L232-4: two months from the communication of the reasons.
  if (reasons?.givenOn) return until({ on: reasons.givenOn, trigger: 'reasons' });
  return until({ on: decision.on, trigger: 'silence' }, reasons !== null);
}

/** Whether the time to appeal was over before a day, and could be held against who asked. */
export function isAppealOver(file: CaseFile, on: CivilDate): boolean {
  const lastDay = appealOf(file)?.lastDay;
  return lastDay !== undefined && lastDay !== null && lastDay < on && !obstaclesOf(file)?.length;
}

/**
 * From when the time runs against a refusal notified on a day. CJA R421-2: a refusal within the time that a tacit one
 * opened opens it anew; later, it only confirms.
 *
 * @param file with the decision that stood on that day
 */
export function startOfAppeal(file: CaseFile, on: CivilDate): AppealStart {
  const before = appealOf(file);
  return before && isAppealOver(file, on) ? before.start : { on, trigger: 'notification' };
}
