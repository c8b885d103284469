import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  commonVersion,
  FRAME_HEIGHT_MAX,
  FRAME_TEXT_MAX,
  frameMessageOf,
  helloOf,
  OPERATOR_REFERENCE_MAX,
  type FrameMessage,
} from './frame.js';

const nonce = 'abcdefgh-ABCDEFGH_0123';
const hello = { protocol: 'guichet-frame', type: 'hello', versions: [1], nonce };

describe('a hello', () => {
  it('has the versions and a nonce, and nothing else that counts', () => {
    assert.deepEqual(helloOf({ ...hello, versions: [3, 1], more: 'x' }), { ...hello, versions: [3, 1] });
    assert.deepEqual(helloOf({ ...hello, versions: [1, 'two', -1, 1.5] }), hello);
  });

  for (const [why, changed] of Object.entries({
    'another protocol': { protocol: 'penpal' },
    'another type': { type: 'welcome' },
    'a short nonce': { nonce: 'abc' },
    'a nonce of odd signs': { nonce: 'abcdefgh ABCDEFGH' },
    'no list of versions': { versions: 1 },
    'too many versions': { versions: Array.from({ length: 21 }, () => 1) },
  })) {
    it(`is not: ${why}`, () => assert.equal(helloOf({ ...hello, ...changed }), null));
  }

  it('is answered in the highest version that both speak, and in none where there is none', () => {
    assert.equal(commonVersion([1]), 1);
    assert.equal(commonVersion([7, 2, 1]), 1);
    assert.equal(commonVersion([2, 3]), null);
    assert.equal(commonVersion([]), null);
  });
});

const good: FrameMessage[] = [
  { type: 'ready', nonce },
  { type: 'height', height: 1 },
  { type: 'height', height: FRAME_HEIGHT_MAX },
  { type: 'step', index: 4, count: 4, title: 'Récapitulatif' },
  { type: 'announce', text: 'x'.repeat(FRAME_TEXT_MAX) },
  { type: 'reveal', top: 0, height: 20 },
  { type: 'session', secondsLeft: 0 },
  { type: 'unsaved', isUnsaved: false },
  { type: 'submitted', reference: 'x'.repeat(OPERATOR_REFERENCE_MAX) },
];

describe('a message of the frame', () => {
  for (const message of good) {
    it(`is heard without what is not known of it: ${message.type}`, () =>
      assert.deepEqual(frameMessageOf({ ...message, familyName: 'Roux' }), message));
  }

  const bad: [string, object][] = [
    ['no type', {}],
    ['an unknown type', { type: 'close' }],
    ['no height', { type: 'height' }],
    ['a height of nothing', { type: 'height', height: 0 }],
    ['a fraction of a pixel', { type: 'height', height: 10.5 }],
    ['a height without bound', { type: 'height', height: FRAME_HEIGHT_MAX + 1 }],
    ['a height as text', { type: 'height', height: '100' }],
    ['a step after the last', { type: 'step', index: 5, count: 4, title: 'x' }],
    ['steps without end', { type: 'step', index: 1, count: 100, title: 'x' }],
    ['a step without a title', { type: 'step', index: 1, count: 4, title: ' ' }],
    ['nothing to announce', { type: 'announce', text: '' }],
    ['a novel', { type: 'announce', text: 'x'.repeat(FRAME_TEXT_MAX + 1) }],
    ['what is above the frame', { type: 'reveal', top: -1, height: 5 }],
    ['a session that never ends', { type: 'session', secondsLeft: Infinity }],
    ['a truth of another kind', { type: 'unsaved', isUnsaved: 1 }],
    ['no reference', { type: 'submitted', reference: '' }],
    ['a reference as long as a request', { type: 'submitted', reference: 'x'.repeat(101) }],
  ];
  for (const [why, message] of bad) {
    it(`is ignored: ${why}`, () => assert.equal(frameMessageOf(message), null));
  }

  it('never throws and never lets anything through that the specification does not bound: 10,000 of them', () => {
    const members = good.flatMap((message) => Object.entries(message));
    const anything = fc.anything({ maxDepth: 1, maxKeys: 3 });
    const like = fc.record(
      Object.fromEntries(
        members.map(([name]) => [
          name,
          fc.oneof(anything, fc.constantFrom(...members.map(([, value]) => value))),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, like, like), (data) => {
        helloOf(data);
        const heard = frameMessageOf(data);
        if (!heard) return;
        // What is heard is heard again alike, and is no longer than its bounds.
        assert.deepEqual(frameMessageOf(heard), heard);
        for (const value of Object.values(heard)) {
          if (typeof value === 'string') assert.ok(value.length <= FRAME_TEXT_MAX);
          if (typeof value === 'number') assert.ok(Number.isInteger(value) && value >= 0 && value <= 86_400);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
