/** Who is away, and who stands in meanwhile. */
import type { CivilDate } from './civil-date.js';

/** Both days are days away. */
export interface Away {
  from: CivilDate;
  until: CivilDate;
  /** Who stands in, null for nobody. */
  coverId: number | null;
}

export function isAway({ from, until }: Pick<Away, 'from' | 'until'>, today: CivilDate): boolean {
  return from <= today && today <= until;
}

/**
 * Who has an agent's work on a day: whoever stands in, unless away too. Nobody stands in for who stands in: two who
 * name each other would pass the work round for ever.
 *
 * @param absences by agent, of one administration
 */
export function actingFor(agentId: number, absences: ReadonlyMap<number, Away>, today: CivilDate): number {
  const away = absences.get(agentId);
  if (!away || !isAway(away, today) || away.coverId === null) return agentId;
  const cover = absences.get(away.coverId);
  return cover && isAway(cover, today) ? agentId : away.coverId;
}
