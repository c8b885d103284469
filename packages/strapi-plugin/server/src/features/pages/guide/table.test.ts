import type { Block, GuideCell } from '@guichet/contracts/guide';
import { text } from '@guichet/contracts/guide/testing/guides';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { said, shown } from './testing/shown.js';

describe('tables', () => {
  const cell = (content: string, isHeader = false, spans: Partial<GuideCell> = {}): GuideCell => ({
    isHeader,
    columns: 1,
    rows: 1,
    blocks: content ? [text(content)] : [],
    ...spans,
  });
  const table = (rows: GuideCell[][], title = 'Tarifs'): Block => ({
    is: 'table',
    title: title ? [title] : [],
    summary: [],
    rows,
  });
  const prices = [
    [cell('', true), cell('Adulte', true), cell('Enfant', true)],
    [cell('Entrée', true), cell('4 €'), cell('2 €')],
  ];

  it('tell what each heading heads', () => {
    const { one, all } = shown({ body: [table(prices)] });
    assert.equal(said(one('table > caption')), 'Tarifs');
    assert.deepEqual(
      all('th').map(
        (th) => `${th.parentElement!.parentElement!.localName} ${th.getAttribute('scope')} ${th.textContent}`,
      ),
      ['thead col Adulte', 'thead col Enfant', 'tbody row Entrée'],
    );
    assert.equal(one('thead > tr > td').textContent, '', 'what has no words heads nothing');
  });

  it('scroll by the keyboard under their name, where a phone cannot show them whole', () => {
    const { one, all } = shown({ body: [table(prices), table(prices, '')] });
    const [named, unnamed] = all('article [tabindex="0"]');
    assert.equal(said(one(`#${named!.getAttribute('aria-labelledby')}`)), 'Tarifs');
    assert.equal(unnamed!.getAttribute('aria-label'), 'Tableau');
    const narrow = shown({ body: [table(prices.map((row) => row.slice(0, 2)))] });
    assert.equal(narrow.all('[tabindex="0"]').length, 0);
  });

  it('keep what spans, and cut no cell at the end of the headings', () => {
    const { one, all } = shown({
      body: [
        table([
          [cell('Âge', true, { rows: 2 }), cell('Tarif', true, { columns: 2 })],
          [cell('Semaine'), cell('Week-end')],
        ]),
      ],
    });
    assert.equal(all('thead').length, 0);
    assert.equal(one('th[rowspan="2"]').textContent, 'Âge');
    assert.equal(one('th[colspan="2"]').textContent, 'Tarif');
  });
});
