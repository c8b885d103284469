/**
 * The list of communes that comes with the plugin: `@etalab/decoupage-administratif` (the official code of geography of
 * INSEE, the intercommunalities of the DGCL; licence ouverte).
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Commune, Territory } from '../../domain/territory.js';
import { objectsIn } from '../source/objects.js';

const PACKAGE = '@etalab/decoupage-administratif';

/** A list of communes and of what they belong to. */
export interface TerritoryList {
  communes: Commune[];
  territories: Territory[];
}

interface BundledCommune {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  /** INSEE's TNCC. */
  typeLiaison?: number;
  departement: string;
  region: string;
  siren?: string;
  codesPostaux?: string[];
  population?: number;
  /** Of a commune that has merged, the one that answers for it; of an arrondissement, its city. */
  chefLieu?: string;
  commune?: string;
  /** Of communes that it has taken in without a trace. */
  anciensCodes?: string[];
}

interface BundledGroup {
  code: string;
  nom: string;
  membres: { code: string }[];
}

interface BundledTerritory {
  code: string;
  nom: string;
}

const pathOf = (file: string): string => createRequire(import.meta.url).resolve(`${PACKAGE}/${file}`);

const MOST_BYTES = 1024 * 1024;

// One at a time, and never required: the whole of it would take a fifth of the memory that Strapi takes, and a module stays
// there. It is asked for once a year.
async function* read<T>(file: string): AsyncGenerator<T> {
  for await (const found of objectsIn(createReadStream(pathOf(file)), { most: MOST_BYTES }))
    if ('text' in found) yield JSON.parse(found.text) as T;
}

/** What tells one edition of the list from another. */
export async function bundledEdition(): Promise<string> {
  const { version } = JSON.parse(await readFile(pathOf('package.json'), 'utf8')) as { version: string };
  return `${PACKAGE} ${version}`;
}

/** The code of the group that each commune is in; the groups themselves go to `named`. */
async function memberships(
  file: string,
  named: (group: BundledTerritory) => void,
): Promise<Map<string, string>> {
  const groups = new Map<string, string>();
  for await (const { code, nom, membres } of read<BundledGroup>(file)) {
    named({ code, nom });
    for (const member of membres) groups.set(member.code, code);
  }
  return groups;
}

/** Takes a fifth of a second. */
export async function bundledTerritory(): Promise<TerritoryList> {
  const territories: Territory[] = [];
  const named =
    (level: Territory['level']) =>
    ({ code, nom }: BundledTerritory) =>
      void territories.push({ level, code, name: nom });
  const intercommunality = await memberships('data/epci.json', named('intercommunality'));
  const district = await memberships('data/ept.json', named('intercommunality'));
  for await (const one of read<BundledTerritory>('data/departements.json')) named('department')(one);
  for await (const one of read<BundledTerritory>('data/regions.json')) named('region')(one);
  const communes = new Map<string, Commune>();
  const former: [code: string, present: string][] = [];
  for await (const one of read<BundledCommune>('data/communes.json')) {
    for (const code of one.anciensCodes ?? []) former.push([code, one.code]);
    const present = one.type === 'commune-actuelle' ? null : (one.chefLieu ?? one.commune ?? null);
    // The commune of now goes before the part of it that has kept its code.
    if (present !== null && communes.has(one.code)) continue;
    communes.set(one.code, {
      code: one.code,
      name: one.nom,
      liaison: one.typeLiaison ?? null,
      present: present === one.code ? null : present,
      siren: one.siren ?? null,
      postalCodes: one.codesPostaux ?? [],
      department: one.departement,
      region: one.region,
      intercommunality: intercommunality.get(one.code) ?? null,
      district: district.get(one.code) ?? null,
      population: one.population ?? null,
      position: null,
    });
  }
  for (const [code, present] of former) {
    const now = communes.get(present)!;
    if (!communes.has(code))
      communes.set(code, { ...now, code, name: '', present, siren: null, postalCodes: [] });
  }
  return { communes: [...communes.values()], territories };
}
