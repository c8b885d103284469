/** What a page says of the hours: whether one can come now, then the lines. */
import type { Language } from '@guichet/contracts/administration';
import { civilDate } from '../../domain/civil-date.js';
import { hoursIn } from '../../domain/hours-today.js';
import { openingState } from '../../domain/opening-hours.js';
import { openingSentence } from '../../domain/opening-sentence.js';
import type { Tenant } from '../../domain/tenant.js';
import { territoryOf } from '../../domain/working-days.js';

export interface PageOpening {
  /** Null where only free lines are known. */
  now: string | null;
  lines: readonly string[];
  /** Of the lines: free ones are the administration's own French. */
  language: Language;
}

export function openingAt(
  { administration, departement }: Tenant,
  language: Language,
  now: Date,
): PageOpening {
  const { openingHours, timeZone } = administration;
  const today = civilDate(now, timeZone);
  const lines = hoursIn(administration, language, today);
  if (!openingHours) return { now: null, lines, language: 'fr' };
  const state = openingState(openingHours, { timeZone, territory: territoryOf(departement) }, now);
  return { now: openingSentence(state, today, language), lines, language };
}
