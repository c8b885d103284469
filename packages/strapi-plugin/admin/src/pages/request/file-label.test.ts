import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileLabel } from './file-label.js';

test('a file is told by name and weight, whatever direction its name is read in', () => {
  const label = fileLabel({ name: 'عقد.pdf', size: 2_500_000 }, 'fr');
  assert.equal(label.replace(/[\u00a0\u202f]/g, ' '), '\u2068عقد.pdf\u2069 (2,4 Mo)');
});
