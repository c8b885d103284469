import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson, type Json } from './canonical-json.js';

/** RFC 8785, 3.2.2 and 3.2.3. */
const example = {
  numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
  string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
  literals: [null, true, false],
};
const sorted = {
  '\u20ac': 'Euro Sign',
  '\r': 'Carriage Return',
  '\ufb33': 'Hebrew Letter Dalet With Dagesh',
  '1': 'One',
  '\ud83d\ude00': 'Emoji: Grinning Face',
  '\u0080': 'Control',
  '\u00f6': 'Latin Small Letter O With Diaeresis',
};

describe('canonical JSON', () => {
  it('writes the examples of RFC 8785 as the RFC does', () => {
    assert.equal(
      canonicalJson(example),
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
    assert.deepEqual(
      [...canonicalJson(sorted).matchAll(/:"([A-Z][a-z]+)/g)].map(([, word]) => word),
      ['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew'],
    );
  });

  it('leaves out what is undefined', () => {
    assert.equal(canonicalJson({ a: undefined, b: [{ c: undefined }] }), '{"b":[{}]}');
  });

  it('keeps every value, writes it one way whatever the order of its members, and changes it no more', () => {
    const reversed = (value: Json): Json => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return (value as readonly Json[]).map(reversed);
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, member]) => [name, reversed(member!)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        // JSON has no negative zero.
        const value = JSON.parse(JSON.stringify(any)) as Json;
        const text = canonicalJson(value);
        assert.deepEqual(JSON.parse(text), value);
        assert.equal(canonicalJson(reversed(value)), text);
        assert.equal(canonicalJson(JSON.parse(text) as Json), text);
      }),
    );
  });
});
