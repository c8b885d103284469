import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actOnRequest } from '@guichet/contracts/admin/inbox-actions';
import { chooseAuthor, chosenAuthor } from './author-form.js';
import { checkReasons, reasonsFormOf, reasonsWish } from './reasons-form.js';

const mayor = { givenName: 'Marie', familyName: 'Dupont', capacity: 'Maire', service: 'Mairie du Favril' };
const deputy = { ...mayor, givenName: 'Odile' };

test('reasons are in law and in fact, and somebody gives them', () => {
  const form = reasonsFormOf([mayor]);
  assert.deepEqual(
    checkReasons(form).map(({ path }) => path),
    ['reasons.law', 'reasons.facts'],
  );
  const filled = { ...form, law: 'Article L1', facts: 'Faits' };
  assert.deepEqual(checkReasons(filled), []);
  assert.ok(actOnRequest.safeParse({ ...reasonsWish(filled), seen: 1 }).success);
});

test('who decides is one of those who sign here, or whom the agent names', () => {
  const signatories = [mayor, deputy];
  const form = reasonsFormOf(signatories);
  assert.equal(chosenAuthor(form, signatories), '0');
  const other = chooseAuthor(chooseAuthor(form, '1', signatories), 'other', signatories);
  assert.equal(chosenAuthor(other, signatories), 'other');
  assert.deepEqual(other.author, {
    givenName: '',
    familyName: '',
    capacity: '',
    service: 'Mairie du Favril',
  });
});
