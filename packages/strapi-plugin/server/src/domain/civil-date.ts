/** Instants and civil dates in an administration's own zone. */
import { Temporal } from 'temporal-polyfill';

/** `2026-11-21`, in the administration's own zone. Two of them compare as texts. */
export type CivilDate = string;

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** @returns `2026-11-21` */
export function civilDate(instant: Date, timeZone: string): CivilDate {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** @returns RFC 3339 with the zone's offset, to the second: `2026-11-21T21:04:10+01:00` */
export function instantWithOffset(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}
