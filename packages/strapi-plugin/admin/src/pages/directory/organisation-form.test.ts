import { factsInput } from '@guichet/contracts/admin/directory';
import type { OrganisationFacts } from '@guichet/contracts/directory';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  asRecipient,
  factsDraft,
  factsThatDiffer,
  formErrors,
  newDraft,
  takenBack,
  toSend,
  withoutEmptyPhones,
  withPhone,
} from './organisation-form.js';

const facts: OrganisationFacts = {
  name: 'Bibliothèque',
  description: 'Prêt de livres.\nAccès à Internet.',
  phones: [
    { number: '01 99 00 28 20', label: '' },
    { number: '01 99 00 28 21', label: 'Le mercredi' },
  ],
  email: 'livres@lefavril.example',
  contactForm: null,
  website: 'https://www.lefavril.example/livres',
  address: '2 place de l’Église\n28190 Le Favril',
  accessibility: 'De plain-pied.',
  position: { latitude: 48.4469, longitude: -1.4892 },
  openingHours: {
    week: [[], [], [{ from: '14:00', until: '18:00', note: '' }], [], [], [], []],
    closedOnHolidays: true,
    closings: [],
    openings: [],
  },
  hoursNote: '',
  keywords: ['livre', 'lire'],
};
const own = { level: 'commune', isRecipient: false, isDraft: false, isShared: false } as const;

test('sends back what it was given', () => {
  assert.deepEqual(toSend({ ...own, facts: factsDraft(facts) }, facts), { ...own, facts });
});

test('sends what nobody touched as it came, even where the form would write it otherwise', () => {
  const odd = { ...facts, description: ' deux  espaces ', keywords: ['livre', ''] };
  const draft = { ...factsDraft(odd), name: 'Médiathèque' };
  assert.deepEqual(toSend({ ...own, facts: draft }, odd).facts, { ...odd, name: 'Médiathèque' });
});

test('takes an empty form for an organisation of which nothing is known', () => {
  const { facts: sent, level } = toSend(newDraft('intercommunality'), null);
  assert.equal(level, 'intercommunality');
  assert.ok(factsInput.safeParse({ ...sent, name: 'École' }).success);
  assert.deepEqual([sent.phones, sent.email, sent.position, sent.openingHours], [[], null, null, null]);
});

test('reads a position as maps copy it and as French people type it; anything else is refused', () => {
  const positionOf = (position: string) =>
    toSend({ ...own, facts: { ...factsDraft(facts), position } }, facts).facts.position;
  for (const typed of ['48.5, -1.25', '48,5 ; -1,25', '48,5, -1,25', ' 48.5 -1.25 '])
    assert.deepEqual(positionOf(typed), { latitude: 48.5, longitude: -1.25 }, typed);
  assert.equal(positionOf(''), null);
  for (const wrong of ['place de l’Église', '48.5', '48.5, x'])
    assert.ok(!factsInput.shape.position.safeParse(positionOf(wrong)).success, wrong);
});

test('adds how the address of a page begins, and leaves alone what is none', () => {
  const websiteOf = (website: string) =>
    toSend({ ...own, facts: { ...factsDraft(facts), website } }, facts).facts.website;
  assert.equal(websiteOf('www.lefavril.example/école'), 'https://www.lefavril.example/école');
  assert.equal(websiteOf('http://lefavril.example'), 'http://lefavril.example');
  assert.equal(websiteOf('javascript:alert(1)'), 'javascript:alert(1)');
  assert.equal(websiteOf('bientôt'), 'bientôt');
});

test('drops telephones in which nothing was typed, and keeps one row to type in', () => {
  const draft = factsDraft(facts);
  const phones = withPhone(withPhone(draft.phones));
  assert.equal(new Set(phones.map(({ key }) => key)).size, 4);
  assert.deepEqual(withoutEmptyPhones({ ...draft, phones }).phones, draft.phones);
  const none = withoutEmptyPhones({ ...draft, phones: [{ key: 3, number: ' ', label: '' }] }).phones;
  assert.deepEqual(none, [{ key: 0, number: '', label: '' }]);
});

test('tells the fields that are not as the source has them, and takes back what it says', () => {
  const source = { ...facts, openingHours: null, phones: [facts.phones[0]!] };
  const draft = factsDraft(facts);
  assert.deepEqual(factsThatDiffer(draft, source), ['phones', 'openingHours']);
  const back = takenBack(takenBack(draft, source, 'phones'), source, 'openingHours');
  assert.deepEqual(factsThatDiffer(back, source), []);
  assert.deepEqual(toSend({ ...own, facts: back }, facts).facts, source);
});

test('fills in what a service that one writes to needs, and nothing that was typed', () => {
  const like = { email: 'mairie@lefavril.example', phone: '01 99 00 28 00', address: 'Mairie' };
  const empty = asRecipient(newDraft('commune'), like);
  assert.equal(empty.isRecipient, true);
  const { facts: filled } = toSend(empty, null);
  assert.deepEqual(
    [filled.email, filled.phones, filled.address],
    [like.email, [{ number: like.phone, label: '' }], like.address],
  );
  const typed = { ...own, facts: factsDraft(facts) };
  assert.deepEqual(asRecipient(typed, like).facts, typed.facts);
});

test('finds the field of each of the server’s errors', () => {
  assert.deepEqual(
    formErrors([
      { path: 'facts.phones', code: 'required' },
      { path: 'facts.phones.1.number', code: 'invalid' },
      { path: 'facts.openingHours.week.0.0.until', code: 'overlaps' },
      { path: 'isShared', code: 'not-allowed' },
    ]).map(({ path }) => path),
    ['phones.0.number', 'phones.1.number', 'openingHours.week.0.0.until', 'isShared'],
  );
});
