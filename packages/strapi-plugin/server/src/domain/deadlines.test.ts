import { daysAfter } from '@guichet/contracts/civil-date';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daysBetween, monthsAfter, prolonged, workingDaysAfter } from './deadlines.js';
import { isWorkingDay, territories } from './working-days.js';

const date = fc.integer({ min: 0, max: 200 * 365 }).map((days) => daysAfter('1950-01-01', days));
const territory = fc.constantFrom(...territories);
const plain = (text: string) => Temporal.PlainDate.from(text);

describe('months from day to day', () => {
  it('keep the day-number, or take the last day of the month', () => {
    const known: [string, number, string][] = [
      ['2026-11-21', 2, '2027-01-21'],
      ['2026-12-31', 2, '2027-02-28'],
      ['2027-12-31', 2, '2028-02-29'],
      ['2026-08-31', 1, '2026-09-30'],
      ['2026-02-28', 1, '2026-03-28'],
      ['2026-11-30', 3, '2027-02-28'],
    ];
    for (const [from, months, to] of known) assert.equal(monthsAfter(from, months), to, from);
  });

  it('never end on a later day-number, nor in another month', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 24 }), (from, months) => {
        const [before, after] = [plain(from), plain(monthsAfter(from, months))];
        assert.equal((after.year - before.year) * 12 + after.month - before.month, months);
        assert.ok(after.day === before.day || (after.day < before.day && after.day === after.daysInMonth));
      }),
    );
  });
});

describe('days', () => {
  it('are counted without the first', () => {
    assert.equal(daysBetween('2026-12-01', '2026-12-16'), 15);
    assert.equal(daysBetween('2027-02-28', '2027-03-01'), 1);
    fc.assert(
      fc.property(date, fc.integer({ min: -500, max: 500 }), (from, days) =>
        assert.equal(daysBetween(from, daysAfter(from, days)), days),
      ),
    );
  });
});

describe('working days', () => {
  it('are counted without the day that starts them', () => {
    assert.equal(workingDaysAfter('2026-11-20', 1, 'national'), '2026-11-23');
    assert.equal(workingDaysAfter('2026-11-21', 10, 'national'), '2026-12-04');
    assert.equal(workingDaysAfter('2026-12-21', 10, 'national'), '2027-01-06');
    assert.equal(workingDaysAfter('2024-12-23', 3, 'national'), '2024-12-27');
    assert.equal(workingDaysAfter('2024-12-23', 3, 'alsace-moselle'), '2024-12-30');
  });

  it('are so many, and the last is one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 15 }), territory, (from, count, place) => {
        const last = workingDaysAfter(from, count, place);
        assert.ok(isWorkingDay(plain(last), place));
        let worked = 0;
        for (let day = plain(from).add({ days: 1 }); String(day) <= last; day = day.add({ days: 1 })) {
          if (isWorkingDay(day, place)) worked += 1;
        }
        assert.equal(worked, count);
      }),
    );
  });
});

describe('a time that ends on a day without work', () => {
  it('ends on the next working day', () => {
    assert.equal(prolonged('2027-05-16', 'national'), '2027-05-18');
    assert.equal(prolonged('2027-05-18', 'national'), '2027-05-18');
    assert.equal(prolonged('2027-03-26', 'national'), '2027-03-26');
    assert.equal(prolonged('2027-03-26', 'alsace-moselle'), '2027-03-30');
  });
});
