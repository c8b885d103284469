import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftsOf, hasDrafts, keepDrafts, writtenIn } from './drafts.js';

test('a draft belongs to one agent and one request, until it is sent', () => {
  keepDrafts('1', 'a', { answer: 'Bonjour', note: 'À rappeler' });
  assert.deepEqual(draftsOf('1', 'a'), { answer: 'Bonjour', note: 'À rappeler' });
  assert.deepEqual(draftsOf('2', 'a'), {}, 'another agent at the same computer');
  assert.deepEqual(draftsOf('1', 'b'), {});
  assert.equal(hasDrafts(), true);
  keepDrafts('1', 'a', { note: '' });
  assert.equal(hasDrafts(), false);
});

test('what was written is found again in whatever form it was', () => {
  const forward = {
    where: 'elsewhere',
    administration: null,
    name: 'Conseil départemental',
    contact: ' ',
    system: null,
    message: '',
  } as const;
  assert.deepEqual(writtenIn({ forward, answer: 'Bonjour' }), ['Conseil départemental', 'Bonjour']);
  assert.deepEqual(writtenIn({ forward, answer: 'Bonjour' }, ['answer', 'note']), ['Bonjour']);
  const file = { id: '1', name: 'arrêté.pdf', size: 9, sha256: '', type: 'application/pdf' } as const;
  assert.deepEqual(writtenIn({ answerFiles: [file] }), ['arrêté.pdf'], 'and so is what was added');
});
