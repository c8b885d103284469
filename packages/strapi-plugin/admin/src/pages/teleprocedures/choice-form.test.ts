import { type OfferedTeleprocedure, teleprocedureChoice } from '@guichet/contracts/admin/teleprocedures';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choiceDraft, choiceToSend, isWorded, switched } from './choice-form.js';

const offered: OfferedTeleprocedure = {
  slug: 'inscription-creche',
  version: 2,
  isOn: true,
  own: {
    title: 'La crèche',
    introduction: '',
    contact: { name: 'L’accueil', phone: '01 99 00 28 14', email: null },
  },
  title: 'Inscrire un enfant à la crèche',
  introduction: '',
  operator: {
    name: 'Agglo',
    phone: '01 99 00 28 00',
    email: null,
    website: null,
    origin: 'https://creches.agglo.example',
  },
  owner: null,
  isReserved: false,
  chosen: { entry: 'frame', reason: 'framable' },
  refusedOrigins: [],
  withdrawn: null,
  link: 'https://hebergement.example/t',
};
const untouched = { ...offered, version: 0, own: { title: '', introduction: '', contact: null } };

test('sends back what it was given, as the server takes it', () => {
  for (const one of [offered, untouched]) {
    const sent = choiceToSend(one, choiceDraft(one));
    assert.deepEqual(sent, { slug: one.slug, seen: one.version, isOn: true, ...one.own });
    assert.deepEqual(teleprocedureChoice.parse(sent), sent);
  }
});

test('gives no contact but where one is wanted', () => {
  const draft = { ...choiceDraft(offered), hasContact: false };
  assert.equal(choiceToSend(offered, draft).contact, null);
  // Wanted and left empty, the server says what is missing.
  const wanted = choiceToSend(untouched, { ...choiceDraft(untouched), hasContact: true });
  assert.deepEqual(wanted.contact, { name: '', phone: '', email: null });
});

test('switches off without losing the words', () => {
  assert.deepEqual(switched(offered, false), {
    slug: offered.slug,
    seen: 2,
    isOn: false,
    ...offered.own,
  });
});

test('knows whether the administration has words of its own', () => {
  assert.equal(isWorded(offered), true);
  assert.equal(isWorded(untouched), false);
});
