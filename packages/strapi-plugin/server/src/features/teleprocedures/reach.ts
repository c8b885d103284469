/** In how many administrations of the hosting a téléprocédure is offered, is on, and is shown in a frame. */
import type { AdminTeleprocedure, TeleprocedureRow } from '@guichet/contracts/admin/teleprocedures';
import type { Core } from '@strapi/types';
import { tagOf } from '../../domain/administration-tag.js';
import { isOfferedTo, placesOfTerritory } from '../../domain/offer.js';
import { switchedOff } from '../../store/teleprocedure-choices.js';
import { communeCodesOf, territoriesOf } from '../../store/territory.js';
import { getService, type GuichetServices } from '../../strapi/services.js';
import type { Catalogue, Defined } from './catalogue.js';

/** An administration that answers for itself, then those that it has taken over from. */
type Line = Awaited<ReturnType<GuichetServices['administration']['lines']>>[number];

/** Where one is offered, and where of these it is on. */
interface Reached {
  offered: Line[];
  on: Line[];
}

/** More than a header can hold for long, and than anybody copies. */
const FRAMERS_TOLD = 50;

/** The INSEE codes of the communes of territories. */
async function communesAt(
  strapi: Core.Strapi,
  codes: readonly string[],
  { successors }: Catalogue,
): Promise<Set<string>> {
  const communes = new Set<string>();
  for (const place of codes.flatMap((code) => placesOfTerritory(code, successors))) {
    const [level, code] = place.split(':') as ['department' | 'intercommunality', string];
    for (const commune of await communeCodesOf(getService(strapi, 'knex'), { level, code }))
      communes.add(commune);
  }
  return communes;
}

/** Communes are many: they are looked for in their territory's list. */
async function offeredTo(
  strapi: Core.Strapi,
  { stored: { offer } }: Defined,
  lines: readonly Line[],
  catalogue: Catalogue,
): Promise<Line[]> {
  const territory = getService(strapi, 'territory');
  await territory.ready();
  const communes = offer.to === 'territories' ? await communesAt(strapi, offer.codes, catalogue) : null;
  const reached: Line[] = [];
  for (const line of lines) {
    const { insee, siren, kind } = line[0]!;
    const isCommune = communes !== null && insee !== null;
    const places = communes && !isCommune ? await territory.placesFor({ insee, siren, kind }) : [];
    const isReached = isCommune
      ? communes.has(insee)
      : isOfferedTo(offer, { ids: line.map(({ uid }) => uid), places }, catalogue.successors);
    if (isReached) reached.push(line);
  }
  return reached;
}

/** @returns by the téléprocédure's id */
async function reachedBy(
  strapi: Core.Strapi,
  all: readonly Defined[],
  catalogue: Catalogue,
): Promise<Map<string, Reached>> {
  const reached = new Map<string, Reached>();
  if (!all.length) return reached;
  const lines = await getService(strapi, 'administration').lines();
  const off = await switchedOff(
    getService(strapi, 'knex'),
    all.map(({ stored }) => stored.id),
  );
  for (const one of all) {
    const { id, withdrawn } = one.stored;
    const offered = await offeredTo(strapi, one, lines, catalogue);
    const on = withdrawn ? [] : offered.filter((line) => !off.get(id)?.has(line[0]!.uid));
    reached.set(id, { offered, on });
  }
  return reached;
}

/** Of several, in how many each is offered and on. @returns by the téléprocédure's id */
export async function countsOf(
  strapi: Core.Strapi,
  all: readonly Defined[],
  catalogue: Catalogue,
): Promise<Map<string, TeleprocedureRow['reach']>> {
  const reached = await reachedBy(strapi, all, catalogue);
  return new Map(
    [...reached].map(([id, { offered, on }]) => [id, { offered: offered.length, on: on.length }]),
  );
}

export async function reachOf(
  strapi: Core.Strapi,
  one: Defined,
  catalogue: Catalogue,
): Promise<Pick<AdminTeleprocedure, 'reach' | 'framers' | 'link'>> {
  const teleprocedures = getService(strapi, 'teleprocedures');
  const { origin } = getService(strapi, 'settings').publicUrl;
  const { offered, on } = (await reachedBy(strapi, [one], catalogue)).get(one.stored.id)!;
  // The pages of a commune that has merged keep their snippet: they are to show it too.
  const originsOf = (line: Line) => line.flatMap(({ origins }) => origins ?? []);
  const framed = on.filter(
    (line) => teleprocedures.chosenFor([...originsOf(line), origin], one).entry === 'frame',
  );
  const framers = [...new Set([...on.flatMap(originsOf), origin])];
  const first = on[0]?.[0];
  return {
    reach: { offered: offered.length, on: on.length, framed: framed.length },
    framers: {
      origins: framers.slice(0, FRAMERS_TOLD),
      more: Math.max(0, framers.length - FRAMERS_TOLD),
    },
    link: first
      ? teleprocedures.linkOf(tagOf(first).code, { stored: one.stored, title: one.stored.title }).link
      : null,
  };
}

/** The names of what one is offered to. */
export async function namesOfOffer(
  strapi: Core.Strapi,
  { stored: { offer } }: Defined,
): Promise<AdminTeleprocedure['offeredTo']> {
  const named =
    offer.to === 'administrations' ? await getService(strapi, 'administration').records(offer.ids) : [];
  const codes = offer.to === 'territories' ? offer.codes : [];
  // A région may have the number of a département.
  const territories = codes.length ? await territoriesOf(getService(strapi, 'knex'), codes) : [];
  return {
    administrations: named.map(tagOf),
    territories: territories
      .filter(({ level }) => level !== 'region')
      .map(({ code, name }) => ({ code, name })),
  };
}
