import { daysAfter } from '@guichet/contracts/civil-date';
import { checkOpeningHours, type OpeningHours, type OpeningRange } from '@guichet/contracts/opening-hours';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { civilDate } from './civil-date.js';
import { holidaysFrom, openingState, type Place } from './opening-hours.js';
import { openingSentence } from './opening-sentence.js';
import { territories } from './working-days.js';

const paris: Place = { timeZone: 'Europe/Paris', territory: 'national' };
const colmar: Place = { timeZone: 'Europe/Paris', territory: 'alsace-moselle' };
const reunion: Place = { timeZone: 'Indian/Reunion', territory: 'reunion' };
const cayenne: Place = { timeZone: 'America/Cayenne', territory: 'guyane' };

const range = (text: string): OpeningRange => {
  const [from = '', until = ''] = text.split('-');
  return { from, until, note: '' };
};
const hours = (days: string, ranges: string[], changes: Partial<OpeningHours> = {}): OpeningHours => ({
  week: Array.from({ length: 7 }, (_, i) => (days.includes(String(i + 1)) ? ranges.map(range) : [])),
  closedOnHolidays: true,
  closings: [],
  openings: [],
  ...changes,
});
const weekdays = hours('12345', ['09:00-12:00', '13:30-17:00']);
const closed = (from: string, until: string, reason = 'congés') => ({
  ...weekdays,
  closings: [{ from, until, reason }],
});

const said = (given: OpeningHours, place: Place, now: string) => {
  const instant = new Date(now);
  const today = civilDate(instant, place.timeZone);
  return openingSentence(openingState(given, place, instant), today, 'fr').replace(/\u00a0/g, ' ');
};

describe('opening hours at an instant', () => {
  const table: [given: OpeningHours, place: Place, now: string, sentence: string][] = [
    [weekdays, paris, '2026-11-23T09:00:00+01:00', 'Ouvert jusqu’à 12 h.'],
    [weekdays, paris, '2026-11-23T08:59:59+01:00', 'Fermé, rouvre à 9 h.'],
    [weekdays, paris, '2026-11-23T12:00:00+01:00', 'Fermé, rouvre à 13 h 30.'],
    [weekdays, paris, '2026-11-23T17:00:00+01:00', 'Fermé, rouvre demain à 9 h.'],
    // The weekend says itself.
    [weekdays, paris, '2026-11-20T18:00:00+01:00', 'Fermé, rouvre lundi à 9 h.'],
    [weekdays, paris, '2026-11-22T10:00:00+01:00', 'Fermé, rouvre demain à 9 h.'],
    [weekdays, paris, '2026-04-06T10:00:00+02:00', 'Fermé (lundi de Pâques), rouvre demain à 9 h.'],
    [weekdays, paris, '2026-04-03T18:00:00+02:00', 'Fermé, rouvre mardi à 9 h.'],
    [weekdays, paris, '2026-04-02T18:00:00+02:00', 'Fermé, rouvre demain à 9 h.'],
    [weekdays, colmar, '2026-04-02T18:00:00+02:00', 'Fermé, rouvre mardi à 9 h.'],
    [weekdays, colmar, '2026-04-03T10:00:00+02:00', 'Fermé (Vendredi saint), rouvre mardi à 9 h.'],
    [{ ...weekdays, closedOnHolidays: false }, paris, '2026-04-06T10:00:00+02:00', 'Ouvert jusqu’à 12 h.'],
    // The whole of August.
    [
      closed('2026-08-01', '2026-08-31'),
      paris,
      '2026-08-03T10:00:00+02:00',
      'Fermé (congés), rouvre le mardi 1er septembre à 9 h.',
    ],
    [
      closed('2026-08-03', '2027-08-31', 'travaux'),
      paris,
      '2026-08-03T10:00:00+02:00',
      'Fermé (travaux), rouvre le mercredi 1er septembre 2027 à 9 h.',
    ],
    [closed('2026-08-03', '2030-01-01', ''), paris, '2026-08-03T10:00:00+02:00', 'Fermé.'],
    [closed('2026-08-03', '9999-12-31'), paris, '2026-08-03T10:00:00+02:00', 'Fermé (congés).'],
    // One day a week, and that day is a holiday.
    [
      hours('1', ['09:00-12:00']),
      paris,
      '2026-04-03T10:00:00+02:00',
      'Fermé, rouvre le lundi 13 avril à 9 h.',
    ],
    // A special opening comes before a holiday and a closing.
    [
      {
        ...closed('2026-12-24', '2027-01-03'),
        openings: [{ date: '2026-12-25', ranges: [range('10:00-11:00')] }],
      },
      paris,
      '2026-12-24T10:00:00+01:00',
      'Fermé (congés), rouvre demain à 10 h.',
    ],
    // Ranges that touch are one.
    [hours('1', ['12:00-14:00', '09:00-12:00']), paris, '2026-11-23T11:00:00+01:00', 'Ouvert jusqu’à 14 h.'],
    // Overseas: it is Tuesday in Saint-Denis while it is Monday in Paris, and the other way round in Cayenne.
    [weekdays, reunion, '2026-11-23T22:00:00+01:00', 'Fermé, rouvre à 9 h.'],
    [weekdays, cayenne, '2026-11-24T01:00:00+01:00', 'Fermé, rouvre demain à 9 h.'],
    // 20 December 2027 is a Monday.
    [
      weekdays,
      reunion,
      '2027-12-20T10:00:00+04:00',
      'Fermé (abolition de l’esclavage), rouvre demain à 9 h.',
    ],
    // The day of the change of hour is 23 hours long, or 25: nine is nine.
    [hours('7', ['09:00-12:00']), paris, '2026-03-29T08:59:00+02:00', 'Fermé, rouvre à 9 h.'],
    [hours('7', ['09:00-12:00']), paris, '2026-10-25T09:00:00+01:00', 'Ouvert jusqu’à 12 h.'],
    // An hour that is skipped is open for nobody.
    [
      hours('7', ['02:00-03:00']),
      paris,
      '2026-03-28T12:00:00+01:00',
      'Fermé, rouvre le dimanche 5 avril à 2 h.',
    ],
  ];
  for (const [given, place, now, sentence] of table) {
    it(`${now} ${place.territory}: ${sentence}`, () => assert.equal(said(given, place, now), sentence));
  }

  it('says the same in English', () => {
    const at = (now: string) =>
      openingSentence(
        openingState(weekdays, paris, new Date(now)),
        civilDate(new Date(now), 'Europe/Paris'),
        'en',
      ).replace(/\u00a0/g, ' ');
    assert.equal(at('2026-11-23T10:00:00+01:00'), 'Open until 12:00.');
    assert.equal(at('2026-04-06T10:00:00+02:00'), 'Closed (Easter Monday), opens tomorrow at 9:00.');
    assert.equal(at('2026-11-20T18:00:00+01:00'), 'Closed, opens on Monday at 9:00.');
  });
});

const minutes = fc.integer({ min: 0, max: 1439 });
const clock = (n: number) =>
  [Math.floor(n / 60), n % 60].map((part) => String(part).padStart(2, '0')).join(':');
/** At most three ranges that do not overlap. */
const ranges = fc.uniqueArray(minutes, { maxLength: 6 }).map((some) => {
  const sorted = some.sort((one, other) => one - other);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i): OpeningRange => ({
    from: clock(sorted[2 * i]!),
    until: clock(sorted[2 * i + 1]!),
    note: '',
  }));
});
const date = fc.integer({ min: 0, max: 800 }).map((days) => daysAfter('2025-12-01', days));
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc.array(ranges, { minLength: 7, maxLength: 7 }),
  closedOnHolidays: fc.boolean(),
  closings: fc.array(
    fc
      .tuple(date, fc.integer({ min: 0, max: 120 }))
      .map(([from, days]) => ({ from, until: daysAfter(from, days), reason: '' })),
    { maxLength: 3 },
  ),
  openings: fc.uniqueArray(fc.record({ date, ranges: ranges.filter(({ length }) => length > 0) }), {
    maxLength: 3,
    selector: (opening) => opening.date,
  }),
});
const anyPlace: fc.Arbitrary<Place> = fc.record({
  timeZone: fc.constantFrom(
    'Europe/Paris',
    'Indian/Reunion',
    'America/Cayenne',
    'America/Miquelon',
    'Pacific/Noumea',
    'Pacific/Marquesas',
  ),
  territory: fc.constantFrom(...territories),
});
const anyInstant = fc
  .integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-12-31T00:00Z') })
  .map((instant) => new Date(instant));

describe('the state of any hours', () => {
  const check = (holds: (given: OpeningHours, place: Place, now: Date) => void) =>
    fc.assert(fc.property(anyHours, anyPlace, anyInstant, holds), { numRuns: 400 });

  it('opens next after now, is open then, and was closed just before', () => {
    check((given, place, now) => {
      const state = openingState(given, place, now);
      if (state.kind === 'open' || !state.opensAt) return;
      const opens = new Date(state.opensAt);
      assert.ok(opens > now);
      assert.equal(openingState(given, place, opens).kind, 'open');
      assert.equal(openingState(given, place, new Date(opens.getTime() - 1)).kind, 'closed');
      // Nothing opens in between.
      const between = new Date((now.getTime() + opens.getTime()) / 2);
      const halfway = openingState(given, place, between);
      assert.ok(halfway.kind === 'closed' && halfway.opensAt === state.opensAt);
    });
  });

  it('is open until an instant to come, at which it is closed', () => {
    check((given, place, now) => {
      const state = openingState(given, place, now);
      if (state.kind === 'closed') return;
      const until = new Date(state.until);
      assert.ok(until > now);
      assert.equal(openingState(given, place, until).kind, 'closed');
      assert.equal(openingState(given, place, new Date(until.getTime() - 1)).kind, 'open');
    });
  });

  it('is one, whenever it is asked, and of hours that can be kept', () => {
    check((given, place, now) => {
      assert.deepEqual(openingState(given, place, now), openingState(structuredClone(given), place, now));
      assert.deepEqual(
        checkOpeningHours(given).filter(({ code }) => code !== 'required'),
        [],
      );
    });
  });

  it('never opens where there is nothing to open', () => {
    fc.assert(
      fc.property(anyPlace, anyInstant, (place, now) => {
        const state = openingState(hours('', []), place, now);
        assert.ok(state.kind === 'closed' && state.opensAt === null);
      }),
    );
  });
});

describe('the public holidays to come', () => {
  it('are those of the place, both ends included, across the turn of the year', () => {
    assert.deepEqual(holidaysFrom('2026-12-25', 7, 'national'), [
      { date: '2026-12-25', holiday: 'christmas' },
      { date: '2027-01-01', holiday: 'new-year' },
    ]);
    assert.deepEqual(holidaysFrom('2026-12-25', 6, 'alsace-moselle'), [
      { date: '2026-12-25', holiday: 'christmas' },
      { date: '2026-12-26', holiday: 'second-christmas-day' },
    ]);
  });
});
