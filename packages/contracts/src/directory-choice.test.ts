import assert from 'node:assert/strict';
import { it } from 'node:test';
import { anything, chosen } from './directory-choice.js';
import { aDirectory, aProcedure } from './testing/a-directory.js';

const creche = aProcedure('creche', 'Crèche', {
  organisation: '',
  operator: 'Crèches de l’agglo',
  ways: ['online'],
});
const directory = aDirectory({ procedures: [creche] });
const shown = (choice: Partial<typeof anything>) =>
  chosen(directory, { ...anything, ...choice }, () => true).procedures.map(({ slug }) => slug);

it('a procedure whose operator is not listed is there until a level or hours are chosen', () => {
  assert.deepEqual(shown({}), ['creche']);
  assert.deepEqual(shown({ online: true }), ['creche']);
  assert.deepEqual(shown({ levels: new Set(['commune']) }), []);
  assert.deepEqual(shown({ openNow: true }), []);
});
