import assert from 'node:assert/strict';
import { test } from 'node:test';
import { territoryWords } from './territory-words.js';

test('a territory is looked for by what tells it from others', () => {
  for (const [search, words] of [
    ['la Communauté de communes du Perche', 'perche'],
    ['agglo de Dreux', 'dreux'],
    ['Entre Beauce et Perche', 'entre beauce perche'],
    ['département d’Eure-et-Loir', 'eure loir'],
    ['Région Centre', 'centre'],
    ['Côte d’Or', 'cote or'],
  ])
    assert.deepEqual(territoryWords(search!), words!.split(' '), search);
});

test('what says only a kind is looked for all the same, and nothing finds nothing', () => {
  assert.deepEqual(territoryWords('Métropole'), ['metropole']);
  assert.deepEqual(territoryWords(' %_ '), []);
});
