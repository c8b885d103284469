import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  BLACK,
  BORDER_CONTRAST,
  contrast,
  contrasted,
  css,
  parseColour,
  TEXT_CONTRAST,
  textOn,
  WHITE,
  type Rgb,
} from './colour.js';

const byte = fc.integer({ min: 0, max: 255 });
const rgb: fc.Arbitrary<Rgb> = fc.tuple(byte, byte, byte);

test('measures contrast as WCAG does', () => {
  assert.equal(contrast(BLACK, WHITE), 21);
  assert.equal(contrast(WHITE, WHITE), 1);
  // The well-known limit: #767676 is the lightest grey that passes on white.
  assert.ok(contrast([0x76, 0x76, 0x76], WHITE) >= 4.5);
  assert.ok(contrast([0x77, 0x77, 0x77], WHITE) < 4.5);
});

test('reads the colours that browsers write', () => {
  assert.deepEqual(parseColour('#0af'), { rgb: [0, 170, 255], alpha: 1 });
  assert.deepEqual(parseColour('#00AAff'), { rgb: [0, 170, 255], alpha: 1 });
  assert.deepEqual(parseColour('rgb(1, 2, 3)'), { rgb: [1, 2, 3], alpha: 1 });
  assert.deepEqual(parseColour('rgba(1, 2, 3, 0.5)'), { rgb: [1, 2, 3], alpha: 0.5 });
  assert.deepEqual(parseColour('rgb(1 2 3 / 0)'), { rgb: [1, 2, 3], alpha: 0 });
  assert.deepEqual(parseColour('color(srgb 1 0 1e-3 / 0.25)'), { rgb: [255, 0, 0.255], alpha: 0.25 });
});

test('refuses what it cannot read rather than guess', () => {
  for (const text of [
    '',
    'red',
    '#12',
    '#12345',
    'oklch(0.5 0.1 200)',
    'url(x)',
    'rgb(1)',
    'color(display-p3 1 0 0)',
  ]) {
    assert.equal(parseColour(text), null, text);
  }
});

test('never throws, whatever the text', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseColour(text)));
});

test('corrects any colour to readable text, and to a visible border, on any background', () => {
  fc.assert(
    fc.property(rgb, rgb, fc.constantFrom(TEXT_CONTRAST, BORDER_CONTRAST), (colour, background, ratio) => {
      const corrected = parseColour(css(contrasted(colour, background, ratio)))!.rgb;
      assert.ok(contrast(corrected, background) >= ratio);
    }),
    { numRuns: 2000 },
  );
});

test('leaves alone a colour that reads well already', () => {
  fc.assert(
    fc.property(rgb, rgb, (colour, background) => {
      fc.pre(contrast(colour, background) >= TEXT_CONTRAST);
      assert.deepEqual(contrasted(colour, background, TEXT_CONTRAST), colour);
    }),
  );
});

test('writes readable text on any accent', () => {
  fc.assert(fc.property(rgb, (accent) => contrast(textOn(accent), accent) >= TEXT_CONTRAST));
});
