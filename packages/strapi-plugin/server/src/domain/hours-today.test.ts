import type { OpeningHours } from '@guichet/contracts/opening-hours';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoursIn, hoursOn } from './hours-today.js';
import type { Tenant } from './tenant.js';
import { mairie } from './testing/tenant.js';

const openingHours: OpeningHours = {
  week: [[{ from: '09:00', until: '12:00', note: '' }], [], [], [], [], [], []],
  closedOnHolidays: true,
  closings: [{ from: '2026-12-21', until: '2027-01-03', reason: 'congés' }],
  openings: [],
};
const withHours = (given: OpeningHours | null): Tenant => ({
  ...mairie,
  administration: {
    ...mairie.administration,
    human: { ...mairie.administration.human, hours: ['Lundi matin'] },
    openingHours: given,
  },
});
const linesOn = (day: string) => hoursOn(withHours(openingHours), day).administration.human.hours;

describe('what is said of the hours', () => {
  it('is the administration’s own text while there are no hours by the day, whatever the day', () => {
    const { administration } = hoursOn(withHours(null), '2026-12-01');
    assert.deepEqual(administration.human.hours, ['Lundi matin']);
    assert.deepEqual(hoursIn(administration, 'en', '2026-12-01'), ['Lundi matin']);
    // Those of its directory may be closed on them.
    assert.equal(administration.holidays[0]?.date, '2026-12-25');
  });

  it('is made from the hours by the day, and changes with it', () => {
    assert.equal(linesOn('2026-11-20').length, 1);
    assert.deepEqual(
      linesOn('2026-11-21').map((line) => line.replaceAll('\u00a0', ' ')),
      ['Lundi : 9 h – 12 h', 'Fermé du 21 décembre au 3 janvier (congés)'],
    );
    assert.match(linesOn('2026-12-22')[1]!, /^Fermé jusqu’au/);
  });

  it('is in the language of whoever reads', () => {
    const { administration } = hoursOn(withHours(openingHours), '2026-12-22');
    assert.match(hoursIn(administration, 'en', '2026-12-22')[0]!, /^Monday:/);
    assert.match(hoursIn(administration, 'fr', '2026-12-22')[0]!, /^Lundi/);
  });

  it('comes with the public holidays where the administration is', () => {
    const near = (departement: string | null) =>
      hoursOn({ ...withHours(openingHours), departement }, '2026-12-20').administration.holidays.map(
        ({ date, name }) => `${date} ${name}`,
      );
    assert.deepEqual(near('28'), ['2026-12-25 Noël', '2027-01-01 jour de l’An']);
    assert.deepEqual(near('67'), [
      '2026-12-25 Noël',
      '2026-12-26 lendemain de Noël',
      '2027-01-01 jour de l’An',
    ]);
    assert.equal(near('974')[0], '2026-12-20 abolition de l’esclavage');
  });
});
