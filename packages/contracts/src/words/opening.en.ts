import type { OpeningWords } from './opening.js';

const dated = (date: string, style: Intl.DateTimeFormatOptions, hasYear = false) =>
  new Intl.DateTimeFormat('en-GB', { ...style, ...(hasYear && { year: 'numeric' }), timeZone: 'UTC' })
    .format(new Date(`${date}T00:00Z`))
    .replace(',', '')
    .replace(/(\d) /, '$1\u00a0');

// The first of January 2024 was a Monday.
const weekday = (day: number) => dated(`2024-01-0${day}`, { weekday: 'long' });

const list = (parts: readonly string[]) =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');

export const openingEn: OpeningWords = {
  time: (time) => time.replace(/^0/, ''),
  // A word joiner after the dash, where browsers would break.
  range: (from, until) => `${openingEn.time(from)}–\u2060${openingEn.time(until)}`,
  aside: (text) => ` (${text})`,
  list,
  weekdays(days) {
    const [first = 1] = days;
    const last = days.at(-1)!;
    if (days.length === 7) return 'Every day';
    if (days.length > 2 && last - first === days.length - 1) return `${weekday(first)} to ${weekday(last)}`;
    return list(days.map(weekday));
  },
  line: (days, ranges) => `${days}: ${ranges}`,
  day: (date, hasYear) => dated(date, { weekday: 'long', day: 'numeric', month: 'long' }, hasYear),
  dayOfMonth: (date) => String(Number(date.slice(8))),
  date: (date, hasYear) => dated(date, { day: 'numeric', month: 'long' }, hasYear),
  closedOn: (day) => `Closed on ${day}`,
  closedFrom: (from, until) => `Closed from ${from} to ${until}`,
  closedUntil: (until) => `Closed until ${until}, that day included`,
  openOn: (day, ranges) => `Open on ${day}: ${ranges}`,
  holidays: {
    'new-year': 'New Year’s Day',
    'good-friday': 'Good Friday',
    'easter-monday': 'Easter Monday',
    'labour-day': 'Labour Day',
    'victory-day': 'Victory in Europe Day',
    ascension: 'Ascension Day',
    'whit-monday': 'Whit Monday',
    'bastille-day': 'Bastille Day',
    assumption: 'Assumption Day',
    'all-saints': 'All Saints’ Day',
    armistice: 'Armistice Day',
    christmas: 'Christmas Day',
    'second-christmas-day': 'second day of Christmas',
    'abolition-of-slavery': 'abolition of slavery',
  },
  closed: 'closed',
  openUntil: (time) => `Open until ${time}.`,
  closedNow: (aside, next) => `Closed${aside}${next ? `, ${next}` : ''}.`,
  opens: (day, time) => `opens ${day ? `${day} ` : ''}at ${time}`,
  tomorrow: 'tomorrow',
  weekday: (date) => `on ${dated(date, { weekday: 'long' })}`,
  onDay: (day) => `on ${day}`,
};
