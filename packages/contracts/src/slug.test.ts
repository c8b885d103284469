import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSlug } from './request-rules.js';
import { slugOf } from './slug.js';

test('every name gives a slug that the server takes', () => {
  assert.equal(slugOf('Service de l’État civil', []), 'service-de-l-etat-civil');
  assert.equal(slugOf('Voirie', ['voirie', 'voirie-2']), 'voirie-3');
  fc.assert(fc.property(fc.string(), (name) => isSlug(slugOf(name, []))));
});
