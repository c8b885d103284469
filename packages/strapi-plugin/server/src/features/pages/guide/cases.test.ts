import type { Block } from '@guichet/contracts/guide';
import { section, text } from '@guichet/contracts/guide/testing/guides';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { says, shown } from './testing/shown.js';

describe('cases', () => {
  const cases = (show: 'tabs' | 'choice' | 'sequence', ...titles: string[]): Block => ({
    is: 'cases',
    show,
    cases: titles.map((title) => ({ title: [title], blocks: [section(`de ${title}`, text('x'))] })),
  });

  for (const show of ['tabs', 'choice'] as const) {
    it(`of ${show} are folded, each by its title, one open at a time, none at first`, () => {
      const { all } = shown({ body: [cases(show, 'Majeur', 'Mineur')] });
      assert.deepEqual(says(all('details > summary')), ['Majeur', 'Mineur']);
      assert.ok(all('details').every((one) => !one.hasAttribute('open')));
      const [first, second] = all('details').map((one) => one.getAttribute('name'));
      assert.ok(first);
      assert.equal(first, second);
      // The title that folds is no heading: what it holds goes on where the text was.
      assert.deepEqual(says(all('article h2')), ['de Majeur', 'de Mineur']);
    });
  }

  it('of one question leave those of another as they are', () => {
    const inner: Block = { is: 'section', title: ['Où'], blocks: [cases('choice', 'Ici', 'Ailleurs')] };
    const { all } = shown({ body: [cases('tabs', 'a', 'b'), inner] });
    assert.equal(new Set(all('details').map((one) => one.getAttribute('name'))).size, 2);
  });

  it('that come one after the other, or alone, are not folded', () => {
    const { all } = shown({ body: [cases('sequence', 'Avant', 'Après'), cases('choice', 'Toujours')] });
    assert.equal(all('article details').length, 0);
    assert.deepEqual(says(all('article h2')), ['Avant', 'Après', 'Toujours']);
    assert.deepEqual(says(all('article h3')), ['de Avant', 'de Après', 'de Toujours']);
  });
});
