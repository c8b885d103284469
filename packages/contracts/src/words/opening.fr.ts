import { withFirst } from './french-first.js';
import type { OpeningWords } from './opening.js';

/** No-break space: nothing of a time comes apart. */
const S = '\u00a0';

const dated = (date: string, style: Intl.DateTimeFormatOptions, hasYear = false) =>
  withFirst(
    new Intl.DateTimeFormat('fr-FR', {
      ...style,
      ...(hasYear && { year: 'numeric' }),
      timeZone: 'UTC',
    }).format(new Date(`${date}T00:00Z`)),
  ).replace(/(\d(?:er)?) /, `$1${S}`);

// The first of January 2024 was a Monday.
const weekday = (day: number) => dated(`2024-01-0${day}`, { weekday: 'long' });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const list = (parts: readonly string[]) =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}` : parts.join('');

export const openingFr: OpeningWords = {
  time: (time) => {
    const [hour, minutes] = time.split(':');
    return `${Number(hour)}${S}h${minutes === '00' ? '' : `${S}${minutes}`}`;
  },
  range: (from, until) => `${openingFr.time(from)}${S}–${S}${openingFr.time(until)}`,
  aside: (text) => ` (${text})`,
  list,
  weekdays(days) {
    const [first = 1] = days;
    const last = days.at(-1)!;
    if (days.length === 7) return 'Tous les jours';
    if (days.length > 2 && last - first === days.length - 1)
      return `Du ${weekday(first)} au ${weekday(last)}`;
    return capital(list(days.map(weekday)));
  },
  line: (days, ranges) => `${days}${S}: ${ranges}`,
  day: (date, hasYear) => dated(date, { weekday: 'long', day: 'numeric', month: 'long' }, hasYear),
  dayOfMonth: (date) => (date.endsWith('-01') ? '1er' : String(Number(date.slice(8)))),
  date: (date, hasYear) => dated(date, { day: 'numeric', month: 'long' }, hasYear),
  closedOn: (day) => `Fermé le ${day}`,
  closedFrom: (from, until) => `Fermé du ${from} au ${until}`,
  closedUntil: (until) => `Fermé jusqu’au ${until} inclus`,
  openOn: (day, ranges) => `Ouvert le ${day}${S}: ${ranges}`,
  holidays: {
    'new-year': 'jour de l’An',
    'good-friday': 'Vendredi saint',
    'easter-monday': 'lundi de Pâques',
    'labour-day': 'fête du Travail',
    'victory-day': 'Victoire de 1945',
    ascension: 'Ascension',
    'whit-monday': 'lundi de Pentecôte',
    'bastille-day': 'fête nationale',
    assumption: 'Assomption',
    'all-saints': 'Toussaint',
    armistice: 'Armistice de 1918',
    christmas: 'Noël',
    'second-christmas-day': 'lendemain de Noël',
    'abolition-of-slavery': 'abolition de l’esclavage',
  },
  closed: 'fermé',
  openUntil: (time) => `Ouvert jusqu’à ${time}.`,
  closedNow: (aside, next) => `Fermé${aside}${next ? `, ${next}` : ''}.`,
  opens: (day, time) => `rouvre ${day ? `${day} ` : ''}à ${time}`,
  tomorrow: 'demain',
  weekday: (date) => dated(date, { weekday: 'long' }),
  onDay: (day) => `le ${day}`,
};
