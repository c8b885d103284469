import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creationsPage, searchIn } from './creations-page.js';

test('the address of the page says what it looks for', () => {
  for (const search of ['200058360', 'Côte-d’Or', 'a&b=c'])
    assert.equal(
      searchIn(new URL(creationsPage(search), 'https://hebergement.example').searchParams),
      search,
    );
  assert.equal(searchIn(new URLSearchParams()), '');
});
