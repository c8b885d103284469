import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newEntry } from '@guichet/contracts/admin/entries';
import { changed, emptyEntry, entryOf, entrySenders, sendersFor } from './entry-form.js';

const key = '0b8f6a0e-3a52-4f0b-9a53-0a4d2f4f6a11';

test('every kind of sender is sent as the server takes it', () => {
  for (const kind of entrySenders) {
    const form = {
      ...emptyEntry,
      administrationId: 'a',
      kind,
      nature: 'question' as const,
      name: 'Les Amis du Lavoir',
      familyName: 'Dupont',
      siret: '217 500 016',
      address: ' 3 rue de la Mairie \n\n Bâtiment B ',
      country: 'be',
      postalCode: '1000',
      subject: 'Objet',
      message: 'Message',
    };
    const sent = entryOf(form, key, '2026-11-22');
    assert.ok(newEntry.safeParse(sent).success, kind);
    assert.equal(sent.receivedOn, '2026-11-22');
    assert.deepEqual(sent.sender.postalAddress?.lines, ['3 rue de la Mairie', 'Bâtiment B']);
    assert.equal(sent.sender.postalAddress?.country, 'BE');
    if (sent.sender.kind === 'company') assert.equal(sent.sender.siren, '217500016');
  }
});

test('by telephone nothing that asks for a decision stays chosen, nor is anything acknowledged', () => {
  const call = changed({ ...emptyEntry, nature: 'complaint' }, { channel: 'phone' });
  assert.equal(call.nature, 'question');
  assert.equal(entryOf(call, key, '2026-11-22').acknowledge, false);
  assert.equal(entryOf(changed(call, { channel: 'post' }), key, '2026-11-22').acknowledge, true);
});

test('who asks for a decision is named', () => {
  const question = changed(emptyEntry, { nature: 'question', kind: 'minimal' });
  assert.equal(question.kind, 'minimal');
  assert.equal(changed(question, { nature: 'request' }).kind, 'individual');
  assert.ok(!sendersFor('request').includes('minimal'));
});

test('another administration has other services', () => {
  const form = { ...emptyEntry, administrationId: 'a', recipient: 'voirie' };
  assert.equal(changed(form, { subject: 'x' }).recipient, 'voirie');
  assert.equal(changed(form, { administrationId: 'b' }).recipient, '');
});
