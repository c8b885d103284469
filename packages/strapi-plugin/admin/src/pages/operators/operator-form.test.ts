import { newOperator, type Operator } from '@guichet/contracts/admin/teleprocedures';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOriginRefused, operatorDraft, operatorErrors, operatorToSend } from './operator-form.js';

const operator: Operator = {
  id: 'o1',
  version: 1,
  name: 'Communauté de communes',
  origin: 'https://creches.agglo.example',
  phone: '01 99 00 28 00',
  email: 'creches@agglo.example',
  address: '1 rue de la Paix\n28190 Courville',
  website: 'https://www.agglo.example/',
  administration: { id: 'e1', code: '200058360', name: 'Agglo', accent: null },
  teleprocedures: 1,
  eventsUrl: 'https://hebergement.example/api/guichet/operators/o1/events',
  formerSecretUntil: null,
};

test('sends back what it was given, as the server takes it', () => {
  const sent = operatorToSend(operatorDraft(operator));
  const { name, origin, phone, email, address, website } = operator;
  assert.deepEqual(sent, { name, origin, phone, email, address, website, administrationId: 'e1' });
  assert.deepEqual(newOperator.parse(sent), sent);
});

test('takes the origin of whatever page’s address is pasted', () => {
  const originOf = (origin: string) => operatorToSend({ ...operatorDraft(null), origin }).origin;
  assert.equal(originOf('https://creches.agglo.example/inscription?a=b#c'), 'https://creches.agglo.example');
  assert.equal(originOf(' creches.agglo.example '), 'https://creches.agglo.example');
  assert.equal(originOf('http://localhost:4000/x'), 'http://localhost:4000');
  // What is none stays, for the server to refuse.
  assert.equal(originOf('la crèche'), 'la crèche');
  assert.equal(originOf('ftp://creches.agglo.example'), 'ftp://creches.agglo.example');
  assert.equal(originOf(''), '');
});

test('sends what is left empty as nothing', () => {
  const sent = operatorToSend(operatorDraft(null));
  assert.equal(sent.email, null);
  assert.equal(sent.website, null);
  assert.equal(sent.administrationId, null);
});

test('says of an origin that it is to be mended, not that nobody may', () => {
  const errors = [{ path: 'origin', code: 'not-allowed' }] as const;
  assert.equal(isOriginRefused(errors), true);
  assert.deepEqual(operatorErrors(errors), [{ path: 'origin', code: 'invalid' }]);
  assert.equal(isOriginRefused([{ path: 'origin', code: 'taken' }]), false);
});
