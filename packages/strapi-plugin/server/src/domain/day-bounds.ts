/** Civil days as bounds of instants. */
import { Temporal } from 'temporal-polyfill';

/** @returns RFC 3339 in UTC with milliseconds: the first instant of a civil date in a zone, changes of hour included */
export function startOfDay(date: string, timeZone: string): string {
  const instant = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant();
  return new Date(instant.epochMilliseconds).toISOString();
}

/** @returns the first instant after a civil date in a zone */
export function endOfDay(date: string, timeZone: string): string {
  return startOfDay(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), timeZone);
}
