import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../domain/civil-date.js';

/**
 * The instant that stands for a civil day of which only the day is known: its noon, which is that day's whatever the
 * hour changes.
 */
export function noonOf(on: CivilDate, timeZone: string): Date {
  const noon = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone, plainTime: '12:00' });
  return new Date(noon.epochMilliseconds);
}
