import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, parseColour } from '@guichet/contracts/colour';
import fc from 'fast-check';
import { administrationColour, shownOn } from './administration-colour.js';

test('an administration keeps its colour, and one without gets one of its own, always the same', () => {
  assert.equal(administrationColour({ id: 'a', accent: '#123456' }), '#123456');
  const drawn = administrationColour({ id: 'a', accent: null });
  assert.ok(parseColour(drawn));
  assert.equal(administrationColour({ id: 'a', accent: null }), drawn);
  assert.equal(administrationColour({ id: 'a', accent: 'red;background:url(x)' }), drawn);
});

test('it shows on the panel, light or dark', () => {
  const hex = fc.stringMatching(/^#[0-9a-f]{6}$/);
  fc.assert(
    fc.property(hex, fc.constantFrom('#ffffff', '#212134'), (colour, background) => {
      const shown = parseColour(shownOn(background, colour))!.rgb;
      return contrast(shown, parseColour(background)!.rgb) >= 2.99;
    }),
  );
});
