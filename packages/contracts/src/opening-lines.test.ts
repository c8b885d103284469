import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holidays, type HolidayOn } from './holidays.js';
import { openingOn } from './opening-day.js';
import type { OpeningHours, OpeningRange } from './opening-hours.js';
import { dayInShort, openingLines } from './opening-lines.js';
import { openingEn } from './words/opening.en.js';
import { openingFr } from './words/opening.fr.js';

/** `9 h – 12 h` in the data, one range by a comma; a note after a slash. */
const ranges = (text: string): OpeningRange[] =>
  text
    .split(', ')
    .filter(Boolean)
    .map((one) => {
      const [, from = '', until = '', note = ''] = /^([\d:]+)-([\d:]+)(?:\/(.*))?$/.exec(one) ?? [];
      return { from, until, note };
    });
const hours = (week: string[], changes: Partial<OpeningHours> = {}): OpeningHours => ({
  week: Array.from({ length: 7 }, (_, i) => ranges(week[i] ?? '')),
  closedOnHolidays: true,
  closings: [],
  openings: [],
  ...changes,
});
const whole = '09:00-12:00, 13:30-17:00';
/** As they are read: a no-break space is one, a word joiner nothing. */
const plain = (lines: string[]) =>
  lines.map((line) => line.replaceAll('\u00a0', ' ').replaceAll('\u2060', ''));
const fr = (given: OpeningHours, today = '2026-03-02', near: HolidayOn[] = []) =>
  plain(openingLines(given, today, near, openingFr));
const en = (given: OpeningHours, today = '2026-03-02', near: HolidayOn[] = []) =>
  plain(openingLines(given, today, near, openingEn));

describe('the lines of the week', () => {
  const table: [week: string[], french: string[], english: string[]][] = [
    [
      [whole, whole, '', whole],
      ['Lundi, mardi et jeudi : 9 h – 12 h et 13 h 30 – 17 h'],
      ['Monday, Tuesday and Thursday: 9:00–12:00 and 13:30–17:00'],
    ],
    [
      [whole, whole, whole, whole, whole, '09:00-12:00'],
      ['Du lundi au vendredi : 9 h – 12 h et 13 h 30 – 17 h', 'Samedi : 9 h – 12 h'],
      ['Monday to Friday: 9:00–12:00 and 13:30–17:00', 'Saturday: 9:00–12:00'],
    ],
    [
      ['', '16:00-18:30', '', '16:00-18:30'],
      ['Mardi et jeudi : 16 h – 18 h 30'],
      ['Tuesday and Thursday: 16:00–18:30'],
    ],
    [Array(7).fill('00:00-23:59'), ['Tous les jours : 0 h – 23 h 59'], ['Every day: 0:00–23:59']],
    [
      ['08:00-09:00, 10:00-11:00, 14:00-15:05/sur rendez-vous'],
      ['Lundi : 8 h – 9 h, 10 h – 11 h et 14 h – 15 h 05 (sur rendez-vous)'],
      ['Monday: 8:00–9:00, 10:00–11:00 and 14:00–15:05 (sur rendez-vous)'],
    ],
    // The same times with and without appointment are two lines.
    [
      ['09:00-12:00', '09:00-12:00/sur rendez-vous'],
      ['Lundi : 9 h – 12 h', 'Mardi : 9 h – 12 h (sur rendez-vous)'],
      ['Monday: 9:00–12:00', 'Tuesday: 9:00–12:00 (sur rendez-vous)'],
    ],
    [
      [whole, whole, whole, '', whole],
      ['Lundi, mardi, mercredi et vendredi : 9 h – 12 h et 13 h 30 – 17 h'],
      ['Monday, Tuesday, Wednesday and Friday: 9:00–12:00 and 13:30–17:00'],
    ],
  ];
  for (const [week, french, english] of table) {
    it(french[0], () => {
      assert.deepEqual(fr(hours(week)), french);
      assert.deepEqual(en(hours(week)), english);
    });
  }

  it('break nowhere within a time, nor before a colon', () => {
    const [line] = openingLines(hours([whole]), '2026-03-02', [], openingFr);
    assert.equal(
      line,
      'Lundi\u00a0: 9\u00a0h\u00a0–\u00a012\u00a0h et 13\u00a0h\u00a030\u00a0–\u00a017\u00a0h',
    );
  });
});

describe('what is announced', () => {
  const week = Array<string>(5).fill('09:00-12:00');
  const after = (lines: string[]) => lines.slice(1);
  const closed = (from: string, until: string, reason = 'congés') =>
    hours(week, { closings: [{ from, until, reason }] });

  it('is a closing of the thirty days to come, until its last day', () => {
    const winter = closed('2026-12-24', '2027-01-02');
    assert.deepEqual(after(fr(winter, '2026-11-23')), []);
    assert.deepEqual(after(fr(winter, '2026-11-24')), ['Fermé du 24 décembre au 2 janvier (congés)']);
    assert.deepEqual(after(fr(winter, '2026-12-24')), ['Fermé du 24 décembre au 2 janvier (congés)']);
    assert.deepEqual(after(fr(winter, '2026-12-25')), ['Fermé jusqu’au 2 janvier inclus (congés)']);
    assert.deepEqual(after(fr(winter, '2027-01-02')), ['Fermé jusqu’au 2 janvier inclus (congés)']);
    assert.deepEqual(after(fr(winter, '2027-01-03')), []);
    assert.deepEqual(after(en(winter, '2026-12-01')), ['Closed from 24 December to 2 January (congés)']);
    assert.deepEqual(after(en(winter, '2026-12-25')), ['Closed until 2 January, that day included (congés)']);
  });

  it('is a day by its name, the first of a month as French counts it, and a year where it is far', () => {
    assert.deepEqual(after(fr(closed('2026-05-15', '2026-05-15', 'pont'), '2026-05-01')), [
      'Fermé le vendredi 15 mai (pont)',
    ]);
    assert.deepEqual(after(en(closed('2026-05-15', '2026-05-15', ''), '2026-05-01')), [
      'Closed on Friday 15 May',
    ]);
    assert.deepEqual(after(fr(closed('2026-08-01', '2026-08-31', ''), '2026-07-20')), [
      'Fermé du 1er au 31 août',
    ]);
    assert.deepEqual(after(en(closed('2026-08-01', '2026-08-31', ''), '2026-07-20')), [
      'Closed from 1 to 31 August',
    ]);
    assert.deepEqual(after(fr(closed('2026-07-25', '2026-09-01', ''), '2026-07-20')), [
      'Fermé du 25 juillet au 1er septembre',
    ]);
    assert.deepEqual(after(fr(closed('2026-07-25', '2027-09-01', 'travaux'), '2026-07-20')), [
      'Fermé du 25 juillet au 1er septembre 2027 (travaux)',
    ]);
  });

  it('is a public holiday that would have been open', () => {
    const near: HolidayOn[] = [
      { date: '2026-07-14', holiday: 'bastille-day' },
      // A Saturday.
      { date: '2026-08-15', holiday: 'assumption' },
    ];
    assert.deepEqual(after(fr(hours(week), '2026-07-10', near)), [
      'Fermé le mardi 14 juillet (fête nationale)',
    ]);
    assert.deepEqual(after(en(hours(week), '2026-07-10', near)), [
      'Closed on Tuesday 14 July (Bastille Day)',
    ]);
    assert.deepEqual(after(fr(hours(week), '2026-08-10', near)), []);
    assert.deepEqual(after(fr(hours(week, { closedOnHolidays: false }), '2026-07-10', near)), []);
    const summer = closed('2026-07-13', '2026-07-17');
    assert.deepEqual(after(fr(summer, '2026-07-10', near)), ['Fermé du 13 au 17 juillet (congés)']);
  });

  it('is a special opening, whatever else holds on that day', () => {
    const given = hours(week, {
      closings: [{ from: '2026-12-07', until: '2026-12-11', reason: '' }],
      openings: [
        { date: '2026-12-05', ranges: ranges('09:00-12:00/inscriptions') },
        { date: '2026-12-09', ranges: ranges('14:00-16:00') },
      ],
    });
    assert.deepEqual(after(fr(given, '2026-12-01')), [
      'Ouvert le samedi 5 décembre : 9 h – 12 h (inscriptions)',
      'Fermé du 7 au 11 décembre',
      'Ouvert le mercredi 9 décembre : 14 h – 16 h',
    ]);
  });
});

describe('a day in short', () => {
  it('is its ranges, or why it is closed', () => {
    const given = hours(Array<string>(5).fill(whole), {
      closings: [
        { from: '2026-12-24', until: '2026-12-31', reason: 'congés' },
        { from: '2027-01-04', until: '2027-01-04', reason: '' },
      ],
    });
    const near: HolidayOn[] = [{ date: '2027-01-01', holiday: 'new-year' }];
    const short = (date: string) => plain([dayInShort(openingOn(given, date, near), openingFr)])[0];
    assert.equal(short('2026-12-23'), '9 h – 12 h et 13 h 30 – 17 h');
    assert.equal(short('2026-12-24'), 'fermé (congés)');
    assert.equal(short('2027-01-01'), 'fermé (jour de l’An)');
    assert.equal(short('2027-01-02'), 'fermé');
    assert.equal(short('2027-01-04'), 'fermé');
  });

  it('names every public holiday in both languages', () => {
    for (const holiday of holidays) {
      const day = { kind: 'holiday', holiday } as const;
      assert.match(dayInShort(day, openingFr), /^fermé \(.{4,}\)$/);
      assert.match(dayInShort(day, openingEn), /^closed \(.{4,}\)$/);
    }
  });
});
