import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, hasDrafts, keepDraft } from './drafts.js';

test('a draft belongs to one agent and one request, until it is sent', () => {
  keepDraft('1', 'a', 'Bonjour');
  assert.equal(draftOf('1', 'a'), 'Bonjour');
  assert.equal(draftOf('2', 'a'), '', 'another agent at the same computer');
  assert.equal(draftOf('1', 'b'), '');
  assert.equal(hasDrafts(), true);
  keepDraft('1', 'a', '');
  assert.equal(hasDrafts(), false);
});
