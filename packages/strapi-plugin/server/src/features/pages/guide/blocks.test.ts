import type { Block, Inline } from '@guichet/contracts/guide';
import { aGuide, contact, section, text } from '@guichet/contracts/guide/testing/guides';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hrefs, says, shown } from './testing/shown.js';

describe('the text of a guide', () => {
  it('has its headings in order, and says strongly what is deeper than HTML’s six levels', () => {
    const deep = ['b', 'c', 'd', 'e', 'f', 'g'].reduceRight<Block[]>(
      (blocks, title) => [section(title, ...blocks)],
      [text('Texte')],
    );
    const { all, one } = shown({ body: deep });
    assert.deepEqual(
      all('article :is(h1,h2,h3,h4,h5,h6)').map(
        ({ localName, textContent }) => `${localName} ${textContent}`,
      ),
      ['h1 Carte d’identité', 'h2 b', 'h3 c', 'h4 d', 'h5 e', 'h6 f'],
    );
    assert.equal(one('article p > strong').textContent, 'g');
  });

  it('leads to its parts where there are many, and not where they are seen at a glance', () => {
    const parts = (count: number) =>
      'abcdef'
        .slice(0, count)
        .split('')
        .map((title) => section(title, text('x')));
    const { all } = shown({ body: parts(3) });
    assert.deepEqual(
      hrefs(all('.contents a')),
      all('article h2').map(({ id }) => `#${id}`),
    );
    assert.equal(shown({ body: parts(2) }).all('.contents').length, 0);
    const definitions = [1, 2, 3].map((n) => ({ id: `R${n}`, title: `${n}`, blocks: [] }));
    const abbreviations = [{ id: 'R4', title: 'CNI', text: 'Carte nationale d’identité' }];
    const contacts = [contact({})];
    assert.equal(shown({ definitions, abbreviations, contacts }).all('.contents').length, 0);
  });

  it('keeps the sense of what stands in a line', () => {
    const { one } = shown({
      body: [
        text(
          { is: 'strong', content: ['avant'] },
          { is: 'value', content: ['25 €'] },
          { is: 'quote', content: ['mention'] },
          { is: 'superscript', content: ['er'] },
          { is: 'subscript', content: ['2'] },
          { is: 'foreign', language: 'en', content: ['food trucks'] },
        ),
      ],
    });
    assert.equal(
      one('article > p:last-child').innerHTML,
      '<strong>avant</strong><b>25 €</b><i>mention</i><sup>er</sup><sub>2</sub><i lang="en">food trucks</i>',
    );
  });

  it('names no language that is none', () => {
    for (const language of ['\n', 'und', '"><script>']) {
      const { all } = shown({ body: [text({ is: 'foreign', language, content: ['CE'] })] });
      assert.deepEqual(
        all('article i').map((one) => one.hasAttribute('lang')),
        [false],
      );
    }
  });

  it('numbers what is numbered', () => {
    const list = (isNumbered: boolean): Block => ({
      is: 'list',
      isNumbered,
      items: [[text('un')], [text('deux')]],
    });
    const { one } = shown({ body: [list(true), list(false)] });
    assert.equal(one('article > ol').innerHTML, '<li>un</li><li>deux</li>');
    assert.equal(one('article > ul').innerHTML, '<li>un</li><li>deux</li>');
  });

  it('says what a picture shows, and where it is', () => {
    const picture = (alternative: string, caption: Inline[]): Block => ({
      is: 'picture',
      alternative,
      caption,
    });
    const { main } = shown({ body: [picture('Un fauteuil', ['Fauteuils roulants'])] });
    assert.match(main, /Illustration\u00a0: Un fauteuilFauteuils roulants/);
    const { one } = shown({ body: [picture('', [])] });
    assert.equal(one('article .out').getAttribute('href'), aGuide().url);
  });
});

describe('boxes', () => {
  const box = (look: 'note' | 'know' | 'warning' | 'reminder', title: string, ...blocks: Block[]): Block => ({
    is: 'box',
    look,
    title: title ? [title] : [],
    blocks,
  });

  it('say what they are, once, and are notes to those who hear them', () => {
    const { all } = shown({
      body: [
        box('note', 'À noter', text('un')),
        box('know', '', text('deux')),
        box('warning', 'Attention :', text('trois')),
        box('reminder', 'Rappel', { is: 'list', isNumbered: false, items: [[text('quatre')]] }),
      ],
    });
    assert.deepEqual(says(all('[role=note]')), [
      'À noter\u00a0: un',
      'À savoir\u00a0: deux',
      'Attention\u00a0: trois',
      'Rappel quatre',
    ]);
  });

  it('keep a title of their own, and a warning its word', () => {
    const { all } = shown({
      body: [box('note', 'Exemple', text('un')), box('warning', 'Délai', text('deux'))],
    });
    assert.deepEqual(says(all('[role=note] strong')), ['Exemple', 'Attention\u00a0: Délai']);
    assert.deepEqual(says(all('[role=note] p:last-child')), ['un', 'deux']);
  });
});
