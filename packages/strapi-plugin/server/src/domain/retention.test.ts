import { daysAfter } from '@guichet/contracts/civil-date';
import { transitObstacle } from '@guichet/contracts/admin/retention';
import type { Nature } from '@guichet/contracts/request';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseEvent, Opening } from './case-events.js';
import { generalForm, transitObstacleOf } from './procedure.js';
import { projectionOf } from './projection.js';
import { fold, next, type RequestEvent, type RequestState } from './request-state.js';
import { isClosedForGood, keptUntil, lastDueClosing } from './retention.js';
import { takeOverBy } from './retention-transit.js';
import { requestSilences } from './silence-choices.js';
import { friday } from './testing/opening.js';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc.record({
  count: fc.integer({ min: 1, max: 100 }),
  unit: fc.constantFrom('months', 'years'),
}) as fc.Arbitrary<{ count: number; unit: 'months' | 'years' }>;

function stateOf(opening: Opening, ...events: RequestEvent[]): RequestState {
  const folded = fold([{ kind: 'received', by: 'resident', opening }, ...events]);
  assert.ok(folded.ok, folded.ok ? '' : folded.code);
  return folded.state;
}

const closed: RequestEvent = { kind: 'closed', by: 'agent' };
const withdrawn: CaseEvent = { kind: 'withdrawn', by: 'resident', on: '2026-11-23' };
const held: CaseEvent = { kind: 'held', by: 'agent', on: '2026-11-24' };
const ended: CaseEvent = { kind: 'hold-ended', by: 'agent', on: '2026-12-24' };
const eliminated = (on: string): CaseEvent => ({
  kind: 'eliminated',
  by: 'system',
  on,
  visa: 'AD28 2036-12',
});
const question: Opening = { ...friday, nature: 'question', silence: { effect: 'none' } };

describe('how long a closed request is kept', () => {
  it('runs from day to day, to the end of its last day', () => {
    assert.equal(keptUntil('2026-11-20', { count: 2, unit: 'years' }), '2028-11-20');
    assert.equal(keptUntil('2024-02-29', { count: 1, unit: 'years' }), '2025-02-28');
    assert.equal(lastDueClosing('2028-11-21', { count: 2, unit: 'years' }), '2026-11-20');
    assert.equal(lastDueClosing('2028-11-20', { count: 2, unit: 'years' }), '2026-11-19');
    // 28, 29, 30 and 31 January all end on 28 February.
    assert.equal(lastDueClosing('2026-03-01', { count: 1, unit: 'months' }), '2026-01-31');
    assert.equal(lastDueClosing('2026-02-28', { count: 1, unit: 'months' }), '2026-01-27');
  });

  it('is over for exactly what was closed by one day', () => {
    fc.assert(
      fc.property(day, period, (today, kept) => {
        const last = lastDueClosing(today, kept);
        assert.ok(keptUntil(last, kept) < today);
        assert.ok(keptUntil(daysAfter(last, 1), kept) >= today);
      }),
    );
  });
});

describe('elimination', () => {
  it('waits for the file to be closed, and for silence to have decided', () => {
    const refused = (state: RequestState, on: string) => {
      const after = next(state, eliminated(on));
      return after.ok ? null : after.code;
    };
    assert.equal(refused(stateOf(question), '2036-01-01'), 'not-closed');
    assert.equal(refused(stateOf(question, closed), '2036-01-01'), null);
    // Closed without a decision: silence refuses on 20 January 2027.
    assert.equal(refused(stateOf(friday, closed), '2027-01-20'), 'not-decided');
    assert.equal(refused(stateOf(friday, closed), '2027-01-21'), null);
    assert.equal(refused(stateOf(friday, withdrawn), '2026-11-24'), null);
    const waiting = { ...friday, silence: { ...friday.silence, effect: 'acceptance' } } as Opening;
    const asked: CaseEvent = {
      kind: 'items-asked',
      by: 'agent',
      on: '2026-11-24',
      items: [{ isRequired: true, isIndispensable: true }],
      answerBy: '2026-12-24',
    };
    assert.equal(refused(stateOf(waiting, asked, closed), '2036-01-01'), 'not-decided');
  });

  it('is stopped by a hold, on whatever day, until it is ended', () => {
    const stopped = stateOf(question, closed, held);
    assert.deepEqual(next(stopped, eliminated('2036-01-01')), { ok: false, code: 'held' });
    assert.deepEqual(next(stopped, held), { ok: false, code: 'already-held' });
    assert.deepEqual(next(stateOf(question), ended), { ok: false, code: 'not-held' });
    assert.ok(next(stateOf(question, closed, held, ended), eliminated('2036-01-01')).ok);
  });

  it('alone is stopped by a hold: its file is still dealt with', () => {
    const stopped = stateOf(question, held);
    const assigned = next(stopped, { kind: 'assigned', by: 'agent', on: '2026-11-25', to: 3 });
    assert.equal(assigned.ok && assigned.state.file?.assignedTo, 3);
    assert.ok(next(stopped, closed).ok);
  });

  it('waits for the reasons and the attestation that were asked for, however long ago', () => {
    const refused = (...events: RequestEvent[]) => {
      const state = stateOf(
        friday,
        closed,
        { kind: 'tacitly-refused', by: 'system', on: '2027-01-21' },
        ...events,
      );
      const after = next(state, eliminated('2036-01-01'));
      return [isClosedForGood(state), after.ok ? null : after.code];
    };
    const asked: CaseEvent = { kind: 'reasons-asked', by: 'resident', on: '2027-01-25' };
    assert.deepEqual(refused(), [true, null]);
    assert.deepEqual(refused(asked), [false, 'not-closed']);
    assert.deepEqual(refused(asked, closed), [false, 'not-decided']);
    const given: CaseEvent = { kind: 'reasons-given', by: 'agent', on: '2027-02-01' };
    assert.deepEqual(refused(asked, given, closed), [true, null]);

    const accepting = { ...friday, silence: { ...friday.silence, effect: 'acceptance' } } as Opening;
    const granted: CaseEvent = { kind: 'tacitly-granted', by: 'system', on: '2027-01-21' };
    const wanted: CaseEvent = { kind: 'attestation-asked', by: 'resident', on: '2027-01-25' };
    assert.equal(isClosedForGood(stateOf(accepting, closed, granted)), true);
    const owing = stateOf(accepting, closed, granted, wanted, closed);
    assert.equal(isClosedForGood(owing), false);
    assert.deepEqual(next(owing, eliminated('2036-01-01')), { ok: false, code: 'not-decided' });
  });

  it('never follows, whatever happens between, while a hold stands', () => {
    const kinds = ['held', 'hold-ended', 'eliminated'] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds, 'closed' as const, 'reopened' as const)), (tried) => {
        let state = stateOf(question);
        let isHeld = false;
        for (const kind of tried) {
          const event =
            kind === 'eliminated'
              ? eliminated('2036-01-01')
              : ({ kind, by: 'agent', on: '2036-01-01' } as RequestEvent);
          const after = next(state, event);
          if (kind === 'eliminated' && after.ok) assert.equal(isHeld, false);
          if (!after.ok) continue;
          if (kind === 'held' || kind === 'hold-ended') isHeld = kind === 'held';
          state = after.state;
        }
      }),
    );
  });
});

describe('what only passes through', () => {
  const passing: Opening = { ...friday, transit: 'email' };
  const acknowledged: CaseEvent = { kind: 'acknowledged', by: 'agent', on: '2026-11-25', missing: [] };
  const delivered: CaseEvent = { kind: 'delivered', by: 'agent', on: '2026-11-23' };
  const lapsed: CaseEvent = { kind: 'transit-lapsed', by: 'system', on: '2027-01-30' };
  const on = (...events: RequestEvent[]) => projectionOf(stateOf(passing, ...events)).transitOn;

  it('is taken over within ten weeks, or lapses', () => {
    assert.equal(takeOverBy(friday.on), '2027-01-29');
    assert.equal(on(), '2027-01-30');
    assert.deepEqual(next(stateOf(passing), { ...lapsed, on: '2027-01-29' }), {
      ok: false,
      code: 'transit-not-over',
    });
    const state = stateOf(passing, lapsed);
    assert.equal(projectionOf(state).transitOn, null);
    assert.equal(state.awaitsAgent, true);
    assert.deepEqual(next(stateOf(friday), delivered), { ok: false, code: 'not-in-transit' });
  });

  it('is shredded four days after it was delivered and acknowledged, unless it is held', () => {
    assert.equal(on(delivered), null);
    assert.equal(on(delivered, acknowledged), '2026-11-29');
    assert.equal(on(acknowledged, { ...delivered, on: '2026-12-10' }), '2026-12-14');
    assert.equal(on(delivered, acknowledged, held), null);
    assert.equal(on(delivered, acknowledged, held, ended), '2026-11-29');
    assert.equal(on(acknowledged, lapsed, { ...delivered, on: '2027-02-10' }), '2027-02-14');
  });

  it('is the service’s once delivered: the resident turns to it', () => {
    const state = stateOf(passing, delivered);
    assert.equal(state.canWrite, false);
    assert.deepEqual(next(state, { kind: 'message', by: 'resident' }), { ok: false, code: 'request-closed' });
    assert.deepEqual(next(state, delivered), { ok: false, code: 'already-delivered' });
    assert.equal(projectionOf(stateOf(passing, acknowledged, delivered)).due, null);
  });

  it('is refused where silence accepts, where an answer may take over three months, and where nobody knows', () => {
    const of = (silence: keyof typeof requestSilences | null, nature: Nature | null = 'request') =>
      transitObstacleOf({ slug: 'x', nature, silence: silence && requestSilences[silence] });
    assert.equal(of('general'), null);
    assert.equal(of('acceptance'), 'accepts');
    assert.equal(of('acceptance', null), 'accepts');
    assert.equal(of('acceptance', 'question'), null);
    assert.equal(of('local-enrolment-with-opinion'), 'too-long');
    assert.equal(of(null), 'silence-unchosen');
    assert.equal(of(null, 'complaint'), null);
    assert.equal(transitObstacleOf(generalForm), null);
    for (const { effect, months } of Object.values(requestSilences)) {
      const obstacle = transitObstacle({ effect, months });
      assert.equal(obstacle === null, effect === 'rejection' && months <= 2);
    }
  });

  it('asks to be taken over, as the law’s dates are asked for', () => {
    assert.deepEqual(
      projectionOf(stateOf({ ...passing, nature: 'question', silence: question.silence }, acknowledged)).due,
      {
        for: 'transit',
        on: '2027-01-29',
      },
    );
  });
});
