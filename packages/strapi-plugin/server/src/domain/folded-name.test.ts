import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldEmail, foldName } from './folded-name.js';

describe('comparing names', () => {
  it('leaves case, accents, ligatures, hyphens, apostrophes and spaces aside', () => {
    for (const name of ['L’Hôpital-Œuf', "l'hopital oeuf", ' L HÔPITAL  OEUF ', 'l‐hôpital—œuf']) {
      assert.equal(foldName(name), 'l hopital oeuf', name);
    }
    assert.equal(foldName('Nguyễn'), foldName('NGUYEN'));
    assert.notEqual(foldName('Dubois'), foldName('Dubosc'));
  });

  it('keeps names of other scripts apart', () => {
    assert.equal(foldName('Иванов'), foldName('ИВАНОВ'));
    assert.notEqual(foldName('Иванов'), '');
  });

  it('is settled after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) =>
        assert.equal(foldName(foldName(name)), foldName(name)),
      ),
    );
  });

  it('takes an e-mail however it is capitalised', () => {
    assert.equal(foldEmail(' A.B@Example.FR '), 'a.b@example.fr');
  });
});
