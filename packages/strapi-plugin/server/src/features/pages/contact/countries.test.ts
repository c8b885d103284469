import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryCode, countryCodes, countryName } from './countries.js';

describe('the country that a resident writes', () => {
  it('is found by its French or English name or its code, however it is written', () => {
    for (const typed of ['Belgique', 'belgium', ' BELGIQUE ', 'be']) assert.equal(countryCode(typed), 'BE');
    assert.equal(countryCode('Etats-unis'), 'US');
    assert.equal(countryCode('cote d’ivoire'), 'CI');
  });

  it('is each country by its own name, in both languages', () => {
    for (const code of countryCodes) {
      for (const language of ['fr', 'en']) assert.equal(countryCode(countryName(code, language)), code);
    }
  });

  it('is France where nothing is written, and overseas', () => {
    for (const typed of ['', '  ', 'France', 'La Réunion', 'Guadeloupe', 'Mayotte']) {
      assert.equal(countryCode(typed), 'FR');
    }
  });

  it('stays what was typed where no country has this name, for its author to correct', () => {
    assert.equal(countryCode('Belgiqe'), 'Belgiqe');
  });
});
