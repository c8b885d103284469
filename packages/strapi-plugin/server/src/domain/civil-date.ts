/** Instants and civil dates in an administration's own zone. */
import { Temporal } from 'temporal-polyfill';
import { memo } from './memo.js';

/** `2026-11-21`, in the administration's own zone. Two of them compare as texts. */
export type CivilDate = string;

/** Clocks are only ever changed at a quarter of an hour, so that a zone's offset is one for all that comes in it. */
const QUARTER_MS = 900_000;

/** Milliseconds, by quarter of an hour and zone. */
const offsetOf = memo((key) => {
  const [quarter, timeZone] = key.split(' ') as [string, string];
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(quarter) * QUARTER_MS);
  return instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
}, 1000);

const offsetAt = (instant: Date, timeZone: string) =>
  offsetOf(`${Math.floor(instant.getTime() / QUARTER_MS)} ${timeZone}`);

/** What a clock there shows, without its offset. */
const shown = (instant: Date, offset: number) => new Date(instant.getTime() + offset).toISOString();

/** @returns `2026-11-21` */
export function civilDate(instant: Date, timeZone: string): CivilDate {
  return shown(instant, offsetAt(instant, timeZone)).slice(0, 10);
}

/** @returns RFC 3339 with the zone's offset, to the second: `2026-11-21T21:04:10+01:00` */
export function instantWithOffset(instant: Date, timeZone: string): string {
  const offset = offsetAt(instant, timeZone);
  const distance = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  return `${shown(instant, offset).slice(0, 19)}${offset < 0 ? '-' : '+'}${distance}`;
}
