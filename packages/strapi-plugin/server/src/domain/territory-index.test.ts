import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Commune } from './territory.js';
import { compactPlaces, indexTerritory } from './territory-index.js';

const commune = (code: string, changes: Partial<Commune> = {}): Commune => ({
  code,
  name: code,
  liaison: 0,
  present: null,
  siren: null,
  postalCodes: [],
  department: code.slice(0, 2),
  region: code.slice(0, 1),
  intercommunality: null,
  district: null,
  population: null,
  position: null,
  ...changes,
});

/** Two regions; three départements; an intercommunality over the border of two of them. */
const all = [
  commune('10001', { intercommunality: 'E1' }),
  commune('10002', { intercommunality: 'E1' }),
  commune('10003', { intercommunality: 'E2', district: 'D1' }),
  commune('11001', { intercommunality: 'E2' }),
  commune('11002'),
  commune('11009', { present: '11002' }),
  commune('20001', { intercommunality: 'E3' }),
  commune('20002', { intercommunality: 'E3' }),
  commune('20003'),
];
const index = indexTerritory(all);
const places = (...codes: string[]) => compactPlaces(codes, index);

describe('the places of a set of communes', () => {
  it('are the widest that are whole', () => {
    assert.deepEqual(places('10001', '10002', '10003', '11001', '11002'), ['region:1']);
    assert.deepEqual(places('10001', '10002', '10003'), ['department:10']);
    assert.deepEqual(places('10001', '10002'), ['intercommunality:E1']);
    assert.deepEqual(places('10003', '11001'), ['intercommunality:E2']);
    assert.deepEqual(places('10001', '10003'), ['commune:10001', 'commune:10003']);
    assert.deepEqual(places('10001', '10002', '10003', '11001'), ['department:10', 'intercommunality:E2']);
    assert.deepEqual(places('20003'), ['commune:20003']);
  });

  it('are those of now, of whatever codes', () => {
    assert.deepEqual(places('11009'), ['commune:11002']);
    assert.deepEqual(places('11001', '11009'), ['department:11']);
    assert.deepEqual(places('99999', 'constructor', '__proto__'), []);
    assert.equal(index.present('11009'), '11002');
    assert.equal(index.present('__proto__'), null);
  });

  it('have exactly the communes that were asked for, whichever', () => {
    const present = all.filter((one) => one.present === null).map(({ code }) => code);
    fc.assert(
      fc.property(fc.subarray(all.map(({ code }) => code)), (codes) => {
        const wanted = new Set(codes.map((code) => index.present(code)!));
        const found = compactPlaces(codes, index);
        const shown = new Set(
          found.flatMap((place) => {
            const code = place.slice(place.indexOf(':') + 1);
            return place.startsWith('commune:') ? [code] : [...index.members(place)];
          }),
        );
        assert.deepEqual([...shown].sort(), [...wanted].sort());
        // And no place is one too many.
        assert.ok(found.length <= wanted.size);
        assert.equal(new Set(found).size, found.length);
        assert.deepEqual(compactPlaces([...codes].reverse(), index), found);
        assert.ok(present.length >= wanted.size);
      }),
    );
  });
});
