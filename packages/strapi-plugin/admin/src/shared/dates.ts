/** Instants as people read them, in the administration's own time zone; and civil dates, which have none. */
import { useIntl } from 'react-intl';
import { civilDay, dayWords } from './civil-date.js';

export interface Dates {
  /** `21 nov. 2026, 14:05` */
  moment(instant: string, timeZone: string): string;
  /** `21 nov. 2026` */
  day(instant: string, timeZone: string): string;
  /** `vendredi 4 décembre 2026`, of a civil date */
  civil(date: string, style?: Intl.DateTimeFormatOptions): string;
}

export function useDates(): Dates {
  const { locale } = useIntl();
  return {
    moment: (instant, timeZone) =>
      dayWords(
        new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
        new Date(instant),
      ),
    day: (instant, timeZone) =>
      dayWords(new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }), new Date(instant)),
    civil: (date, style) => civilDay(date, locale, style),
  };
}
