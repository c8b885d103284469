/** Communes as the panel shows them, and what would be made of one. */
import type { CommuneFound, TerritoryPreview } from '@guichet/contracts/admin/territory';
import type { Core } from '@strapi/types';
import { communeName } from '../../domain/commune-name.js';
import { placesOfCommune, type Commune } from '../../domain/territory.js';
import { organisationsAt } from '../../store/organisations.js';
import { findCommune, territoriesOf } from '../../store/territory.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { draftsOf } from './draft.js';

export async function foundCommunes(
  strapi: Core.Strapi,
  communes: readonly Commune[],
): Promise<CommuneFound[]> {
  const knex = getService(strapi, 'knex');
  const departments = await territoriesOf(knex, [...new Set(communes.map(({ department }) => department))]);
  const present = await Promise.all(
    communes.map(async (commune) => (commune.present === null ? null : findCommune(knex, commune.code))),
  );
  const there = await getService(strapi, 'administration').among({
    insees: communes.flatMap(({ code }, i) => [code, present[i]?.code ?? code]),
    sirens: [],
  });
  return communes.map(({ code, name, postalCodes, department, population }, i) => {
    const now = present[i];
    const territory = departments.find((one) => one.level === 'department' && one.code === department);
    return {
      code,
      name: communeName(name),
      postalCodes: [...(now ?? { postalCodes }).postalCodes],
      department: { code: department, name: territory?.name ?? department },
      population,
      present: now ? { code: now.code, name: communeName(now.name) } : null,
      administrationId: there.find(({ insee }) => insee === (now?.code ?? code))?.uid ?? null,
    };
  });
}

/** @throws AdminRefusal `not-found` */
export async function previewOf(strapi: Core.Strapi, code: string): Promise<TerritoryPreview> {
  const knex = getService(strapi, 'knex');
  const commune = await findCommune(knex, code);
  if (!commune) throw new AdminRefusal('not-found');
  const [[found], [draft], groups, around, guides] = await Promise.all([
    foundCommunes(strapi, [commune]),
    draftsOf(knex, [commune]),
    territoriesOf(knex, commune.intercommunality ? [commune.intercommunality] : []),
    organisationsAt(knex, placesOfCommune(commune)),
    getService(strapi, 'guides').sources(),
  ]);
  const { insee: _, ...known } = draft!;
  const [group] = groups;
  const named = (...kinds: string[]) =>
    around
      .filter(({ kind, goneOn, isDraft }) => !goneOn && !isDraft && kinds.includes(kind ?? ''))
      .map(({ facts }) => facts.name);
  return {
    commune: found!,
    ...known,
    intercommunality: group ? { siren: group.code, name: group.name } : null,
    prefecture: named('prefecture')[0] ?? null,
    franceServices: named('msap', 'france_services'),
    guides: guides.reduce((sum, source) => sum + source.guides, 0),
  };
}
