import { daysAfter } from '@guichet/contracts/civil-date';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { daysBetween, monthsAfter } from './deadlines.js';
import { silenceChoices } from './silence-choices.js';
import { type Calendar, type ItemsNotice, silenceClock, type SilenceFacts } from './silence-clock.js';
import { territories } from './working-days.js';

const RECEIVED = '2026-11-21';
const plain: Calendar = { territory: 'national', prolongsSilence: false };
const day = (min: number, max: number) => fc.integer({ min, max }).map((days) => daysAfter(RECEIVED, days));

const notice: fc.Arbitrary<ItemsNotice> = fc
  .record({
    asked: fc.integer({ min: 0, max: 200 }),
    allowed: fc.integer({ min: 0, max: 100 }),
    taken: fc.option(fc.integer({ min: 0, max: 300 })),
  })
  .map(({ asked, allowed, taken }) => {
    const askedOn = daysAfter(RECEIVED, asked);
    return {
      askedOn,
      answerBy: daysAfter(askedOn, allowed),
      receivedOn: taken === null ? null : daysAfter(askedOn, taken),
    };
  });
const notices = fc
  .array(notice, { maxLength: 4 })
  .map((some) => some.sort((one, other) => (one.askedOn < other.askedOn ? -1 : 1)));

const facts: fc.Arbitrary<SilenceFacts> = fc.record({
  receivedOn: fc.constant(RECEIVED),
  competentSince: fc.option(day(0, 60)),
  acknowledgedOn: fc.option(day(0, 60)),
  notices,
});
const rules = Object.values(silenceChoices);
const rule = fc.constantFrom(...rules);
const calendar = fc.record({
  territory: fc.constantFrom(...territories),
  prolongsSilence: fc.boolean(),
});

describe('the clock of silence', () => {
  const acceptance = (more: Partial<SilenceFacts>) =>
    silenceClock(
      silenceChoices.acceptance,
      { receivedOn: RECEIVED, competentSince: RECEIVED, acknowledgedOn: null, notices: [], ...more },
      plain,
    );
  const accepted = (date: string) => ({ kind: 'running', effect: 'acceptance', date, suspendedUntil: null });

  it('is moved by no notice that comes after silence has decided', () => {
    const late = { askedOn: '2027-01-22', answerBy: '2027-02-10', receivedOn: '2027-02-01' };
    assert.deepEqual(acceptance({ notices: [late] }), accepted('2027-01-21'));
  });

  it('of an acceptance starts at the competent administration, though the items came before', () => {
    const early = { askedOn: '2026-11-22', answerBy: '2026-12-01', receivedOn: '2026-11-25' };
    assert.deepEqual(acceptance({ competentSince: '2026-12-10', notices: [early] }), accepted('2027-02-10'));
  });

  it('never ends before the reception', () => {
    fc.assert(
      fc.property(rule, facts, calendar, (one, some, place) => {
        const clock = silenceClock(one, some, place);
        if (clock.kind === 'running') assert.ok(clock.date >= RECEIVED);
      }),
      { numRuns: 1000 },
    );
  });

  it('never accepts what the rule rejects', () => {
    fc.assert(
      fc.property(rule, facts, calendar, (one, some, place) => {
        const clock = silenceClock(one, some, place);
        if (clock.kind !== 'none' && one.effect === 'rejection') assert.equal(clock.effect, 'rejection');
      }),
    );
  });

  it('never gives the mairie less than the months of the rule, nor an applicant’s lateness to it', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const clock = silenceClock(silenceChoices.general, some, plain);
        assert.ok(clock.kind === 'running');
        const base = monthsAfter(RECEIVED, 2);
        const allowed = some.notices.map(({ askedOn, answerBy }) => daysBetween(askedOn, answerBy));
        assert.ok(clock.date >= base);
        assert.ok(daysBetween(base, clock.date) <= allowed.reduce((sum, days) => sum + days, 0));
      }),
    );
  });

  it('does not end later for items that came earlier', () => {
    fc.assert(
      fc.property(facts, notices, (some, asked) => {
        const earlier = asked.map((one) => ({ ...one, receivedOn: one.askedOn }));
        const [late, soon] = [asked, earlier].map((all) =>
          silenceClock(silenceChoices.acceptance, { ...some, competentSince: RECEIVED, notices: all }, plain),
        );
        assert.ok(soon?.kind === 'running');
        if (late?.kind === 'running') assert.ok(soon.date <= late.date);
      }),
    );
  });

  it('prolonged, is never sooner, and never ends on a Sunday', () => {
    fc.assert(
      fc.property(day(0, 400), fc.constantFrom(...territories), (receivedOn, territory) => {
        const received = { receivedOn, competentSince: null, acknowledgedOn: null, notices: [] };
        const at = (prolongsSilence: boolean) => {
          const clock = silenceClock(silenceChoices.general, received, { territory, prolongsSilence });
          assert.ok(clock.kind === 'running');
          return clock.date;
        };
        assert.ok(at(true) >= at(false));
        assert.notEqual(new Date(at(true)).getUTCDay(), 0);
      }),
    );
  });
});
