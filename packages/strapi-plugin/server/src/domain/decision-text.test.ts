import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionText } from './decision-text.js';

test('the text of a decision is all that is notified, in one order', () => {
  const reasons = { law: 'CGCT L2144-3', facts: 'La salle est prise.' };
  assert.equal(
    decisionText({ message: 'Non.', reasons, illegality: 'Hors du domaine.' }),
    'Non.\n\nCGCT L2144-3\n\nLa salle est prise.\n\nHors du domaine.',
  );
  assert.equal(decisionText({ message: 'Oui.', reasons: null, illegality: null }), 'Oui.');
  assert.equal(decisionText({ message: 'Non.', reasons: 'not-required', illegality: null }), 'Non.');
});
