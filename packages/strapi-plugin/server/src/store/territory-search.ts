/** Communes, and what they belong to, as people look for them. */
import type { TerritoryFound } from '@guichet/contracts/admin/territory';
import type { Knex } from 'knex';
import { foldName } from '../domain/folded-name.js';
import { territoryWords } from '../domain/territory-words.js';
import type { Commune } from '../domain/territory.js';
import {
  COMMUNES,
  communeOf,
  type CommuneRow,
  communesIn,
  TERRITORIES,
  territoriesOf,
  type TerritoryRow,
} from './territory.js';

/**
 * By the beginning of a name, of a postal code or of an INSEE code; those that merged too. The whole name first, then
 * the largest.
 */
export async function searchCommunes(knex: Knex, search: string, limit: number): Promise<Commune[]> {
  const folded = foldName(search);
  if (!folded) return [];
  const code = search.trim().toUpperCase();
  const rows = await knex<CommuneRow>(COMMUNES)
    .where((found) => {
      // Le Favril is looked for as `Favril` too.
      void found.where('folded', 'like', `${folded}%`).orWhere('folded', 'like', `% ${folded}%`);
      if (/^[0-9][0-9AB]\d{0,3}$/.test(code))
        void found.orWhere('code', 'like', `${code}%`).orWhere('postal_codes', 'like', `% ${code}%`);
    })
    .orderByRaw(
      `case when folded = ? or code = ? then 0 when folded like ? then 1 else 2 end, coalesce(population, 0) desc, code`,
      [folded, code, `${folded}%`],
    )
    .limit(limit);
  return rows.map(communeOf);
}

/** The départements of a territory's communes, the one that has most of them first. */
async function spread(
  knex: Knex,
  territory: TerritoryRow,
): Promise<{ department: string; communes: number }[]> {
  const rows = await communesIn(knex, territory)
    .groupBy('department')
    .select<{ department: string; n: number | string }[]>('department', knex.raw('count(*) as n'))
    .orderBy([{ column: 'n', order: 'desc' }, 'department']);
  return rows.map(({ department, n }) => ({ department, communes: Number(n) }));
}

/** By the words of a name, each from its beginning, or by a code. The whole name first, then the shortest. */
export async function searchTerritories(
  knex: Knex,
  search: string,
  limit: number,
): Promise<TerritoryFound[]> {
  const words = territoryWords(search);
  if (!words.length) return [];
  const folded = foldName(search);
  const code = search.replace(/\s/g, '').toUpperCase();
  const rows = await knex<TerritoryRow>(TERRITORIES)
    .where((found) => {
      for (const word of words)
        void found.where((one) =>
          one.where('folded', 'like', `${word}%`).orWhere('folded', 'like', `% ${word}%`),
        );
    })
    .orWhere({ code })
    .orderByRaw(
      `case when folded = ? or code = ? then 0 when folded like ? or folded like ? then 1 else 2 end,
      length(folded), folded, level`,
      // « Région Centre » begins a name, but for its first word.
      [folded, code, `${folded}%`, `${words.join(' ')}%`],
    )
    .limit(limit);
  const spreads = await Promise.all(rows.map((row) => spread(knex, row)));
  const codes = new Set(spreads.flat().map(({ department }) => department));
  const names = new Map(
    (await territoriesOf(knex, [...codes]))
      .filter(({ level }) => level === 'department')
      .map(({ code: department, name }) => [department, name]),
  );
  return rows.map(({ level, code: own, name }, i) => ({
    level,
    code: own,
    name,
    communes: spreads[i]!.reduce((sum, { communes }) => sum + communes, 0),
    departments: spreads[i]!.map(({ department }) => names.get(department) ?? department),
  }));
}
