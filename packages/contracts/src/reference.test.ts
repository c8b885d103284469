import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  administrationCodeOf,
  isCanonicalReference,
  makeReference,
  makeTrackingCode,
  readReference,
  readTrackingCode,
} from './reference.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.oneof(
  fc.stringMatching(/^\d{5}$/),
  fc.stringMatching(/^2[AB]\d{3}$/),
  fc.stringMatching(/^\d{9}$/),
);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const references = fc
  .tuple(codes, fc.integer({ min: 2000, max: 9999 }), bytes(7))
  .map(([code, year, random]) => ({ code, reference: makeReference(code, year, random) }));

/** How people write down what they were given: `1` and `0` become letters, groups become spaces. */
const scribbles = fc.record({
  lower: fc.boolean(),
  separator: fc.constantFrom('-', ' ', '', '\u00a0', '–'),
  letters: fc.boolean(),
});
function scribble(text: string, how: { lower: boolean; separator: string; letters: boolean }): string {
  let written = text.replaceAll('-', how.separator);
  if (how.letters) written = written.replaceAll('0', 'O').replaceAll('1', 'I');
  return how.lower ? written.toLowerCase() : written;
}

describe('a reference', () => {
  it('is written as code, year and two groups of four', () => {
    const reference = makeReference('28148', 2026, new Uint8Array([7, 3, 19, 12, 9, 21, 29]));
    assert.match(reference, /^28148-2026-73KC-9NX[0-9A-Z]$/);
    assert.ok(isCanonicalReference(reference));
    assert.equal(administrationCodeOf(reference), '28148');
  });

  it('is read however it is typed, Corsica’s and a SIREN’s too', () => {
    fc.assert(
      fc.property(references, scribbles, ({ reference, code }, how) => {
        assert.equal(readReference(scribble(reference, how)), reference);
        assert.equal(administrationCodeOf(reference), code);
      }),
    );
  });

  it('is refused with one symbol mistyped, and with two neighbours swapped', () => {
    fc.assert(
      fc.property(references, fc.nat(), fc.nat(31), ({ reference }, at, to) => {
        const own = reference.slice(-9).replace('-', '');
        const place = at % 8;
        const mistyped = own.slice(0, place) + alphabet[to] + own.slice(place + 1);
        if (mistyped !== own) assert.equal(readReference(reference.slice(0, -9) + mistyped), null);
        const next = Math.min(place, 6);
        const swapped = own.slice(0, next) + own[next + 1] + own[next] + own.slice(next + 2);
        // Luhn’s one blind spot: the least and the greatest symbol, exchanged.
        const pair = own.slice(next, next + 2);
        if (swapped !== own && pair !== '0Z' && pair !== 'Z0') {
          assert.equal(readReference(reference.slice(0, -9) + swapped), null);
        }
      }),
    );
  });

  it('is refused for another code or year', () => {
    fc.assert(
      fc.property(references, fc.nat(8), fc.integer({ min: 1, max: 9 }), ({ reference }, at, by) => {
        const digits = [...reference.slice(0, -10)];
        const place = at % digits.length;
        if (!/\d/.test(digits[place]!)) return;
        digits[place] = String((Number(digits[place]) + by) % 10);
        assert.equal(readReference(digits.join('') + reference.slice(-10)), null);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const read = readReference(typed);
        if (read !== null) assert.ok(isCanonicalReference(read));
        const code = readTrackingCode(typed);
        if (code !== null) assert.equal(readTrackingCode(code), code);
      }),
    );
  });
});

describe('a tracking code', () => {
  it('shows all of its 80 bits', () => {
    fc.assert(
      fc.property(bytes(10), (random) => {
        const symbols = makeTrackingCode(random).replaceAll('-', '');
        const bits = [...symbols]
          .map((symbol) => alphabet.indexOf(symbol).toString(2).padStart(5, '0'))
          .join('');
        assert.equal(bits, [...random].map((byte) => byte.toString(2).padStart(8, '0')).join(''));
      }),
    );
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(bytes(10), scribbles, (random, how) => {
        const code = makeTrackingCode(random);
        assert.match(code, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        assert.equal(readTrackingCode(scribble(code, how)), code);
      }),
    );
  });
});
