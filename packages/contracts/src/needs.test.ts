import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { levels } from './directory.js';
import { termsOf } from './directory-search/terms.js';
import { needs } from './needs.js';
import { realGuide } from './testing/real-guides.js';

describe('the everyday needs', () => {
  it('are each one', () => {
    for (const member of ['id', 'title'] as const) {
      const all = needs.map((need) => need[member]);
      assert.deepEqual(
        all.filter((one, i) => all.indexOf(one) !== i),
        [],
      );
    }
    assert.deepEqual(
      needs.filter(({ id }) => !/^[a-z]+(-[a-z]+)*$/.test(id)),
      [],
    );
  });

  it('name guides that the State has', () => {
    const named = needs.flatMap(({ id, guide }) => (guide ? [{ id, guide: realGuide(guide) }] : []));
    assert.deepEqual(
      named.filter(({ guide }) => !guide?.title || !/^(Fiche|Dossier|Theme)/.test(guide.type)),
      [],
    );
  });

  it('say whose they are, by a level and mostly by kinds of offices', () => {
    assert.ok(
      needs.every(
        ({ level, kinds }) => levels.includes(level) && (kinds.length > 0 || level === 'association'),
      ),
    );
    assert.ok(
      needs.every(
        ({ kinds }) => kinds.every((kind) => /^[a-z_]+$/.test(kind)) && new Set(kinds).size === kinds.length,
      ),
    );
  });

  it('are told in plain French, with its own apostrophe and spaces', () => {
    for (const { title, note } of needs)
      for (const text of [title, note ?? '']) {
        assert.doesNotMatch(text, /'|(?<!\u00a0)[:;!?]|^\s|\s$|\b(?:je|mon|ma|mes)\b/i, text);
        assert.ok(text === title ? !text.endsWith('.') : !text || text.endsWith('.'), text);
      }
  });

  it('carry no word that would find them by chance', () => {
    // A sentence that says nothing finds nothing: each word of a need is one that is looked for.
    assert.deepEqual(
      needs.filter(({ words }) => termsOf(words).length < 2),
      [],
    );
  });

  it('are known in a procedure’s title only by words that a search keeps', () => {
    const keys = needs.flatMap(({ procedure }) => procedure ?? []);
    assert.deepEqual(
      keys.filter((key) => termsOf(key).length !== key.split(' ').length),
      [],
    );
    assert.equal(new Set(keys).size, keys.length);
  });
});
