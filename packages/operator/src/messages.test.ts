import type { FrameLook, FrameMessage, FramePrefill, Hello } from '@guichet/contracts/frame';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookOf, prefillOf, PROTOCOL, VERSION, type Look, type Message, type Prefill } from './messages.js';

/** Both sides are told apart, and must say the same: this compiles only as long as they do. */
type Fits<One extends Other, Other> = One;
export type Agreed = [
  Fits<Message, FrameMessage>,
  Fits<FrameMessage, Message>,
  Fits<Pick<FrameLook, keyof FrameLook>, Look>,
  Fits<Required<FramePrefill>, Prefill>,
];

const look: FrameLook = {
  accent: 'rgb(1,22,255)',
  'on-accent': 'rgb(255,255,255)',
  background: 'rgb(255,255,255)',
  text: 'rgb(0,0,0)',
  border: 'rgb(99,99,99)',
  danger: 'rgb(170,0,0)',
  font: '"Source Sans 3", Arial, sans-serif',
  'heading-font': 'Élan, serif',
  'font-size': '17.5px',
  radius: '4.8px',
  density: '1.25',
  scheme: 'dark',
  motion: 'reduced',
};

describe('what a page says', () => {
  it('is what the contracts name', () => {
    const hello: Pick<Hello, 'protocol' | 'versions'> = { protocol: PROTOCOL, versions: [VERSION] };
    assert.deepEqual(hello, { protocol: 'guichet-frame', versions: [1] });
    assert.deepEqual(lookOf(look), look);
    assert.deepEqual(lookOf({ ...look, 'not-yet-known': '1px' }), { ...look, 'not-yet-known': '1px' });
  });

  it('has no value in a look that would be called, or be another declaration', () => {
    for (const value of [
      'url(https://evil.example/)',
      'rgb(1,2,3) url(a)',
      'u\\72l(a)',
      'image-set("a")',
      '',
      7,
      null,
      {},
    ])
      assert.deepEqual(lookOf({ accent: value }), {}, JSON.stringify(value));
    assert.deepEqual(lookOf({ 'a"]': 'x', __proto__: { b: 'x' } }), {});
  });

  it('is any text in a field, named by a token', () => {
    const prefill = { 'family-name': 'Roux', 'street-address': '1 rue (basse)\nBâtiment B' };
    assert.deepEqual(prefillOf({ ...prefill, tel: 7, email: '', '"],*': 'x' }), prefill);
  });

  it('makes nothing throw: 10,000 of them', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything({ maxDepth: 1, maxKeys: 4 }), fc.dictionary(fc.string(), fc.string())),
        (given) => {
          for (const [name, value] of [lookOf(given), prefillOf(given)].flatMap((one) => Object.entries(one)))
            assert.ok(/^[a-z\d-]+$/.test(name) && typeof value === 'string');
          for (const value of Object.values(lookOf(given)))
            assert.doesNotMatch(value, /^(?!rgb\([\d,]+\)$).*[()\\]/s);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
