import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectorDraft, connectorToSend, otherConnector } from './connector-form.js';

test('sends back what it was given, the secret apart, which stays as it is', () => {
  const connector = { name: 'open311', settings: { origin: 'https://s.example', serviceCode: '7' } };
  const draft = connectorDraft({ ...connector, hasSecret: true });
  assert.deepEqual(connectorToSend(draft), connector);
  assert.deepEqual(connectorToSend({ ...draft, secret: ' abc ' }), { ...connector, secret: 'abc' });
});

test('none is none', () => {
  assert.equal(connectorToSend(connectorDraft(null)), null);
  assert.equal(connectorToSend(otherConnector('')), null);
});

test('leaves out what is left empty', () => {
  const draft = otherConnector('demarche-numerique');
  const settings = { ...draft.settings, number: ' 1234 ', givenName: ' ' };
  assert.deepEqual(connectorToSend({ ...draft, settings }), {
    name: 'demarche-numerique',
    settings: { number: '1234', familyName: 'identite_nom' },
  });
});

test('keeps a connector that it does not know as it is', () => {
  const own = { name: 'maison', settings: { place: 'ici' } };
  assert.deepEqual(connectorToSend(connectorDraft({ ...own, hasSecret: false })), own);
});
