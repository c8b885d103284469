import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  easter,
  endOfNextWorkingDay,
  holidayOn,
  isWorkingDay,
  nextWorkingDay,
  publicHolidays,
  territories,
  territoryOf,
  type Territory,
} from './working-days.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const texts = (days: ReturnType<typeof publicHolidays>) => days.map(({ date }) => String(date));

const years = fc.integer({ min: 1900, max: 2199 });
const dates = fc.integer({ min: 0, max: 300 * 365 }).map((days) => day('1900-01-01').add({ days }));
const territory = fc.constantFrom(...territories);

describe('Easter', () => {
  it('falls where calendars say', () => {
    const known = [
      '1961-04-02',
      '2000-04-23',
      '2008-03-23',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2038-04-25',
    ];
    for (const date of known) assert.equal(String(easter(day(date).year)), date);
  });

  it('is a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(years, (year) => {
        const date = easter(year);
        assert.equal(date.dayOfWeek, 7);
        assert.ok(Temporal.PlainDate.compare(date, new Temporal.PlainDate(year, 3, 22)) >= 0);
        assert.ok(Temporal.PlainDate.compare(date, new Temporal.PlainDate(year, 4, 25)) <= 0);
      }),
    );
  });
});

describe('public holidays', () => {
  it('are the eleven of the nation', () => {
    assert.deepEqual(texts(publicHolidays(2026, 'national')), [
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it('are more in Alsace-Moselle and overseas', () => {
    const own = (place: Territory) => {
      const common = new Set(texts(publicHolidays(2026, 'national')));
      return texts(publicHolidays(2026, place)).filter((date) => !common.has(date));
    };
    assert.deepEqual(own('alsace-moselle'), ['2026-04-03', '2026-12-26']);
    assert.deepEqual(own('mayotte'), ['2026-04-27']);
    assert.deepEqual(own('martinique'), ['2026-05-22']);
    assert.deepEqual(own('guadeloupe'), ['2026-05-27']);
    assert.deepEqual(own('saint-martin'), ['2026-05-28']);
    assert.deepEqual(own('guyane'), ['2026-06-10']);
    assert.deepEqual(own('saint-barthelemy'), ['2026-10-09']);
    assert.deepEqual(own('reunion'), ['2026-12-20']);
  });

  it('have their names', () => {
    const named: [string, Territory, string | null][] = [
      ['2026-04-06', 'national', 'easter-monday'],
      ['2026-05-14', 'national', 'ascension'],
      ['2026-05-25', 'national', 'whit-monday'],
      ['2026-07-14', 'national', 'bastille-day'],
      ['2026-04-03', 'national', null],
      ['2026-04-03', 'alsace-moselle', 'good-friday'],
      ['2026-12-26', 'alsace-moselle', 'second-christmas-day'],
      ['2026-12-20', 'reunion', 'abolition-of-slavery'],
      // Ascension fell on Victory Day.
      ['2059-05-08', 'national', 'victory-day'],
      ['2008-05-01', 'national', 'labour-day'],
    ];
    for (const [date, place, holiday] of named) assert.equal(holidayOn(date, place), holiday, date);
  });

  it('go by the département', () => {
    assert.equal(territoryOf('28'), 'national');
    assert.equal(territoryOf('2A'), 'national');
    assert.equal(territoryOf(null), 'national');
    assert.equal(territoryOf('68'), 'alsace-moselle');
    assert.equal(territoryOf('974'), 'reunion');
    assert.equal(territoryOf('constructor'), 'national');
  });
});

describe('the next working day', () => {
  it('is later, worked, and nothing between is', () => {
    fc.assert(
      fc.property(dates, territory, (date, place) => {
        const next = nextWorkingDay(date, place);
        assert.ok(Temporal.PlainDate.compare(next, date) > 0);
        assert.ok(isWorkingDay(next, place));
        for (let between = date.add({ days: 1 }); !between.equals(next); between = between.add({ days: 1 })) {
          assert.ok(!isWorkingDay(between, place));
        }
      }),
    );
  });

  it('is never further than six days', () => {
    fc.assert(
      fc.property(dates, territory, (date, place) => {
        assert.ok(date.until(nextWorkingDay(date, place)).days <= 6);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found across holidays and the turn of the year', () => {
    const golden: [string, Territory, string][] = [
      ['2026-11-21', 'national', '2026-11-23'],
      ['2026-11-23', 'national', '2026-11-24'],
      ['2026-12-31', 'national', '2027-01-04'],
      ['2026-04-02', 'national', '2026-04-03'],
      ['2026-04-02', 'alsace-moselle', '2026-04-07'],
      ['2027-12-24', 'alsace-moselle', '2027-12-27'],
      ['2024-12-24', 'alsace-moselle', '2024-12-27'],
      ['2026-05-13', 'national', '2026-05-15'],
      ['2027-05-26', 'guadeloupe', '2027-05-28'],
    ];
    for (const [from, place, to] of golden) assert.equal(String(nextWorkingDay(day(from), place)), to, from);
  });
});

describe('the end of the next working day', () => {
  const end = (instant: string, zone: string, place: Territory) =>
    endOfNextWorkingDay(new Date(instant), zone, place).toISOString();

  it('is six in the evening where the administration is', () => {
    assert.equal(end('2026-11-21T20:04:10Z', 'Europe/Paris', 'national'), '2026-11-23T17:00:00.000Z');
    assert.equal(end('2026-11-23T09:00:00Z', 'Europe/Paris', 'national'), '2026-11-24T17:00:00.000Z');
    // Still Friday in Cayenne, Saturday already in Paris.
    assert.equal(end('2026-11-21T01:00:00Z', 'America/Cayenne', 'guyane'), '2026-11-23T21:00:00.000Z');
    assert.equal(end('2026-12-18T10:00:00Z', 'Indian/Reunion', 'reunion'), '2026-12-21T14:00:00.000Z');
  });

  it('holds across the change of hour', () => {
    assert.equal(end('2026-03-27T12:00:00Z', 'Europe/Paris', 'national'), '2026-03-30T16:00:00.000Z');
    assert.equal(end('2026-10-23T12:00:00Z', 'Europe/Paris', 'national'), '2026-10-26T17:00:00.000Z');
  });
});
