import type { OrganisationFacts } from '@guichet/contracts/directory';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factLines } from './fact-lines.js';

const where = { today: '2026-11-23', holidays: [], locale: 'fr' };
const facts: OrganisationFacts = {
  name: 'Bibliothèque',
  description: '',
  phones: [
    { number: '01 99 00 28 20', label: '' },
    { number: '01 99 00 28 21', label: 'Urgences' },
  ],
  email: null,
  contactForm: null,
  website: null,
  address: '2 place de l’Église\n28190 Le Favril',
  accessibility: '',
  position: { latitude: 48.4469, longitude: 1.4892 },
  openingHours: {
    week: [[{ from: '14:00', until: '18:00', note: '' }], [], [], [], [], [], []],
    closedOnHolidays: true,
    closings: [],
    openings: [],
  },
  hoursNote: '',
  keywords: ['livre'],
};

test('tells each fact line by line, and nothing of what is not known', () => {
  assert.deepEqual(factLines(facts, 'phones', where), ['01 99 00 28 20', 'Urgences\u00a0: 01 99 00 28 21']);
  assert.deepEqual(factLines(facts, 'address', where), ['2 place de l’Église', '28190 Le Favril']);
  assert.deepEqual(factLines(facts, 'position', where), ['48.4469, 1.4892']);
  assert.match(factLines(facts, 'openingHours', where).join('\n'), /Lundi.*14\sh/);
  assert.match(factLines(facts, 'openingHours', { ...where, locale: 'en' }).join('\n'), /Monday/);
  for (const name of ['description', 'email', 'hoursNote'] as const)
    assert.deepEqual(factLines(facts, name, where), []);
});
