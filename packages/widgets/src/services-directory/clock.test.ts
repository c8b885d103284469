import { expect } from '@open-wc/testing';
import { openingFr } from '@guichet/contracts/words/opening.fr';
import { Clock } from './clock.js';
import { mairie, villageAdministration } from './testing/village.js';

const clockIn = (timeZone: string, now: string) =>
  new Clock({ ...villageAdministration, timeZone }, () => Date.parse(now));

describe('the time where the administration is', () => {
  const table: [zone: string, local: string, instant: string][] = [
    ['Europe/Paris', '2026-01-15T09:00', '2026-01-15T08:00Z'],
    ['Europe/Paris', '2026-07-15T09:00', '2026-07-15T07:00Z'],
    // The clocks go from two to three: half past two is read as half past three.
    ['Europe/Paris', '2026-03-29T02:30', '2026-03-29T01:30Z'],
    ['Europe/Paris', '2026-03-29T09:00', '2026-03-29T07:00Z'],
    // And from three to two: of half past two the first counts.
    ['Europe/Paris', '2026-10-25T02:30', '2026-10-25T00:30Z'],
    ['Europe/Paris', '2026-10-25T09:00', '2026-10-25T08:00Z'],
    ['Indian/Reunion', '2026-01-15T09:00', '2026-01-15T05:00Z'],
    ['America/Miquelon', '2026-03-08T02:30', '2026-03-08T05:30Z'],
    ['Pacific/Marquesas', '2026-01-15T09:00', '2026-01-15T18:30Z'],
  ];
  for (const [zone, local, instant] of table) {
    it(`${local} in ${zone} is ${instant}`, () => {
      const clock = clockIn(zone, instant);
      const [date = '', time = ''] = local.split('T');
      expect(clock.instant(date, time)).to.equal(Date.parse(instant));
    });
  }

  it('says the day and the hour there, wherever its reader is', () => {
    const clock = clockIn('Indian/Reunion', '2026-01-15T21:00Z');
    expect(clock.today).to.equal('2026-01-16');
    expect(clock.local(Date.parse('2026-01-15T21:05Z'))).to.equal('2026-01-16T01:05');
  });

  it('says when it opens again, no further than the public holidays are known', () => {
    const opening = (changes: Partial<typeof mairie.openingHours>, now = '2026-04-06T10:00+02:00') => {
      const openingHours = { ...mairie.openingHours!, ...changes };
      const said = clockIn('Europe/Paris', now).openingOf({ ...mairie, openingHours }, openingFr);
      return said!.sentence.replaceAll('\u00a0', ' ');
    };
    expect(opening({})).to.equal('Fermé (lundi de Pâques), rouvre demain à 14 h.');
    const works = { closings: [{ from: '2026-04-01', until: '2026-12-24', reason: 'travaux' }] };
    expect(opening(works)).to.equal('Fermé (travaux).');
    expect(
      clockIn('Europe/Paris', '2026-04-06T10:00Z').openingOf({ ...mairie, openingHours: null }, openingFr),
    ).to.equal(null);
  });
});
