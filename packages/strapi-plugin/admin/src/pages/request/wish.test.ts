import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spentBy } from './wish.js';

const author = { givenName: 'Marie', familyName: 'Dupont', capacity: 'Maire', service: 'Mairie du Favril' };
const decision = { outcome: 'granted', message: 'Oui.', author } as const;

test('what has left is no draft any more, and its files neither', () => {
  assert.deepEqual(spentBy({ action: 'answer', message: 'Voici.' }), ['answer', 'answerFiles']);
  assert.deepEqual(spentBy({ action: 'decide', decision, signature: 'none' }), ['decision', 'decisionFiles']);
  assert.deepEqual(spentBy({ action: 'notify', signature: 'none' }), ['decisionFiles']);
  assert.deepEqual(spentBy({ action: 'close' }), []);
});

test('files wait for the decision that they go with', () => {
  assert.deepEqual(spentBy({ action: 'draft', decision }), ['decision']);
  assert.deepEqual(spentBy({ action: 'approve', signature: null }), []);
  assert.deepEqual(spentBy({ action: 'approve', signature: 'handwritten' }), ['decisionFiles']);
});
