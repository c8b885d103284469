import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Sender } from '@guichet/contracts/request';
import { templateValues } from './template-values.js';

const every = { email: '', receiptEmail: null, phone: null, refusesElectronicReply: false, onBehalfOf: null };
const postalAddress = { lines: [], postalCode: '', city: '', country: 'FR' };
const person = { familyName: 'Dubois', givenName: 'Angela', preferredName: null, postalAddress };
const favril = { name: 'Mairie du Favril', timeZone: 'Europe/Paris' };

const values = (sender: Sender, changes: Partial<InboxRequest> = {}, administration = favril) =>
  templateValues(
    {
      reference: '28148-2026-7K3M-9QXB',
      receivedAt: '2026-11-30T23:30:00Z',
      recipient: null,
      content: { nature: 'request', sender, subject: 'Éclairage', message: '…', language: 'fr' },
      legal: { silence: { effect: 'rejection', date: '2027-02-01', basis: '' } } as InboxRequest['legal'],
      ...changes,
    },
    administration,
    'Marie Lenoir, secrétaire de mairie',
  );

test('dates are the administration’s own, in French', () => {
  const sender: Sender = { kind: 'individual', ...person, ...every };
  assert.equal(values(sender)['date de réception'], '1er décembre 2026');
  assert.equal(values(sender).échéance, '1er février 2027');
  const overseas = { name: 'Mairie de Cayenne', timeZone: 'America/Cayenne' };
  assert.equal(values(sender, {}, overseas)['date de réception'], '30 novembre 2026');
});

test('a person is named as CRPA L111-3 says, a body by its name, and who gave none is not', () => {
  assert.equal(values({ kind: 'individual', ...person, ...every }).nom, 'Angela Dubois');
  assert.equal(
    values({ kind: 'individual', ...person, preferredName: 'Martin', ...every }).nom,
    'Angela Martin',
  );
  assert.equal(
    values({ kind: 'association', rna: '', name: 'Les Amis du Lavoir', ...every }).nom,
    'Les Amis du Lavoir',
  );
  const nobody = { ...person, familyName: '', givenName: '' };
  assert.equal(
    values({ kind: 'organisation', name: 'Collectif du lavoir', ...nobody, ...every }).nom,
    'Collectif du lavoir',
  );
  assert.equal(values({ kind: 'minimal', ...every }).nom, null);
});

test('what does not run has no date', () => {
  const sender: Sender = { kind: 'minimal', ...every };
  assert.equal(values(sender, { legal: { silence: null } as InboxRequest['legal'] }).échéance, null);
});
