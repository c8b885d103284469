import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actions } from '@guichet/contracts/admin/inbox-actions';
import { emptyForward } from './forward-form.js';
import { firstWay, openWays, orphans } from './ways.js';

test('what is offered is what the server allows', () => {
  assert.deepEqual(openWays(['close', 'note']), []);
  assert.deepEqual(openWays(['forward', 'answer']), ['answer', 'forward']);
  assert.deepEqual(openWays(['draft']), ['decide']);
  assert.deepEqual(openWays(actions), ['answer', 'ask-items', 'decide', 'forward']);
});

test('nobody falls into answering where a decision is awaited', () => {
  assert.equal(firstWay(['answer', 'decide'], {}), null);
  assert.equal(firstWay(['answer', 'forward'], {}), 'answer');
  assert.equal(firstWay(['decide'], {}), 'decide');
  assert.equal(firstWay([], {}), null);
});

test('what was begun is open', () => {
  assert.equal(firstWay(['answer', 'decide', 'forward'], { forward: emptyForward }), 'forward');
});

test('what can be sent no more is found, to be shown', () => {
  const drafts = { answer: 'Bonjour', note: 'À rappeler' };
  assert.deepEqual(orphans(['note'], drafts), ['answer']);
  assert.deepEqual(orphans(['answer', 'note'], drafts), []);
  assert.deepEqual(orphans(['notify'], { answerFiles: [], decisionFiles: [] }), ['answerFiles']);
});
