import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actorKinds, eventKinds, type Fact, fold, next, type RequestState } from './request-state.js';

const fact = fc.record({
  kind: fc.constantFrom(...eventKinds),
  by: fc.constantFrom(...actorKinds),
  suspect: fc.boolean(),
});

/** The states that a history passes through, its impossible facts left out. */
function states(facts: readonly Fact[]): { fact: Fact; before: RequestState | null; after: RequestState }[] {
  const passed = [];
  let before: RequestState | null = null;
  for (const one of facts) {
    const result = next(before, one);
    if (!result.ok) continue;
    passed.push({ fact: one, before, after: result.state });
    before = result.state;
  }
  return passed;
}

const received: Fact = { kind: 'received', by: 'resident' };
const byAgent = (kind: Fact['kind']): Fact => ({ kind, by: 'agent' });

function stateOf(...facts: Fact[]): RequestState {
  const result = fold([received, ...facts]);
  assert.ok(result.ok, result.ok ? '' : result.code);
  return result.state;
}

describe('the state of a request', () => {
  it('begins with its reception, once', () => {
    assert.deepEqual(fold([]), { ok: false, code: 'not-received' });
    assert.deepEqual(fold([byAgent('closed')]), { ok: false, code: 'not-received' });
    assert.deepEqual(fold([received, received]), { ok: false, code: 'already-received' });
    assert.deepEqual(stateOf(), {
      status: 'received',
      suspicion: 'none',
      canWrite: true,
      awaitsAgent: true,
      answer: 'none',
    });
  });

  it('follows the conversation', () => {
    assert.equal(stateOf(byAgent('message')).status, 'in-progress');
    assert.deepEqual(
      [stateOf(byAgent('answered')).status, stateOf(byAgent('answered')).awaitsAgent],
      ['answered', false],
    );
    const again = stateOf(byAgent('answered'), { kind: 'message', by: 'resident' });
    assert.deepEqual([again.status, again.awaitsAgent], ['in-progress', true]);
    assert.equal(stateOf(byAgent('closed'), byAgent('reopened')).status, 'in-progress');
  });

  it('lets only a suspect be released or rejected, once', () => {
    const suspect = { ...received, suspect: true };
    assert.deepEqual(fold([received, byAgent('released')]), { ok: false, code: 'not-suspect' });
    const released = fold([suspect, byAgent('released')]);
    assert.ok(released.ok && released.state.suspicion === 'released' && released.state.canWrite);
    const rejected = fold([suspect, byAgent('rejected-as-abusive')]);
    assert.ok(rejected.ok && rejected.state.status === 'closed' && !rejected.state.canWrite);
    assert.deepEqual(fold([suspect, byAgent('released'), byAgent('released')]), {
      ok: false,
      code: 'not-suspect',
    });
  });

  it('never lets a closed request be written to, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 30 }), (facts) => {
        for (const { fact: one, before, after } of states(facts)) {
          assert.equal(after.canWrite, after.status !== 'closed');
          if (before?.status === 'closed')
            assert.ok(
              [
                'reopened',
                'released',
                'rejected-as-abusive',
                'noted',
                'bounced',
                'report-failed',
                'report-ended',
              ].includes(one.kind),
              one.kind,
            );
          if (after.status === 'closed') assert.equal(after.awaitsAgent, false);
        }
      }),
    );
  });

  it('folds a history to the same state as living it', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 30 }), (facts) => {
        const lived = states(facts);
        if (!lived.length) return;
        assert.deepEqual(fold(lived.map(({ fact: one }) => one)), { ok: true, state: lived.at(-1)!.after });
      }),
    );
  });

  it('never forgets a decision about a suspect', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 30 }), (facts) => {
        for (const { before, after } of states(facts)) {
          if (before?.suspicion === 'none') assert.equal(after.suspicion, 'none');
          if (before && before.suspicion !== 'suspect') assert.notEqual(after.suspicion, 'suspect');
        }
      }),
    );
  });
});
