import type { HolidayOn } from '@guichet/contracts/holidays';
import type { OpeningHours } from '@guichet/contracts/opening-hours';
import { openingLines } from '@guichet/contracts/opening-lines';
import { openingEn } from '@guichet/contracts/words/opening.en';
import { openingFr } from '@guichet/contracts/words/opening.fr';

/** Where and for whom hours are told. */
export interface Where {
  /** Civil date. */
  today: string;
  /** Those to come, where it is. */
  holidays: readonly HolidayOn[];
  /** Of the panel. */
  locale: string;
}

/** Opening hours as residents read them, in the panel's language. */
export const openingWordLines = (hours: OpeningHours, { today, holidays, locale }: Where): string[] =>
  openingLines(hours, today, holidays, locale.startsWith('fr') ? openingFr : openingEn);
