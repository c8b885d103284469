import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mairieOf, ofCommune } from './commune-name.js';

describe('the name of a commune in a sentence', () => {
  const of: [name: string, liaison: number | null, said: string][] = [
    ['Le Favril', 2, 'du Favril'],
    ['Le Havre', 2, 'du Havre'],
    ['Les Mureaux', 4, 'des Mureaux'],
    ['La Rochelle', 3, 'de La Rochelle'],
    ["L'Haÿ-les-Roses", 5, 'de L’Haÿ-les-Roses'],
    ['Évreux', 1, 'd’Évreux'],
    ['Hyères', 1, 'd’Hyères'],
    ['Haguenau', 0, 'de Haguenau'],
    ['Aÿ-Champagne', 1, 'd’Aÿ-Champagne'],
    ['Œting', 1, 'd’Œting'],
    ['Yvetot', 1, 'd’Yvetot'],
    ['Yzosse', 0, 'de Yzosse'],
    ['Paris', 0, 'de Paris'],
    ['Lens', 0, 'de Lens'],
    ['Levallois-Perret', 0, 'de Levallois-Perret'],
    ['Aux Marais', 6, 'd’Aux Marais'],
    ['Los Masos', 8, 'de Los Masos'],
    // Overseas INSEE does not say.
    ['La Foa', null, 'de La Foa'],
    ['Le Mont-Dore', null, 'du Mont-Dore'],
    ["L'Île-des-Pins", null, 'de L’Île-des-Pins'],
    ['Huahine', null, 'de Huahine'],
    ['Uturoa', null, 'd’Uturoa'],
    ['Yaté', null, 'de Yaté'],
  ];
  for (const [name, liaison, said] of of)
    it(`is ${said}`, () => {
      assert.equal(ofCommune(name, liaison), said);
    });

  it('begins the name of its mairie', () => assert.equal(mairieOf('Le Favril', 2), 'Mairie du Favril'));
});
