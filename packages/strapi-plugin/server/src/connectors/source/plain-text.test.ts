import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cut, plainLine, plainText } from './plain-text.js';

describe('the plain text of markup', () => {
  const of: [written: string, plain: string][] = [
    ['Sur rendez-vous', 'Sur rendez-vous'],
    [
      '<p>Sur <b>rendez-vous</b>.</p><p>Sauf le <i class="a">lundi</i></p>',
      'Sur rendez-vous.\nSauf le lundi',
    ],
    ['un<br>deux<br/>trois', 'un\ndeux\ntrois'],
    ['<ul><li>un</li><li>deux</li></ul>', '– un\n– deux'],
    ['Accueil&nbsp;: l&#39;&eacute;t&#xE9; &amp; l&rsquo;hiver', "Accueil\u00a0: l'été & l’hiver"],
    ['moins de < 18 ans et > 3', 'moins de < 18 ans et > 3'],
    ['a<script>alert(1)</script>b<style>p{}</style>c', 'a b c'],
    ['&lt;img src=x onerror=alert(1)&gt;x', 'x'],
    ['&amp;lt;b&amp;gt;x', 'x'],
    ['<<b>script>alert(1)<</b>/script>', ''],
    ['a <!-- caché --> b <![CDATA[c]]>', 'a b'],
    ['fin <b', 'fin b'],
    ['a\r\nb\u2028c\u0000\u202ed', 'a\nb\ncd'],
    ['&inconnu; &#0; &#99999999;', '&inconnu; &#99999999;'],
  ];
  for (const [written, plain] of of)
    it(`of ${JSON.stringify(written)}`, () => assert.equal(plainText(written), plain));

  const parts = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '&lt;',
        '&gt;',
        '&amp;',
        '&#60;',
        '<b>',
        '<br',
        '"',
        "'",
        '=',
        ' ',
        '\n',
        'a',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 40 },
  );
  it('has no markup left, whatever was written, and is the same read again', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const plain = plainText(all.join(''));
        assert.doesNotMatch(plain, /<[/!?]?[a-z!?]/i);
        assert.equal(plainText(plain), plain);
        assert.ok(plain.isWellFormed());
        // eslint-disable-next-line no-control-regex
        assert.doesNotMatch(plain, /[\u0000-\u0009\u000b-\u001f]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a bounded time, of the worst that can be written', () => {
    for (const evil of [
      '<',
      '<b',
      '<script',
      '<script>',
      '&lt;',
      '<!--',
      '&amp;'.repeat(3) + 'lt;',
      ' \n',
      '<<b>',
    ])
      plainText(evil.repeat(20_000));
  });

  it('is cut between words', () => {
    assert.equal(cut('un deux trois', 20), 'un deux trois');
    assert.equal(cut('un deux trois', 10), 'un deux…');
    assert.equal(plainLine('a\nb', 10), 'a b');
    assert.ok(cut('😀'.repeat(20), 10).isWellFormed());
  });
});
