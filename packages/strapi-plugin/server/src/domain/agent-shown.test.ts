import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capacityAlone, shownOf, signatureOf } from './agent-shown.js';

const marie = { firstname: 'Marie', lastname: 'Dupont' };
const nobody: ReadonlySet<number> = new Set();

test('an agent is told by first name, surname and capacity', () => {
  assert.equal(signatureOf(marie, 'secrétaire de mairie'), 'Marie Dupont, secrétaire de mairie');
  assert.equal(signatureOf({ firstname: null, lastname: 'Dupont' }, ''), 'Dupont');
});

test('a capacity is told of who is anonymous only where it tells nobody apart', () => {
  assert.equal(capacityAlone('Secrétaire de mairie', ['adjoint']), null);
  assert.equal(capacityAlone('Secrétaire de mairie', []), null);
  assert.equal(capacityAlone('Instructrice', ['adjoint', ' instructrice']), 'Instructrice');
});

test('whoever is anonymous now is named nowhere any more; colleagues are', () => {
  const written = { agentId: 7, content: { agentName: 'Marie Dupont, maire' } };
  assert.equal(shownOf(written, nobody), 'Marie Dupont, maire');
  assert.equal(shownOf(written, new Set([8])), 'Marie Dupont, maire');
  assert.equal(shownOf(written, new Set([7])), null);
});

test('what was written anonymously stays so once the anonymity has ended', () => {
  const agentName = 'Marie Dupont, instructrice';
  assert.equal(shownOf({ agentId: 7, content: { agentName, shownAs: null } }, nobody), null);
  const shared = { agentId: 7, content: { agentName, shownAs: 'instructrice' } };
  assert.equal(shownOf(shared, nobody), 'instructrice');
  assert.equal(shownOf(shared, new Set([7])), 'instructrice');
});

test('what nobody signed names nobody', () => {
  assert.equal(shownOf({ agentId: null, content: {} }, new Set([7])), null);
});
