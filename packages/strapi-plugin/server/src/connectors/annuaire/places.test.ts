import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { indexTerritory, type TerritoryIndex } from '../../domain/territory-index.js';
import { bundledTerritory } from '../territory/bundled.js';
import { isNear, placesOf } from './places.js';

describe('where an office is shown, in France as it is', () => {
  let index: TerritoryIndex;
  let ofDepartment: string[];
  before(async () => {
    const { communes } = await bundledTerritory();
    index = indexTerritory(communes);
    ofDepartment = communes.filter(({ department }) => department === '28').map(({ code }) => code);
  });
  const placed = (kind: string, competence: string[], changes = {}) =>
    placesOf({ kind, competence, siren: null, commune: competence[0] ?? null, ...changes }, index);

  it('is all that it is competent for', () => {
    // Old codes of merged communes among them.
    assert.deepEqual(placed('caf', ofDepartment), ['department:28']);
    assert.deepEqual(placed('caf', ofDepartment.slice(1)).includes('department:28'), false);
    assert.deepEqual(placed('mairie', ['28148']), ['commune:28148']);
    assert.deepEqual(placed('mairie', [], { commune: '28148' }), ['commune:28148']);
    assert.deepEqual(placed('mairie', ['00000']), []);
  });

  it('is the territory that its kind has, of an office whose record names its seat alone', () => {
    assert.deepEqual(placed('prefecture', ['28085']), ['department:28']);
    assert.deepEqual(placed('cr', ['45234']), ['region:24']);
    assert.deepEqual(placed('epci', ['28085'], { siren: '200058360' }), ['intercommunality:200058360']);
    assert.deepEqual(placed('epci', ['28085'], { siren: '000000000' }), ['commune:28085']);
    assert.deepEqual(placed('gendarmerie', ['28085']), ['commune:28085']);
    assert.ok(isNear({ kind: 'msap', competence: ['28085'], siren: null, commune: '28085' }, index));
    assert.ok(!isNear({ kind: 'msap', competence: ['28085', '28148'], siren: null, commune: null }, index));
    assert.ok(!isNear({ kind: 'caf', competence: ['28085'], siren: null, commune: null }, index));
  });
});
