import type { BulkAction } from '@guichet/contracts/admin/bulk';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, type RequestEvent } from '../../domain/request-state.js';
import { accessToDocuments } from '../../domain/silence.js';
import { friday } from '../../domain/testing/opening.js';
import { leftOut } from './bulk-rules.js';

const on = '2026-11-23';
const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
const received = (changes: Partial<typeof friday> = {}, suspect = false): RequestEvent => ({
  kind: 'received',
  by: 'resident',
  suspect,
  opening: { ...friday, ...changes },
});
const question = received({ nature: 'question', silence: { effect: 'none' } });
const acknowledged: RequestEvent = { kind: 'acknowledged', by: 'agent', on, missing: [] };
const answered: RequestEvent = { kind: 'answered', by: 'agent', decides: false };
const closed: RequestEvent = { kind: 'closed', by: 'agent' };
const granted: RequestEvent = { kind: 'granted', by: 'agent', on, author };
const requalified: RequestEvent = {
  kind: 'requalified',
  by: 'agent',
  on,
  nature: 'document',
  silence: accessToDocuments,
};

function why(action: BulkAction, events: RequestEvent[], { to = 7, hasMentions = true } = {}) {
  const folded = fold(events);
  assert(folded.ok);
  return leftOut(action, to, folded.state, () => hasMentions);
}

test('acknowledged together is what is as it was declared, with every mention', () => {
  assert.equal(why('acknowledge', [received()]), null);
  assert.equal(why('acknowledge', [question]), null);
  assert.equal(why('acknowledge', [received()], { hasMentions: false }), 'mentions-missing');
  assert.equal(why('acknowledge', [received(), acknowledged]), 'already');
  assert.equal(why('acknowledge', [received(), granted]), 'already');
  assert.equal(why('acknowledge', [question, answered]), 'already');
  assert.equal(why('acknowledge', [received(), requalified]), 'requalified');
  assert.equal(why('acknowledge', [received(), acknowledged, requalified]), 'requalified');
  assert.equal(why('acknowledge', [received({ channel: 'paper', registeredOn: null })]), 'on-paper');
  assert.equal(why('acknowledge', [received({}, true)]), 'suspect');
  const withdrawn: RequestEvent = { kind: 'withdrawn', by: 'resident', on };
  assert.equal(why('acknowledge', [received(), withdrawn]), 'already');
});

test('closed together is only what nothing is owed for: never what silence has still to decide', () => {
  assert.equal(why('close', [received()]), 'undecided');
  assert.equal(why('close', [received(), answered]), 'undecided');
  assert.equal(why('close', [received(), granted]), null);
  assert.equal(why('close', [question]), 'unanswered');
  assert.equal(why('close', [question, answered]), null);
  assert.equal(why('close', [question, answered, closed]), 'already');
  assert.equal(why('close', [received(), granted, { kind: 'message', by: 'resident' }]), 'unanswered');
  assert.equal(why('close', [received({}, true)]), 'suspect');
  const refused: RequestEvent = { kind: 'tacitly-refused', by: 'system', on: '2027-01-21' };
  const asked: RequestEvent = { kind: 'reasons-asked', by: 'resident', on: '2027-01-22' };
  assert.equal(why('close', [received(), answered, refused]), null);
  assert.equal(why('close', [received(), answered, refused, asked]), 'unanswered');
});

test('what is so already is left as it is', () => {
  const assigned: RequestEvent = { kind: 'assigned', by: 'agent', on, to: 7 };
  assert.equal(why('assign', [received()]), null);
  assert.equal(why('assign', [received(), assigned]), 'already');
  const suspect = received({}, true);
  assert.equal(why('release', [suspect]), null);
  assert.equal(why('release', [suspect, { kind: 'released', by: 'agent' }]), 'already');
  assert.equal(why('reject', [suspect]), null);
  assert.equal(why('reject', [suspect, { kind: 'rejected-as-abusive', by: 'agent' }]), 'already');
});
