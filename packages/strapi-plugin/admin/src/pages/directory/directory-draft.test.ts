import type { AdminDirectory, DirectoryRow } from '@guichet/contracts/admin/directory';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changed,
  choicesToSend,
  directoryDraft,
  inUsualOrder,
  isChanged,
  isIncomplete,
  lackCounts,
  moved,
} from './directory-draft.js';

const row = (id: string, change: Partial<DirectoryRow> = {}): DirectoryRow => ({
  id,
  name: id,
  level: 'commune',
  kind: null,
  whose: 'own',
  from: null,
  mayEdit: true,
  isRecipient: false,
  isDraft: false,
  isHidden: false,
  goneOn: null,
  description: '',
  ownDescription: '',
  lacks: [],
  ...change,
});
const saved: AdminDirectory = {
  administration: { id: 'a', code: '28148', name: 'Mairie du Favril', accent: null },
  mayConfigure: true,
  mayShare: false,
  isOrdered: false,
  organisations: [
    row('École'),
    row('Voirie', { lacks: ['hours', 'phone'] }),
    row('Préfecture', { level: 'state', whose: 'hosting', lacks: ['hours'] }),
  ],
  link: 'https://hebergement.example/guichet/administrations/28148/services',
};
const idsOf = ({ rows }: { rows: readonly DirectoryRow[] }) => rows.map(({ id }) => id);

test('moves a row, and from then on the order is the administration’s own', () => {
  const draft = moved(directoryDraft(saved), 'Préfecture', 0);
  assert.deepEqual(idsOf(draft), ['Préfecture', 'École', 'Voirie']);
  assert.equal(draft.isOrdered, true);
  assert.deepEqual(
    choicesToSend(draft).choices.map(({ id }) => id),
    ['Préfecture', 'École', 'Voirie'],
  );
});

test('stays as it was where a row is at the end already', () => {
  const draft = directoryDraft(saved);
  assert.equal(moved(draft, 'École', -1), draft);
  assert.equal(moved(draft, 'Préfecture', 3), draft);
});

test('goes back to the usual order: one’s own, then the nearest, by name as French sorts it', () => {
  const more = { ...saved, organisations: [...saved.organisations, row('Accueil'), row('Ecluse')] };
  const draft = inUsualOrder(moved(directoryDraft(more), 'Préfecture', 0));
  assert.deepEqual(idsOf(draft), ['Accueil', 'Ecluse', 'École', 'Voirie', 'Préfecture']);
  assert.equal(draft.isOrdered, false);
});

test('sends only what was chosen, as long as nobody orders', () => {
  const draft = changed(changed(directoryDraft(saved), 'École', { isHidden: true }), 'Préfecture', {
    ownDescription: ' Passez à la mairie. ',
  });
  assert.deepEqual(choicesToSend(draft), {
    isOrdered: false,
    choices: [
      { id: 'École', isHidden: true, description: '' },
      { id: 'Préfecture', isHidden: false, description: 'Passez à la mairie.' },
    ],
  });
  assert.deepEqual(choicesToSend(directoryDraft(saved)).choices, []);
});

test('knows whether something is left to be saved', () => {
  const draft = directoryDraft(saved);
  assert.equal(isChanged(draft, saved), false);
  const hidden = changed(draft, 'Voirie', { isHidden: true });
  assert.equal(isChanged(hidden, saved), true);
  assert.equal(isChanged(changed(hidden, 'Voirie', { isHidden: false }), saved), false);
  assert.equal(isChanged(moved(draft, 'Voirie', 0), saved), true);
});

test('counts what residents miss, of what they see', () => {
  assert.deepEqual(lackCounts(saved.organisations), [
    { lack: 'hours', count: 2 },
    { lack: 'phone', count: 1 },
  ]);
  const [, roads] = saved.organisations;
  assert.equal(isIncomplete(roads!), true);
  assert.equal(isIncomplete({ ...roads!, isHidden: true }), false);
  assert.equal(isIncomplete({ ...roads!, goneOn: '2026-11-20' }), false);
});
