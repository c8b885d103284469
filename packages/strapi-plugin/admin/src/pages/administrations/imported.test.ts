import type { ImportedFacts } from '@guichet/contracts/admin/administrations';
import type { OpeningHours } from '@guichet/contracts/opening-hours';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursDraft, hoursToSend } from '../../shared/hours/hours-form.js';
import { emptyForm, type FormState } from './form-state.js';
import { importedLines, importedThatDiffer, takenFromImported } from './imported.js';

const openingHours: OpeningHours = {
  closings: [],
  openings: [],
  closedOnHolidays: true,
  week: [[{ note: '', from: '09:00', until: '12:00' }], [], [], [], [], [], []],
};
const imported = {
  phone: '01 99 00 28 00',
  email: 'mairie@lefavril.example',
  address: '1 place de l’Église, 28190 Le Favril',
  openingHours,
  hours: [],
} satisfies ImportedFacts;
const same: FormState = { ...emptyForm, ...imported, hours: '', openingHours: hoursDraft(openingHours) };
const where = { today: '2026-11-23', holidays: [], locale: 'fr' };

test('nothing is written here as long as all is as the annuaire has it', () => {
  assert.deepEqual(importedThatDiffer({ ...same, phone: ' 01 99 00 28 00 ' }, imported), []);
});

test('tells what was written over, and takes back what the annuaire says', () => {
  const typed = { ...same, phone: '01 99 00 28 28', openingHours: hoursDraft(null), hours: 'Le lundi' };
  assert.deepEqual(importedThatDiffer(typed, imported), ['phone', 'openingHours']);
  const back = {
    ...typed,
    ...takenFromImported(imported, 'phone'),
    ...takenFromImported(imported, 'openingHours'),
  };
  assert.deepEqual(importedThatDiffer(back, imported), []);
  assert.equal(back.hours, 'Le lundi', 'free lines wait behind the hours by the day');
  assert.deepEqual(hoursToSend(back.openingHours), openingHours);
});

test('of what the annuaire does not say, nothing is written over', () => {
  const silent: ImportedFacts = { ...imported, phone: null, address: null, openingHours: null };
  assert.deepEqual(importedThatDiffer({ ...same, phone: '15', address: 'Ici' }, silent), []);
  assert.deepEqual(importedLines(silent, 'phone', where), []);
});

test('takes free lines for hours where the annuaire has no others', () => {
  const free: ImportedFacts = { ...imported, openingHours: null, hours: ['Sur rendez-vous'] };
  assert.deepEqual(importedThatDiffer(same, free), ['openingHours']);
  const back = { ...same, ...takenFromImported(free, 'openingHours') };
  assert.deepEqual(importedThatDiffer(back, free), []);
  assert.deepEqual(importedLines(free, 'openingHours', where), ['Sur rendez-vous']);
  assert.match(importedLines(imported, 'openingHours', where).join(' '), /Lundi/);
});
