/** Communes and what they belong to: filled from the package that comes with us, or from another list of the same. */
import type { Knex } from 'knex';
import { foldName } from '../domain/folded-name.js';
import {
  type Commune,
  departmentOfSiren,
  type PlacedCommune,
  placesOfCommune,
  type Territory,
  type TerritoryPlace,
} from '../domain/territory.js';
import { createCreationTable } from './creations.js';
import { createSourceTable, sourceTable } from './sources.js';
import { writeMany } from './write-many.js';

export const COMMUNES = 'guichet_communes';
export const TERRITORIES = 'guichet_territories';
const SOURCES = 'guichet_directory_sources';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(COMMUNES, (table) => {
    table.text('code').primary();
    table.text('name').notNullable();
    /** What it is looked for by. */
    table.text('folded').notNullable();
    table.integer('liaison');
    table.text('present');
    table.text('siren');
    /** Apart by spaces, and between two. */
    table.text('postal_codes').notNullable();
    table.text('department').notNullable();
    table.text('region').notNullable();
    table.text('intercommunality');
    table.text('district');
    table.integer('population');
    table.double('latitude');
    table.double('longitude');
    table.index(['folded']);
    table.index(['department']);
    table.index(['intercommunality']);
    table.index(['district']);
  });
  await knex.schema.createTable(TERRITORIES, (table) => {
    table.text('level').notNullable();
    table.text('code').notNullable();
    table.text('name').notNullable();
    table.text('folded').notNullable();
    table.primary(['level', 'code']);
  });
  await createSourceTable(knex, SOURCES);
  await createCreationTable(knex);
}

/** What the directory comes from beside the guides: the offices, and the list of communes. */
export const directoryParts = ['annuaire', 'communes'] as const;
export type DirectoryPart = (typeof directoryParts)[number];

/** What was said of an import. */
export interface ImportReport {
  /** What there is now. */
  total: number;
  /** In the latest import. */
  changed: number;
  removed: number;
  /** Records of which nothing came in, or not all; `detail` is a few words in English. */
  faults: { record: string; fault: string; detail: string }[];
  /** How many there were, of which `faults` has the first. */
  faultCount: number;
}

/** Of a source that nothing came from yet. */
export const noImport: ImportReport = { total: 0, changed: 0, removed: 0, faults: [], faultCount: 0 };

export const directorySources = sourceTable<DirectoryPart, ImportReport>(SOURCES);

export interface CommuneRow {
  code: string;
  name: string;
  folded: string;
  liaison: number | null;
  present: string | null;
  siren: string | null;
  postal_codes: string;
  department: string;
  region: string;
  intercommunality: string | null;
  district: string | null;
  population: number | null;
  latitude: number | null;
  longitude: number | null;
}

export interface TerritoryRow extends Territory {
  folded: string;
}

const rowOf = (commune: Commune): CommuneRow => ({
  code: commune.code,
  name: commune.name,
  folded: foldName(commune.name),
  liaison: commune.liaison,
  present: commune.present,
  siren: commune.siren,
  postal_codes: ` ${commune.postalCodes.join(' ')} `,
  department: commune.department,
  region: commune.region,
  intercommunality: commune.intercommunality,
  district: commune.district,
  population: commune.population,
  latitude: commune.position?.latitude ?? null,
  longitude: commune.position?.longitude ?? null,
});

export const communeOf = (row: CommuneRow): Commune => ({
  code: row.code,
  name: row.name,
  liaison: row.liaison,
  present: row.present,
  siren: row.siren,
  postalCodes: row.postal_codes.split(' ').filter(Boolean),
  department: row.department,
  region: row.region,
  intercommunality: row.intercommunality,
  district: row.district,
  population: row.population,
  position:
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude },
});

const AT_ONCE = 500;

/** What is otherwise in a list than it is here. */
export interface TerritoryChanges {
  communes: Commune[];
  territories: Territory[];
  /** Codes of communes that the list has no more. */
  removed: string[];
  /** How many communes there are here. */
  before: number;
}

export async function compareTerritory(
  knex: Knex,
  { communes, territories }: { communes: readonly Commune[]; territories: readonly Territory[] },
): Promise<TerritoryChanges> {
  const written = (row: CommuneRow) => JSON.stringify(communeOf(row));
  const changed: Commune[] = [];
  // A few at a time: rows take more memory than the list.
  for (let from = 0; from < communes.length; from += AT_ONCE) {
    const some = communes.slice(from, from + AT_ONCE);
    const rows = await knex<CommuneRow>(COMMUNES).whereIn(
      'code',
      some.map(({ code }) => code),
    );
    const known = new Map(rows.map((row) => [row.code, written(row)]));
    // Made the same way round: what is the same is the same text.
    changed.push(...some.filter((commune) => known.get(commune.code) !== written(rowOf(commune))));
  }
  const named = await knex<TerritoryRow>(TERRITORIES);
  const names = new Map(named.map(({ level, code, name }) => [`${level} ${code}`, name]));
  const codes = new Set(communes.map(({ code }) => code));
  const here = (await knex(COMMUNES).pluck('code')) as string[];
  return {
    communes: changed,
    territories: territories.filter(({ level, code, name }) => names.get(`${level} ${code}`) !== name),
    removed: here.filter((code) => !codes.has(code)),
    before: here.length,
  };
}

/**
 * It may stop anywhere, and be begun again. Each statement stands for itself: who waits to write waits for one of them.
 */
export async function writeTerritory(
  knex: Knex,
  { communes, territories, removed }: TerritoryChanges,
): Promise<void> {
  for (let from = 0; from < communes.length; from += AT_ONCE)
    await writeMany(knex, COMMUNES, ['code'], communes.slice(from, from + AT_ONCE).map(rowOf));
  for (let from = 0; from < territories.length; from += AT_ONCE) {
    const rows = territories
      .slice(from, from + AT_ONCE)
      .map((territory): TerritoryRow => ({ ...territory, folded: foldName(territory.name) }));
    await writeMany(knex, TERRITORIES, ['level', 'code'], rows);
  }
  for (let from = 0; from < removed.length; from += AT_ONCE)
    await knex(COMMUNES)
      .whereIn('code', removed.slice(from, from + AT_ONCE))
      .delete();
  // Where offices are shown is said by the list: they are asked for again, and placed anew.
  if (communes.length || removed.length)
    await knex(SOURCES)
      .where({ part: 'annuaire' satisfies DirectoryPart })
      .update({ etag: null, last_modified: null, next_at: '' });
}

/** The commune of a code, as it is now: of an old code, the one that it merged into. */
export async function findCommune(knex: Knex, code: string): Promise<Commune | null> {
  const row = await knex<CommuneRow>(COMMUNES)
    .where('code', knex(COMMUNES).where({ code }).select(knex.raw('coalesce(present, code)')))
    .first();
  return row ? communeOf(row) : null;
}

/** All of them, those that have merged too: where each is, and nothing else of it. */
export async function allCommunes(knex: Knex): Promise<PlacedCommune[]> {
  const communes: PlacedCommune[] = [];
  // Each row has texts of its own for what thousands of communes are in.
  const texts = new Map<string, string>();
  const shared = <Text extends string | null>(text: Text): Text => {
    if (text !== null && !texts.has(text)) texts.set(text, text);
    return (text === null ? null : texts.get(text)) as Text;
  };
  for (let rows: CommuneRow[], after = ''; ; after = rows.at(-1)!.code) {
    rows = await knex<CommuneRow>(COMMUNES)
      .where('code', '>', after)
      .orderBy('code')
      .limit(AT_ONCE)
      .select([
        ...(['code', 'present', 'department', 'region', 'intercommunality', 'district'] as const),
        ...(['latitude', 'longitude'] as const),
      ]);
    for (const { code, present, department, region, intercommunality, district, latitude, longitude } of rows)
      communes.push({
        code,
        present,
        department: shared(department),
        region: shared(region),
        intercommunality: shared(intercommunality),
        district: shared(district),
        position: latitude === null || longitude === null ? null : { latitude, longitude },
      });
    if (rows.length < AT_ONCE) return communes;
  }
}

export async function territoriesOf(knex: Knex, codes: readonly string[]): Promise<Territory[]> {
  const rows = await knex<TerritoryRow>(TERRITORIES).whereIn('code', codes);
  return rows.map(({ level, code, name }) => ({ level, code, name }));
}

/** The rows of the communes of now that belong to a territory. */
export const communesIn = (
  knex: Knex,
  { level, code }: Pick<Territory, 'level' | 'code'>,
): Knex.QueryBuilder<CommuneRow, CommuneRow[]> =>
  knex<CommuneRow>(COMMUNES)
    .whereNull('present')
    .where((of) =>
      level === 'intercommunality'
        ? of.where({ intercommunality: code }).orWhere({ district: code })
        : of.where({ [level]: code }),
    );

/** The codes of the communes of now that belong to a territory, in order. */
export const communeCodesOf = (knex: Knex, territory: Pick<Territory, 'level' | 'code'>): Promise<string[]> =>
  communesIn(knex, territory).orderBy('code').pluck('code');

/** Those of some codes, a few of them, in order. */
export async function communesOf(knex: Knex, codes: readonly string[]): Promise<Commune[]> {
  const rows = await knex<CommuneRow>(COMMUNES).whereIn('code', codes).orderBy('code');
  return rows.map(communeOf);
}

/** Where what is shown to somebody of a commune, an intercommunality or a département is shown. */
export async function placesFor(
  knex: Knex,
  { insee, siren, kind }: { insee: string | null; siren: string; kind: string },
): Promise<TerritoryPlace[]> {
  if (insee) {
    const commune = await findCommune(knex, insee);
    return commune ? placesOfCommune(commune) : ['everywhere', `commune:${insee}`];
  }
  if (kind === 'intercommunality') {
    // What is shown in all of a wider territory is shown in this one too.
    const rows = await knex<CommuneRow>(COMMUNES)
      .where({ intercommunality: siren })
      .orWhere({ district: siren })
      .distinct('region', 'department');
    const regions = new Set(rows.map(({ region }) => region));
    return [
      'everywhere',
      ...(regions.size === 1 ? [`region:${rows[0]!.region}` as const] : []),
      ...(rows.length === 1 ? [`department:${rows[0]!.department}` as const] : []),
      `intercommunality:${siren}`,
    ];
  }
  const department = kind === 'department' ? departmentOfSiren(siren) : null;
  if (!department) return ['everywhere'];
  const row = await knex<CommuneRow>(COMMUNES).where({ department }).first('region');
  return ['everywhere', ...(row ? [`region:${row.region}` as const] : []), `department:${department}`];
}
