/**
 * French working days. No article defines the *jour ouvré* of CRPA R112-11-2: Monday to Friday without the public
 * holidays, as administrations count them. The holidays are those of code du travail L3133-1, the additional ones of
 * Alsace-Moselle (L3134-13), and the days that commemorate the abolition of slavery overseas (L3422-2; décret 83-1003
 * of 23 November 1983).
 */
import type { Holiday } from '@guichet/contracts/holidays';
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from './civil-date.js';
import { memo } from './memo.js';

/** Where public holidays differ from the nation's. The Pacific collectivities, with days of their own, are not here. */
export const territories = [
  'national',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-barthelemy',
  'saint-martin',
] as const;
export type Territory = (typeof territories)[number];

const ofDepartement: ReadonlyMap<string, Territory> = new Map([
  ['57', 'alsace-moselle'],
  ['67', 'alsace-moselle'],
  ['68', 'alsace-moselle'],
  ['971', 'guadeloupe'],
  ['972', 'martinique'],
  ['973', 'guyane'],
  ['974', 'reunion'],
  ['976', 'mayotte'],
  ['977', 'saint-barthelemy'],
  ['978', 'saint-martin'],
]);

/** Month and day of the abolition of slavery. */
const abolition: Readonly<Partial<Record<Territory, string>>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  'saint-martin': '05-28',
  guyane: '06-10',
  'saint-barthelemy': '10-09',
  reunion: '12-20',
};

const national: readonly (readonly [monthDay: string, holiday: Holiday])[] = [
  ['01-01', 'new-year'],
  ['05-01', 'labour-day'],
  ['05-08', 'victory-day'],
  ['07-14', 'bastille-day'],
  ['08-15', 'assumption'],
  ['11-01', 'all-saints'],
  ['11-11', 'armistice'],
  ['12-25', 'christmas'],
];

/** @param departement two or three characters (`28`, `2A`, `971`), null where unknown */
export function territoryOf(departement: string | null): Territory {
  return ofDepartement.get(departement ?? '') ?? 'national';
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Jones and Butcher). */
export function easter(year: number): Temporal.PlainDate {
  const int = Math.floor;
  const a = year % 19;
  const b = int(year / 100);
  const c = year % 100;
  const d = (19 * a + b - int(b / 4) - int((b - int((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * int(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * int((a + 11 * d + 22 * e) / 451) + 114;
  return new Temporal.PlainDate(year, int(f / 31), (f % 31) + 1);
}

/** The public holidays of a civil year, in order. Two may fall on one day. */
export function publicHolidays(
  year: number,
  territory: Territory,
): { date: Temporal.PlainDate; holiday: Holiday }[] {
  const fromEaster = (days: number, holiday: Holiday) => ({ date: easter(year).add({ days }), holiday });
  const on = (monthDay: string, holiday: Holiday) => ({
    date: Temporal.PlainDate.from(`${String(year).padStart(4, '0')}-${monthDay}`),
    holiday,
  });
  const days = [
    ...national.map(([monthDay, holiday]) => on(monthDay, holiday)),
    fromEaster(1, 'easter-monday'),
    fromEaster(39, 'ascension'),
    fromEaster(50, 'whit-monday'),
  ];
  // Good Friday is a holiday only where there is a Protestant or mixed church (L3134-13): counted everywhere there,
  // which only ever holds a mail a day longer on that Friday.
  if (territory === 'alsace-moselle')
    days.push(fromEaster(-2, 'good-friday'), on('12-26', 'second-christmas-day'));
  if (abolition[territory]) days.push(on(abolition[territory], 'abolition-of-slavery'));
  return days.sort((one, other) => Temporal.PlainDate.compare(one.date, other.date));
}

/** Asked of each day that is counted: worked out once for a year and a territory. The first of two on a day names it. */
const holidaysOf = memo((key): ReadonlyMap<string, Holiday> => {
  const [year, territory] = key.split(' ') as [string, Territory];
  const days = publicHolidays(Number(year), territory).reverse();
  return new Map(days.map(({ date, holiday }) => [date.toString(), holiday]));
}, 1000);

/** @param date civil date @returns null of a day that is no public holiday */
export function holidayOn(date: CivilDate, territory: Territory): Holiday | null {
  return holidaysOf(`${Number(date.slice(0, 4))} ${territory}`).get(date) ?? null;
}

export function isWorkingDay(date: Temporal.PlainDate, territory: Territory): boolean {
  return date.dayOfWeek <= 5 && !holidaysOf(`${date.year} ${territory}`).has(date.toString());
}

/** The first working day after a civil date, that date itself excluded (CPC art. 641). */
export function nextWorkingDay(date: Temporal.PlainDate, territory: Territory): Temporal.PlainDate {
  let day = date.add({ days: 1 });
  while (!isWorkingDay(day, territory)) day = day.add({ days: 1 });
  return day;
}

// What waits for the end of a day still has the evening to leave within it.
const END_OF_DAY = '18:00';

/**
 * Until when the mails that follow a suspect sending may wait: a registration receipt that cannot leave at once leaves
 * within one working day of reception (CRPA R112-11-2).
 *
 * @param timeZone IANA zone of the administration, whose civil days count
 * @returns six in the evening of the next working day
 */
export function endOfNextWorkingDay(instant: Date, timeZone: string, territory: Territory): Date {
  const received = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const end = nextWorkingDay(received, territory).toZonedDateTime({ timeZone, plainTime: END_OF_DAY });
  return new Date(end.epochMilliseconds);
}
