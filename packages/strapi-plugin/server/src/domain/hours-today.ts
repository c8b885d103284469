/** What is said of an administration's hours: it changes with the day, and with the language of who reads it. */
import type { Administration, Language } from '@guichet/contracts/administration';
import { openingLines } from '@guichet/contracts/opening-lines';
import type { CivilDate } from './civil-date.js';
import { holidaysFrom } from './opening-hours.js';
import { openingWords } from './opening-sentence.js';
import type { Tenant } from './tenant.js';
import { territoryOf } from './working-days.js';

/** How far ahead public holidays are told. */
export const HOLIDAYS_DAYS = 60;

/** The lines of the hours: made from the hours by the day where there are any, else the administration's own text. */
export function hoursIn(
  { human, openingHours, holidays }: Administration,
  language: Language,
  today: CivilDate,
): string[] {
  return openingHours ? openingLines(openingHours, today, holidays, openingWords[language]) : human.hours;
}

/** A tenant with what holds of its hours on a day. */
export function hoursOn(tenant: Tenant, today: CivilDate): Tenant {
  const { administration, departement } = tenant;
  const holidays = holidaysFrom(today, HOLIDAYS_DAYS, territoryOf(departement)).map((one) => ({
    ...one,
    name: openingWords.fr.holidays[one.holiday],
  }));
  const dated = { ...administration, holidays };
  const human = { ...administration.human, hours: hoursIn(dated, 'fr', today) };
  return { ...tenant, administration: { ...dated, human } };
}
