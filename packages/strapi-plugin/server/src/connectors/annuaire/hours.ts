/** Opening hours as the annuaire has them: ranges of days with one or two ranges of hours, and words beside. */
import {
  checkOpeningHours,
  type OpeningErrorCode,
  openingLimits,
  type OpeningHours,
  type OpeningRange,
} from '@guichet/contracts/opening-hours';
import { openingFr } from '@guichet/contracts/words/opening.fr';
import { plainLine, plainText } from '../source/plain-text.js';

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

export interface ReadHours {
  /** By the day; null where there are none, or where they make no sense. */
  openingHours: OpeningHours | null;
  /** What is beside them, or, where they make no sense, what the source says. */
  note: string;
  /** A few words in English on what makes no sense. */
  faults: string[];
}

type Fields = Record<string, unknown>;

const textOf = (fields: Fields, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : '';
  return typeof value === 'string' ? value.trim() : '';
};

/** `09:00:00`, `9h30`, `9:00` → `09:00`; anything else as it is, for the checker to refuse. */
function timeOf(text: string): string {
  const [, hours, minutes = '00'] = /^(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?$/.exec(text) ?? [];
  return hours ? `${hours.padStart(2, '0')}:${minutes}` : text.slice(0, 20);
}

/** The days of an entry: Saturday to Monday is three. */
function daysOf(entry: Fields): number[] | null {
  const from = days.indexOf(textOf(entry, 'nom_jour_debut').toLowerCase());
  const last = textOf(entry, 'nom_jour_fin').toLowerCase();
  const until = last ? days.indexOf(last) : from;
  if (from < 0 || until < 0) return null;
  return Array.from({ length: ((until - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7);
}

const reasons: Partial<Record<OpeningErrorCode, string>> = {
  'ends-before-it-begins': 'hours end before they begin',
  'crosses-midnight': 'hours end on the day after',
  overlaps: 'hours overlap',
  'too-many': 'too many ranges in a day',
};

/** As the source says it, for people to make sense of: `Lundi – vendredi : 14:00 – 12:00 (accueil)`. */
function said(entry: Fields): string {
  const [first, last] = ['nom_jour_debut', 'nom_jour_fin'].map((name) => plainLine(textOf(entry, name), 20));
  const day = last && last !== first ? `${first} – ${last.toLowerCase()}` : first;
  const spans = ['1', '2'].flatMap((n) => {
    const [from, until] = ['debut', 'fin'].map((end) =>
      plainLine(timeOf(textOf(entry, `valeur_heure_${end}_${n}`)), 20),
    );
    return from || until ? [`${from} – ${until}`] : [];
  });
  const comment = plainLine(textOf(entry, 'commentaire'), 200);
  return `${day}\u00a0: ${spans.join(' et ')}${comment && ` (${comment})`}`;
}

/** @param entries of `plage_ouverture` @param comment `commentaire_plage_ouverture` */
export function readHours(entries: readonly Fields[], comment: string): ReadHours {
  const week: OpeningRange[][] = days.map(() => []);
  const faults: string[] = [];
  const notes = new Set<string>();
  for (const entry of entries) {
    const on = daysOf(entry);
    if (!on)
      faults.push(
        `no day of the week is named ${JSON.stringify(textOf(entry, 'nom_jour_debut').slice(0, 20))}`,
      );
    const words = plainLine(textOf(entry, 'commentaire'), 500);
    const note = words.length <= openingLimits.note ? words : '';
    if (!note && words) notes.add(`${said({ ...entry, commentaire: '' })} (${words})`);
    for (const n of ['1', '2']) {
      const [from, until] = ['debut', 'fin'].map((end) =>
        timeOf(textOf(entry, `valeur_heure_${end}_${n}`)),
      ) as [string, string];
      if (!from && !until) continue;
      for (const day of on ?? []) {
        const isThere = week[day]!.some(
          (range) => range.from === from && range.until === until && range.note === note,
        );
        if (!isThere) week[day]!.push({ from, until, note });
      }
    }
  }
  const beside = plainText(comment);
  if (week.every((ranges) => !ranges.length) && !faults.length)
    return {
      openingHours: null,
      note: [...entries.map((entry) => plainLine(textOf(entry, 'commentaire'), 500)), beside]
        .filter(Boolean)
        .join('\n'),
      faults,
    };
  const openingHours: OpeningHours = {
    week: week.map((ranges) => ranges.sort((one, other) => one.from.localeCompare(other.from))),
    closedOnHolidays: true,
    closings: [],
    openings: [],
  };
  for (const { path, code } of checkOpeningHours(openingHours)) {
    const [, day] = path;
    const where = typeof day === 'number' ? `${openingFr.weekdays([day + 1])}: ` : '';
    faults.push(`${where}${reasons[code] ?? 'hours that are no times'}`);
  }
  // Half of the hours would say closed of the others: then all are words.
  if (faults.length)
    return {
      openingHours: null,
      note: [...entries.map(said), beside].filter(Boolean).join('\n'),
      faults: [...new Set(faults)],
    };
  return { openingHours, note: [...notes, beside].filter(Boolean).join('\n'), faults };
}
