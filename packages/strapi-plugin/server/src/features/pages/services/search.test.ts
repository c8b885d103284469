import { aDirectory } from '@guichet/contracts/testing/a-directory';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { searchOf } from './search.js';

it('makes the index of a directory once, anew where the guides changed, and keeps those that are searched', async () => {
  const guides = [{ id: 'N360', title: 'Passeport' }];
  const none: typeof guides = [];
  const directory = aDirectory();
  const first = searchOf(directory, guides);
  assert.equal(searchOf(directory, guides), first);
  const later = searchOf(directory, none);
  assert.notEqual(later, first);
  assert.equal((await later).find('passeport')[0]!.guide, null);

  const other = aDirectory();
  const others = searchOf(other, guides);
  for (let i = 0; i < 49; i++) {
    await searchOf(aDirectory({ organisations: [], procedures: [] }), none);
    assert.equal(searchOf(directory, none), later);
  }
  assert.notEqual(searchOf(other, guides), others);
});
