import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectionOf } from './projection.js';
import { fold, type RequestEvent } from './request-state.js';
import { friday } from './testing/opening.js';

const received = (suspect = false): RequestEvent => ({
  kind: 'received',
  by: 'resident',
  suspect,
  opening: friday,
});
const acknowledged: RequestEvent = { kind: 'acknowledged', by: 'agent', on: '2026-11-23', missing: [] };

function dates(...events: RequestEvent[]) {
  const folded = fold(events);
  assert(folded.ok);
  const { acknowledgeOn, silenceOn, due } = projectionOf(folded.state);
  return { acknowledgeOn, silenceOn, due };
}

test('first the acknowledgement is due, then the answer', () => {
  assert.deepEqual(dates(received()), {
    acknowledgeOn: '2026-12-02',
    silenceOn: '2027-01-20',
    due: { for: 'acknowledgement', on: '2026-12-04' },
  });
  assert.deepEqual(dates(received(), acknowledged), {
    acknowledgeOn: null,
    silenceOn: '2027-01-20',
    due: { for: 'decision', on: '2027-01-20' },
  });
});

test('a suspect’s acknowledgement waits for an agent until the last day', () => {
  assert.equal(dates(received(true)).acknowledgeOn, '2026-12-04');
});

test('nothing is awaited of what was answered or withdrawn', () => {
  const nothing = { acknowledgeOn: null, silenceOn: null, due: null };
  for (const event of [
    { kind: 'answered', by: 'agent' },
    { kind: 'withdrawn', by: 'resident', on: '2026-11-23' },
  ] as const) {
    assert.deepEqual(dates(received(), event), nothing, event.kind);
  }
  const again: RequestEvent = { kind: 'message', by: 'resident' };
  assert.deepEqual(dates(received(), { kind: 'answered', by: 'agent' }, again), nothing);
});

test('closing decides nothing: what the law awaits of a request goes on, of a question nothing is left', () => {
  const closed: RequestEvent = { kind: 'closed', by: 'agent' };
  assert.deepEqual(dates(received(), closed), dates(received()));
  assert.deepEqual(dates(received(), acknowledged, closed), dates(received(), acknowledged));
  assert.equal(projected(received(), closed).awaitsAgent, false);
  const question: RequestEvent = {
    kind: 'requalified',
    by: 'agent',
    on: '2026-11-23',
    nature: 'question',
    silence: { effect: 'none' },
  };
  assert.deepEqual(dates(received(), question, closed), { acknowledgeOn: null, silenceOn: null, due: null });
});

test('silence decides even of what was rejected as abusive, for which nobody is to hurry', () => {
  const rejected: RequestEvent = { kind: 'rejected-as-abusive', by: 'agent' };
  assert.deepEqual(dates(received(true), rejected), {
    acknowledgeOn: null,
    silenceOn: '2027-01-20',
    due: null,
  });
});

test('what is eliminated awaits nothing', () => {
  const eliminated: RequestEvent = { kind: 'eliminated', by: 'system', on: '2027-11-25', visa: 'AD28' };
  assert.deepEqual(dates(received(), { kind: 'closed', by: 'agent' }, eliminated), {
    acknowledgeOn: null,
    silenceOn: null,
    due: null,
  });
});

test('an answer that decides nothing leaves a request to decide and to acknowledge, and settles a question', () => {
  const answered: RequestEvent = { kind: 'answered', by: 'agent', decides: false };
  assert.deepEqual(dates(received(), answered), dates(received()));
  const question: RequestEvent = {
    kind: 'requalified',
    by: 'agent',
    on: '2026-11-23',
    nature: 'question',
    silence: { effect: 'none' },
  };
  const nothing = { acknowledgeOn: null, silenceOn: null, due: null };
  assert.deepEqual(dates(received(), question, answered), nothing);
});

test('an express decision leaves nothing due', () => {
  const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
  const granted: RequestEvent = { kind: 'granted', by: 'agent', on: '2026-11-24', author };
  assert.deepEqual(dates(received(), granted), { acknowledgeOn: null, silenceOn: null, due: null });
});

const projected = (...events: RequestEvent[]) => {
  const folded = fold(events);
  assert(folded.ok);
  return projectionOf(folded.state);
};

test('reasons that were asked for are due within a month, until they are given', () => {
  const tacit: RequestEvent = { kind: 'tacitly-refused', by: 'system', on: '2027-01-21' };
  const asked: RequestEvent = { kind: 'reasons-asked', by: 'resident', on: '2027-01-31' };
  const given: RequestEvent = { kind: 'reasons-given', by: 'agent', on: '2027-02-03' };
  const open = projected(received(), acknowledged, tacit, asked);
  assert.deepEqual(open.due, { for: 'reasons', on: '2027-02-28' });
  assert.deepEqual(
    projected(received(), acknowledged, tacit, asked, { kind: 'closed', by: 'agent' }).due,
    open.due,
  );
  assert.equal(open.reasonsOn, '2027-02-28');
  const { due, reasonsOn, awaitsAgent } = projected(received(), acknowledged, tacit, asked, given);
  assert.deepEqual([due, reasonsOn, awaitsAgent], [null, null, false]);
});

test('it is the mairie’s turn while a draft waits for who approves, and says on whose desk', () => {
  const draft: RequestEvent = { kind: 'draft-decided', by: 'agent', on: '2026-11-24', outcome: 'granted' };
  const assigned: RequestEvent = { kind: 'assigned', by: 'agent', on: '2026-11-24', to: 7 };
  const { awaitsAgent, awaitsApproval, assignedTo } = projected(received(), assigned, draft);
  assert.deepEqual([awaitsAgent, awaitsApproval, assignedTo], [true, true, 7]);
  const approved = projected(received(), draft, { kind: 'approved', by: 'agent', on: '2026-11-24' });
  assert.deepEqual([approved.awaitsAgent, approved.awaitsApproval], [true, false]);
});

test('what is indispensable and was asked for is the resident’s turn', () => {
  const asked: RequestEvent = {
    kind: 'items-asked',
    by: 'agent',
    on: '2026-11-24',
    answerBy: '2026-12-10',
    items: [{ isRequired: true, isIndispensable: true }],
  };
  assert.equal(projected(received(), asked).awaitsAgent, false);
  assert.equal(projected(received(), asked, { kind: 'message', by: 'resident' }).awaitsAgent, true);
});

test('without dates there are none', () => {
  assert.deepEqual(dates({ kind: 'received', by: 'resident' }), {
    acknowledgeOn: null,
    silenceOn: null,
    due: null,
  });
});
