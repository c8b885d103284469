import {
  type AdminTeleprocedure,
  newTeleprocedure,
  teleprocedureChange,
} from '@guichet/contracts/admin/teleprocedures';
import { noProcedureFacts } from '@guichet/contracts/directory';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changeToSend,
  draftOf,
  formErrors,
  isElsewhere,
  newDraft,
  newToSend,
  otherOwner,
  type TeleprocedureDraft,
  withoutEmptyStatuses,
  withStatus,
} from './teleprocedure-form.js';

const favril = { id: 'a1', code: '28148', name: 'Mairie du Favril', accent: null };
const one: AdminTeleprocedure = {
  slug: 'inscription-creche',
  version: 3,
  title: 'Inscrire un enfant à la crèche',
  introduction: 'Pour les enfants de moins de trois ans.',
  owner: { id: 'e1', code: '200058360', name: 'Entre Beauce et Perche', accent: '#1d5fa8' },
  operator: { id: 'o1', name: 'Entre Beauce et Perche', origin: 'https://creches.agglo.example' },
  url: 'https://creches.agglo.example/inscription?annee=2027',
  furthest: 'frame',
  facts: { ...noProcedureFacts, cost: 'Gratuit', documents: ['Livret de famille'] },
  offline: 'À l’accueil, du lundi au vendredi.',
  allow: ['camera'],
  connector: { name: 'demarche-numerique', settings: { number: '1234' }, hasSecret: false },
  statuses: [{ word: 'en_instruction', label: 'À l’étude', status: 'in-progress' }],
  isReserved: true,
  takesPrefill: true,
  offer: { to: 'administrations', ids: ['a1', 'gone'] },
  withdrawn: null,
  chosen: { entry: 'frame', reason: 'framable' },
  probe: null,
  offeredTo: { administrations: [favril], territories: [] },
  reach: { offered: 1, on: 1, framed: 1 },
  framers: { origins: ['https://hebergement.example'], more: 0 },
  link: 'https://hebergement.example/t',
};

test('sends back what it was given, as the server takes it', () => {
  const sent = changeToSend(draftOf(one), one.version);
  assert.deepEqual(teleprocedureChange.parse(sent), sent);
  const { title, introduction, url, furthest, facts, offline, allow, statuses } = one;
  assert.deepEqual(sent, {
    ...{ title, introduction, url, furthest, facts, offline, allow, statuses },
    seen: 3,
    connector: { name: 'demarche-numerique', settings: { number: '1234' } },
    isReserved: true,
    takesPrefill: true,
    // An administration that is no more is not offered to any more.
    offer: { to: 'administrations', ids: ['a1'] },
  });
});

test('begins a new one that nobody sees, and that the server takes once it is filled in', () => {
  const draft = newDraft({ owners: [] }, [{ id: 'o1' }]);
  assert.deepEqual(newToSend(draft).offer, { to: 'administrations', ids: [] });
  assert.equal(newTeleprocedure.safeParse(newToSend(draft)).success, false);
  const filled = { ...draft, title: ' Crèche ', url: 'creches.agglo.example/inscription' };
  const sent = newTeleprocedure.parse(newToSend(filled));
  assert.equal(sent.title, 'Crèche');
  assert.equal(sent.url, 'https://creches.agglo.example/inscription');
});

test('chooses neither owner nor operator beforehand where there is more than one: they never change', () => {
  const owner = { id: 'e1', code: '200058360', name: 'Entre Beauce et Perche', accent: null };
  const chosen = (...of: Parameters<typeof newDraft>) => {
    const { ownerId, operatorId } = newToSend(newDraft(...of));
    return [ownerId, operatorId];
  };
  assert.deepEqual(chosen({ owners: [owner] }, [{ id: 'o1' }]), ['e1', 'o1']);
  assert.deepEqual(chosen({ owners: [owner, favril] }, [{ id: 'o1' }, { id: 'o2' }]), [null, '']);
  assert.deepEqual(formErrors([{ path: 'ownerId', code: 'not-allowed' }]), [
    { path: 'ownerId', code: 'required' },
  ]);
  // What one may offer to is not another's.
  assert.deepEqual(otherOwner(owner).offer.territories, []);
});

test('offers to what was chosen for the way that is chosen', () => {
  const chosen: TeleprocedureDraft = {
    ...draftOf(one),
    offer: {
      to: 'territories',
      administrations: [favril],
      territories: [
        { code: '200058360', name: 'Entre Beauce et Perche' },
        { code: '28', name: 'Eure-et-Loir' },
      ],
    },
  };
  assert.deepEqual(newToSend(chosen).offer, { to: 'territories', codes: ['200058360', '28'] });
  const all: TeleprocedureDraft = { ...chosen, offer: { ...chosen.offer, to: 'all' } };
  assert.deepEqual(newToSend(all).offer, { to: 'all' });
});

test('lets a frame alone use the device', () => {
  const draft = draftOf(one);
  assert.deepEqual(newToSend({ ...draft, furthest: 'hand-off' }).allow, []);
  // Back to a frame, what was ticked is ticked.
  assert.deepEqual(newToSend({ ...draft, furthest: 'frame' }).allow, ['camera']);
});

test('adds words, and leaves out those in which nothing was typed', () => {
  const draft = draftOf(one);
  const two = withStatus(withStatus(draft.statuses));
  assert.deepEqual(
    two.map(({ key }) => key),
    [0, 1, 2],
  );
  const typed = two.map((status, i) => (i === 2 ? { ...status, word: 'refuse' } : status));
  assert.deepEqual(
    withoutEmptyStatuses({ ...draft, statuses: typed }).statuses.map(({ word }) => word),
    ['en_instruction', 'refuse'],
  );
});

test('tells an address that is not the operator’s, once it is whole', () => {
  const origin = 'https://creches.agglo.example';
  assert.equal(isElsewhere('https://creches.agglo.example/a', origin), false);
  assert.equal(isElsewhere('creches.agglo.example/a', origin), false);
  assert.equal(isElsewhere('http://creches.agglo.example/a', origin), true);
  assert.equal(isElsewhere('https://ailleurs.example/a', origin), true);
  for (const unfinished of ['', 'https://', 'creches'])
    assert.equal(isElsewhere(unfinished, origin), false, unfinished);
});

test('says of an address that is elsewhere that it is to be mended, not that nobody may', () => {
  assert.deepEqual(
    formErrors([
      { path: 'url', code: 'not-allowed' },
      { path: 'title', code: 'required' },
      { path: 'offer', code: 'not-allowed' },
    ]),
    [
      { path: 'url', code: 'invalid' },
      { path: 'title', code: 'required' },
      { path: 'offer.to', code: 'unknown' },
    ],
  );
});
