/** What comes at the counter, by post or by telephone, in law. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectionOf } from './projection.js';
import { fold, type RequestEvent } from './request-state.js';
import { noTacitDecision } from './silence.js';
import { situationOf } from './situation.js';
import { friday } from './testing/opening.js';

function standing(...events: RequestEvent[]) {
  const folded = fold(events);
  assert(folded.ok, JSON.stringify(folded));
  const { acknowledgement } = situationOf(folded.state)!.clocks;
  return { acknowledgement, due: projectionOf(folded.state).due };
}

const received = (channel: 'paper' | 'oral', changes: Partial<typeof friday> = {}): RequestEvent => ({
  kind: 'received',
  by: 'resident',
  suspect: false,
  opening: { ...friday, channel, registeredOn: null, ...changes },
});

test('on paper an acknowledgement is owed, by no day that a text sets, and silence counts from reception', () => {
  assert.deepEqual(standing(received('paper')), {
    acknowledgement: { kind: 'due', dueBy: null, leavesOn: null, isCorrection: false },
    due: { for: 'decision', on: '2027-01-20' },
  });
});

test('by telephone nothing was sent, so nothing is acknowledged', () => {
  const call = received('oral', { nature: 'question', silence: noTacitDecision });
  assert.deepEqual(standing(call), { acknowledgement: { kind: 'not-due' }, due: null });
});

test('unless an agent holds the call to be a request', () => {
  const call = received('oral', { nature: 'question', silence: noTacitDecision });
  const held: RequestEvent = {
    kind: 'requalified',
    by: 'agent',
    on: '2026-11-21',
    nature: 'request',
    silence: friday.silence,
  };
  assert.equal(standing(call, held).acknowledgement.kind, 'due');
  const sent: RequestEvent = { kind: 'acknowledged', by: 'agent', on: '2026-11-21', missing: [] };
  assert.equal(standing(call, held, sent).acknowledgement.kind, 'sent');
});
