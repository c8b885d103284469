import type { Permission } from '@guichet/contracts/admin/permissions';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fact, fold, type RequestEvent } from '../../domain/request-state.js';
import { friday } from '../../domain/testing/opening.js';
import { allowedActions } from './actions.js';

const received: Fact = { kind: 'received', by: 'resident', opening: friday };
const suspect: Fact = { ...received, suspect: true };
const byAgent = (kind: Fact['kind']): Fact => ({ kind, by: 'agent' });
const on = '2026-11-23';
const acknowledged: RequestEvent = { kind: 'acknowledged', by: 'agent', on, missing: [] };
const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
const anything = () => true;

function allowed(events: RequestEvent[], today = on, can: (permission: Permission) => boolean = anything) {
  const folded = fold(events);
  assert(folded.ok);
  return allowedActions(folded.state, today, can);
}

const examined = [
  'acknowledge',
  'answer',
  'ask-items',
  'forward',
  'draft',
  'decide',
  'assign',
  'note',
  'close',
];

test('an open request can be examined, decided and closed, a closed one noted and reopened', () => {
  assert.deepEqual(allowed([received]), examined);
  assert.deepEqual(allowed([received, byAgent('answered')]), examined);
  assert.deepEqual(allowed([received, byAgent('closed')]), ['note', 'reopen']);
});

test('an acknowledged one can be held to be something else, unless silence has decided', () => {
  assert.deepEqual(allowed([received, acknowledged]), examined);
  const decided: RequestEvent = { kind: 'tacitly-refused', by: 'system', on: '2027-01-21' };
  assert.deepEqual(allowed([received, acknowledged, decided], '2027-01-21'), [
    'answer',
    'ask-items',
    'draft',
    'decide',
    'assign',
    'note',
    'close',
  ]);
});

test('a suspect can be sorted, once', () => {
  assert.deepEqual(allowed([suspect]), [...examined, 'release', 'reject']);
  assert.deepEqual(allowed([suspect, byAgent('released')]), examined);
  assert.deepEqual(allowed([suspect, byAgent('rejected-as-abusive')]), ['note', 'reopen']);
});

test('a draft is approved or sent back, drafted anew, and only then notified', () => {
  const draft: RequestEvent = { kind: 'draft-decided', by: 'agent', on, outcome: 'granted' };
  const drafted = allowed([received, draft]);
  assert.deepEqual(
    drafted.filter((action) => !examined.includes(action)),
    ['approve', 'send-back'],
  );
  assert.ok(drafted.includes('draft') && !drafted.includes('decide'));
  const approved = allowed([received, draft, { kind: 'approved', by: 'agent', on }]);
  assert.ok(approved.includes('notify') && !approved.includes('approve') && !approved.includes('decide'));
});

test('what was granted can be taken back for four months, what was refused granted', () => {
  const granted: RequestEvent = { kind: 'granted', by: 'agent', on, author };
  assert.ok(allowed([received, granted], '2027-03-23').includes('decide'));
  assert.ok(!allowed([received, granted], '2027-03-24').includes('decide'));
  assert.ok(!allowed([received, granted], '2027-03-24').includes('draft'));
});

test('reasons and attestations are given to who asked for them', () => {
  const asked: RequestEvent = { kind: 'reasons-asked', by: 'resident', on: '2027-01-25' };
  assert.ok(allowed([received, asked], '2027-01-26').includes('give-reasons'));
  assert.ok(!allowed([received], '2027-01-26').includes('give-reasons'));
  assert.ok(!allowed([received], '2027-01-26').includes('attest'));
});

test('only what an agent may do is offered', () => {
  const can = (permission: Permission) => permission === 'inbox.read' || permission === 'inbox.assign';
  assert.deepEqual(allowed([received], on, can), ['assign']);
});
