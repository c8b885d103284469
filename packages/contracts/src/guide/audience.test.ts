import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audiences } from '../guide.js';
import { audienceFrom, audienceWord } from './audience.js';

describe('for whom a guide is', () => {
  it('is said in addresses, but for individuals, and read from them', () => {
    assert.deepEqual(audiences.map(audienceWord), [undefined, 'professionnels', 'associations']);
    assert.equal(audienceWord(null), undefined);
    assert.deepEqual(['professionnels', 'associations'].map(audienceFrom), ['professionals', 'associations']);
  });

  it('is nobody’s where an address says another word, or none', () => {
    for (const word of [
      'individuals',
      'particuliers',
      'martiens',
      'toString',
      '',
      null,
      undefined,
      ['associations'],
    ])
      assert.equal(audienceFrom(word), null);
  });
});
