import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributes, markup, style } from './html.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '/',
        '=',
        '`',
        '-',
        '!',
        'script',
        'svg',
        'onload',
        ' ',
        '</p>',
        '&lt;',
      ),
    )
    .map((parts) => parts.join('')),
);
/** As the parser reads characters: line ends become LF, NUL disappears from text (HTML, 13.2.3.5 and 13.2.6.4.7). */
const asParsed = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\0/g, '');

const only = (markup: unknown): Tree.Element => {
  const { childNodes } = parseFragment(String(markup));
  assert.equal(childNodes.length, 1);
  return childNodes[0] as Tree.Element;
};

describe('markup', () => {
  it('shows any text as that text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { childNodes, tagName } = only(markup`<p>${text}</p>`);
        assert.equal(tagName, 'p');
        assert.ok(childNodes.every(({ nodeName }) => nodeName === '#text'));
        assert.equal(childNodes.map((node) => (node as Tree.TextNode).value).join(''), asParsed(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps any text within the quotes of its attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = [
          markup`<i title="${text}"></i>`,
          markup`<i title="${text}"></i>`,
          markup`<i${attributes({ title: text })}></i>`,
        ];
        for (const markup of written) {
          const { attrs, childNodes } = only(markup);
          assert.deepEqual(attrs, [
            { name: 'title', value: text.replace(/\r\n?/g, '\n').replace(/\0/g, '\uFFFD') },
          ]);
          assert.equal(childNodes.length, 0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('lets through what it made itself, lists included, and nothing that only looks like it', () => {
    const items = ['a', '<b>'].map((item) => markup`<li>${item}</li>`);
    assert.equal(String(markup`<ul>${items}</ul>`), '<ul><li>a</li><li>&lt;b&gt;</li></ul>');
    const forged = { toString: () => '<script>' } as unknown as string;
    assert.equal(String(markup`${forged}`), '&lt;script&gt;');
  });

  it('shows nothing for nothing, and zero as zero', () => {
    assert.equal(String(markup`${null}${undefined}${false}${''}${0}`), '0');
  });

  it('drops the indentation of the template, never what people wrote', () => {
    const text = ' a\n  b > \n < c ';
    const page = markup`
      <div>
        <p class="text">${text}</p>
        <p>
          ${text} and
          more
        </p>
      </div>
    `;
    const written = ' a\n  b &gt; \n &lt; c ';
    assert.equal(
      String(page).trim(),
      `<div><p class="text">${written}</p><p> ${written} and more </p></div>`,
    );
  });

  it('refuses a value outside quotes, where escaping does not help', () => {
    assert.throws(() => markup`<a href=${'x onclick=y'}></a>`, TypeError);
    assert.throws(() => attributes({ 'x onclick': 'y' }), TypeError);
  });
});

describe('attributes', () => {
  it('leaves out what is absent and bears what is only there or not', () => {
    assert.equal(
      String(attributes({ checked: true, disabled: false, id: undefined, rows: 3 })),
      ' checked rows="3"',
    );
  });
});

describe('style', () => {
  it('refuses what could end it', () => {
    assert.throws(() => style('</style><script>'), TypeError);
  });
});
