import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Commune } from '../../domain/territory.js';
import { BadFile } from '../source/objects.js';
import type { TerritoryList } from './bundled.js';
import { listedTerritory } from './listed.js';

const favril: Commune = {
  code: '28148',
  name: 'Le Favril',
  liaison: 2,
  present: null,
  siren: '212801484',
  postalCodes: ['28190'],
  department: '28',
  region: '24',
  intercommunality: '200058360',
  district: null,
  population: 360,
  position: null,
};
const bundled: TerritoryList = {
  communes: [
    favril,
    { ...favril, code: '28000', name: 'Ancienne', present: '28148' },
    { ...favril, code: '28999', present: '28998' },
  ],
  territories: [{ level: 'department', code: '28', name: 'Eure-et-Loir' }],
};

describe('a list of communes', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'guichet-listed-'))));
  after(() => rmSync(folder, { recursive: true }));
  async function read(text: string) {
    const path = join(folder, 'communes.json');
    writeFileSync(path, text);
    const faults: string[] = [];
    const list = await listedTerritory(
      path,
      bundled,
      ({ record, fault }) => void faults.push(`${record} ${fault}`),
    );
    return { ...list, faults };
  }
  const byCode = (communes: readonly Commune[]) =>
    new Map(communes.map((commune) => [commune.code, commune]));

  it('is read as API Géo writes it; what it does not say stays', async () => {
    const { communes, territories, faults } = await read(
      JSON.stringify([
        {
          nom: 'Le Favril',
          code: '28148',
          codesPostaux: ['28190', 'x'],
          codeDepartement: '28',
          codeRegion: '24',
          epci: { code: '200069045', nom: 'CC neuve' },
          population: 361,
          mairie: { type: 'Point', coordinates: [1.15, 48.44] },
          centre: { type: 'Point', coordinates: [1, 48] },
        },
      ]),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(byCode(communes).get('28148'), {
      ...favril,
      intercommunality: '200069045',
      population: 361,
      position: { latitude: 48.44, longitude: 1.15 },
    });
    assert.deepEqual(territories.at(-1), { level: 'intercommunality', code: '200069045', name: 'CC neuve' });
  });

  it('keeps the codes of before, of the communes that it has', async () => {
    const { communes } = await read(JSON.stringify([{ nom: 'Le Favril', code: '28148' }]));
    assert.deepEqual([...byCode(communes).keys()], ['28148', '28000']);
  });

  it('is read as a later edition of the bundled one', async () => {
    const { communes } = await read(
      JSON.stringify([
        {
          code: '28500',
          nom: 'Neuve',
          typeLiaison: 0,
          departement: '28',
          region: '24',
          type: 'commune-actuelle',
          siren: '212801484',
        },
        {
          code: '28148',
          nom: 'Le Favril',
          departement: '28',
          region: '24',
          type: 'commune-deleguee',
          chefLieu: '28500',
        },
      ]),
    );
    assert.deepEqual(
      communes.map(({ code, present }) => [code, present]),
      [
        ['28500', null],
        ['28148', '28500'],
      ],
    );
  });

  it('tells what is no commune, and takes the rest', async () => {
    const { communes, faults } = await read(
      '[{"code":"x","nom":"X"},{"nom":"__proto__"},{"__proto__":{"code":"28148"}},{"code":"99999","nom":"Ailleurs"},{oops},{"code":"28148","nom":"<b>Le Favril</b>"}]',
    );
    assert.deepEqual(faults, [
      'x no-code',
      'record 2 no-code',
      'record 3 no-code',
      '99999 no-code',
      'record 5 malformed',
    ]);
    assert.equal(byCode(communes).get('28148')?.name, 'Le Favril');
    await assert.rejects(read('<html>'), BadFile);
    await assert.rejects(read('[{"code":"28148","nom":"Le Favril"},{"code":'), BadFile);
  });
});
