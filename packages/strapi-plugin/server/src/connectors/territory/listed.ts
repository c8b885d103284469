/**
 * Communes from a list of the hosting's choice: of API Géo (`geo.api.gouv.fr/communes`), or a later edition of the one that
 * comes with the plugin. What a list does not say of a commune stays as the bundled one has it; communes that it lacks are
 * no more.
 */
import { createReadStream } from 'node:fs';
import { isInseeCode, isSiren } from '@guichet/contracts/identity';
import { plainLine } from '../source/plain-text.js';
import { objectsIn } from '../source/objects.js';
import type { Commune, Territory } from '../../domain/territory.js';
import type { TerritoryList } from './bundled.js';

/** The outline of a commune may be in it. */
const MOST_BYTES = 4 * 1024 * 1024;

type Fields = Record<string, unknown>;

export interface ListFault {
  record: string;
  fault: 'malformed' | 'too-large' | 'no-code';
  detail: string;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;
const text = (fields: Fields, name: string): string | null => {
  const value = own(fields, name);
  return typeof value === 'string' && value.trim() ? plainLine(value, 200) : null;
};

/** The middle of the town hall, else of the commune: GeoJSON, longitude first. */
function positionOf(fields: Fields): Commune['position'] {
  for (const name of ['mairie', 'centre']) {
    const point = own(fields, name);
    const coordinates = isFields(point) ? own(point, 'coordinates') : null;
    if (!Array.isArray(coordinates)) continue;
    const [longitude, latitude] = coordinates as unknown[];
    if (
      typeof longitude === 'number' &&
      typeof latitude === 'number' &&
      Math.abs(latitude) <= 90 &&
      Math.abs(longitude) <= 180
    )
      return { latitude, longitude };
  }
  return null;
}

/** Where a member is a territory as `{ code, nom }`, or its code alone. */
function territoryIn(
  fields: Fields,
  name: string,
  codeName: string,
): { code: string; name: string | null } | null {
  const value = own(fields, name);
  if (isFields(value)) {
    const code = text(value, 'code');
    return code ? { code, name: text(value, 'nom') } : null;
  }
  const code = text(fields, codeName) ?? text(fields, name);
  return code ? { code, name: null } : null;
}

/** @returns null where it is no commune that can be kept */
function communeOf(
  fields: Fields,
  known: Commune | undefined,
  named: (territory: Territory) => void,
): Commune | null {
  const code = text(fields, 'code');
  const name = text(fields, 'nom');
  if (!code || !isInseeCode(code) || !name) return null;
  const [department, region, group] = [
    territoryIn(fields, 'departement', 'codeDepartement'),
    territoryIn(fields, 'region', 'codeRegion'),
    territoryIn(fields, 'epci', 'codeEpci'),
  ];
  for (const [level, territory] of [
    ['department', department],
    ['region', region],
    ['intercommunality', group],
  ] as const)
    if (territory?.name) named({ level, code: territory.code, name: territory.name });
  const siren = text(fields, 'siren');
  const codes = own(fields, 'codesPostaux');
  const population = own(fields, 'population');
  const liaison = own(fields, 'typeLiaison');
  const type = text(fields, 'type');
  const isPart = type !== null && type !== 'commune-actuelle';
  const where = department?.code ?? known?.department;
  const within = region?.code ?? known?.region;
  if (!where || !within) return null;
  return {
    code,
    name,
    liaison: typeof liaison === 'number' ? liaison : known?.name === name ? known.liaison : null,
    present: isPart ? (text(fields, 'chefLieu') ?? text(fields, 'commune') ?? known?.present ?? null) : null,
    siren: siren && isSiren(siren) ? siren : (known?.siren ?? null),
    postalCodes: Array.isArray(codes)
      ? codes.filter((one): one is string => typeof one === 'string' && /^\d{5}$/.test(one))
      : (known?.postalCodes ?? []),
    department: where,
    region: within,
    intercommunality: group?.code ?? known?.intercommunality ?? null,
    district: known?.district ?? null,
    population:
      typeof population === 'number' && population >= 0
        ? Math.round(population)
        : (known?.population ?? null),
    position: positionOf(fields) ?? known?.position ?? null,
  };
}

/** @throws BadFile where the file is no list, or ends too early */
export async function listedTerritory(
  path: string,
  bundled: TerritoryList,
  tell: (fault: ListFault) => void,
): Promise<TerritoryList> {
  const known = new Map(bundled.communes.map((commune) => [commune.code, commune]));
  const communes = new Map<string, Commune>();
  const territories = new Map(bundled.territories.map((one) => [`${one.level} ${one.code}`, one]));
  const named = (one: Territory) => void territories.set(`${one.level} ${one.code}`, one);
  let number = 0;
  for await (const found of objectsIn(createReadStream(path), { most: MOST_BYTES })) {
    const record = `record ${++number}`;
    if ('tooLarge' in found) {
      tell({ record, fault: 'too-large', detail: `it has ${found.tooLarge} bytes` });
      continue;
    }
    let fields: unknown;
    try {
      fields = JSON.parse(found.text);
    } catch (error) {
      tell({ record, fault: 'malformed', detail: (error as Error).message.slice(0, 200) });
      continue;
    }
    const code = isFields(fields) ? text(fields, 'code') : null;
    const commune = isFields(fields) ? communeOf(fields, known.get(code ?? ''), named) : null;
    if (!commune)
      tell({
        record: code ?? record,
        fault: 'no-code',
        detail: 'it has no INSEE code, no name, or no département',
      });
    else if (commune.present === null || !communes.has(commune.code)) communes.set(commune.code, commune);
  }
  // A list of the communes of now says nothing of the codes of before.
  for (const commune of bundled.communes)
    if (
      commune.present !== null &&
      !communes.has(commune.code) &&
      communes.get(commune.present)?.present === null
    )
      communes.set(commune.code, commune);
  return { communes: [...communes.values()], territories: [...territories.values()] };
}
