import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboxEvent } from '@guichet/contracts/admin/inbox';
import { envelopeOf, latestLetter } from './letter.js';

const event = (kind: InboxEvent['kind'], at: string): InboxEvent => ({
  id: at,
  kind,
  at,
  by: 'agent',
  agentName: 'Marie Lenoir, secrétaire de mairie',
  shownAs: null,
  message: null,
  attachments: [],
  changes: [],
  bounce: null,
  report: null,
  why: null,
  nature: null,
  receipt: null,
  items: [],
  answerBy: null,
  to: null,
  decision: null,
});

test('the letter is the latest word to the person, dated where the mairie is', () => {
  const timeline = [
    event('received', '2026-11-20T10:00:00Z'),
    event('answered', '2026-11-21T10:00:00Z'),
    event('refused', '2026-12-31T23:30:00Z'),
    event('noted', '2027-01-04T10:00:00Z'),
  ];
  assert.equal(latestLetter({ timeline }, 'Europe/Paris')?.kind, 'refused');
  assert.equal(latestLetter({ timeline }, 'Europe/Paris')?.on, '2027-01-01');
  assert.equal(latestLetter({ timeline: timeline.slice(0, 1) }, 'Europe/Paris'), null);
});

test('the envelope bears the family name, unless the person asks for another', () => {
  const every = { email: 'a@example.org', receiptEmail: null, phone: null, onBehalfOf: null } as const;
  const sender = {
    kind: 'individual',
    familyName: 'Dubois',
    givenName: 'Angela',
    preferredName: null,
    postalAddress: {
      lines: ['3 rue de la Mairie', ''],
      postalCode: '28190',
      city: 'Le Favril',
      country: 'FR',
    },
    refusesElectronicReply: true,
    ...every,
  } as const;
  const written = {
    ...sender,
    postalAddress: { ...sender.postalAddress, lines: [...sender.postalAddress.lines] },
  };
  assert.deepEqual(envelopeOf(written), ['Angela Dubois', '3 rue de la Mairie', '28190 Le Favril']);
  assert.equal(envelopeOf({ ...written, preferredName: 'Martin' })[0], 'Angela Martin');
  assert.deepEqual(
    envelopeOf({
      kind: 'association',
      rna: 'W751000000',
      name: 'Les Amis',
      refusesElectronicReply: true,
      ...every,
    }),
    ['Les Amis'],
  );
});

test('the letter of an agent whom residents are not told bears no name of theirs', () => {
  const written = { ...event('answered', '2026-11-21T10:00:00Z'), shownAs: 'instructrice' };
  const letterBy = (one: InboxEvent) => latestLetter({ timeline: [one] }, 'Europe/Paris');
  assert.equal(letterBy(written)?.signedBy, 'instructrice');
  assert.doesNotMatch(JSON.stringify(letterBy({ ...written, shownAs: null })), /Lenoir/);
});
