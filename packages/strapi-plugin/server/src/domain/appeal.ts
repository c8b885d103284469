/** How a decision can be challenged: before whom, first before whom, and until when. */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { CivilDate } from './civil-date.js';
import type { Court } from './courts.js';
import { monthsAfter, prolonged } from './deadlines.js';
import type { FirstAppeal } from './silence.js';
import type { Territory } from './working-days.js';

/** Télérecours citoyens, where a person without a lawyer may go to court (CJA R414-2). */
export const courtOnline = 'https://citoyens.telerecours.fr';
const cadaOnline = 'https://www.cada.fr';

/** Two months everywhere: CJA R421-1 and R421-2, CRPA L411-2 and R343-1, CESEDA R313-12. */
const APPEAL_MONTHS = 2;

/**
 * One way. `required` ones come before the court or the court does not hear it. The first two, made within the two
 * months, start the court's own anew (CRPA L411-2).
 */
export type AppealRoute =
  | { kind: 'gracious'; body: string; required: false; online: null; basis: 'CRPA L411-2' }
  | { kind: 'hierarchical'; body: string; required: false; online: null; basis: 'CRPA L411-2' }
  | { kind: 'cada'; body: string; required: true; online: string; basis: 'CRPA L342-1 et R343-1' }
  | { kind: 'prefect'; body: string; required: true; online: null; basis: 'CESEDA R313-12' }
  | { kind: 'court'; body: string; required: false; online: string; basis: 'CJA R421-1 à R421-5' };

export interface AppealContext {
  first: FirstAppeal;
  /** Name of the administration that decides. */
  administration: string;
  /** Who stands above it: the prefect where the mayor acts for the State; null where nobody does. */
  superior: string | null;
  /** Null where the département is unknown. */
  court: Court | null;
}

/** @returns every route, in the order in which they are taken; the court last, absent where it is unknown */
export function appealRoutes({ first, administration, superior, court }: AppealContext): AppealRoute[] {
  const routes: AppealRoute[] = [];
  if (first === 'cada') {
    const body = 'Commission d’accès aux documents administratifs (CADA)';
    routes.push({ kind: 'cada', body, required: true, online: cadaOnline, basis: 'CRPA L342-1 et R343-1' });
  } else if (first === 'prefect') {
    const body = superior ?? 'Préfet';
    routes.push({ kind: 'prefect', body, required: true, online: null, basis: 'CESEDA R313-12' });
  } else {
    const free = { required: false, online: null, basis: 'CRPA L411-2' } as const;
    routes.push({ kind: 'gracious', body: administration, ...free });
    if (superior) routes.push({ kind: 'hierarchical', body: superior, ...free });
  }
  if (court) {
    const basis = 'CJA R421-1 à R421-5';
    routes.push({ kind: 'court', body: court.name, required: false, online: courtOnline, basis });
  }
  return routes;
}

/** The times and routes that a receipt or a refusal mentions (CRPA R112-11-1; CJA R421-5). */
export interface AppealMention {
  /** Before whom: the one that comes first. */
  body: string;
  /** ISO 8601. */
  delay: 'P2M';
  online: string | null;
}

/** @returns null where the court is unknown: the mention is then missing */
export function appealMention(context: AppealContext): AppealMention | null {
  if (!context.court) return null;
  const routes = appealRoutes(context);
  const route = routes.find(({ required }) => required) ?? routes.at(-1)!;
  return { body: route.body, delay: 'P2M', online: route.online };
}

/** What starts the time: a notified refusal, silence itself, or reasons communicated on request (CRPA L232-4). */
export interface AppealStart {
  on: CivilDate;
  trigger: 'notification' | 'silence' | 'reasons';
}

/**
 * The last day to appeal.
 *
 * @param distance months more for who lives far away (`appealDistance`). They lengthen only the court's time from a
 *   notification: CJA R421-7 is about R421-1, neither about R421-2 nor about another body.
 */
export function lastDayToAppeal(
  start: AppealStart,
  first: FirstAppeal,
  distance: number,
  territory: Territory,
): CivilDate {
  if (first !== 'court') {
    // The two months of R343-1 are not *francs*: told a day too early rather than a day too late.
    return prolonged(monthsAfter(start.on, APPEAL_MONTHS), territory);
  }
  const months = APPEAL_MONTHS + (start.trigger === 'notification' ? distance : 0);
  // The court's time is *franc*: neither its first day nor its last counts.
  return prolonged(daysAfter(monthsAfter(start.on, months), 1), territory);
}
