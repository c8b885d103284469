/** In how many administrations of the hosting a téléprocédure is offered, is on, and is shown in a frame. */
import type { AdminTeleprocedure } from '@guichet/contracts/admin/teleprocedures';
import type { Core } from '@strapi/types';
import { isOfferedTo, placesOfTerritory } from '../../domain/offer.js';
import type { TerritoryPlace } from '../../domain/territory.js';
import { switchedOff } from '../../store/teleprocedure-choices.js';
import { communeCodesOf, territoriesOf } from '../../store/territory.js';
import { getService, type GuichetServices } from '../../strapi/services.js';
import type { Catalogue, Defined } from './catalogue.js';
import { tagOf } from './tag.js';

type Records = Awaited<ReturnType<GuichetServices['administration']['all']>>;

/** More than a header can hold for long, and than anybody copies. */
const FRAMERS_TOLD = 50;

const administrationOf = (strapi: Core.Strapi) => getService(strapi, 'administration');

/** The INSEE codes of the communes of a territory. */
async function communesAt(strapi: Core.Strapi, places: readonly TerritoryPlace[]): Promise<Set<string>> {
  const knex = getService(strapi, 'knex');
  const codes = new Set<string>();
  for (const place of places) {
    const [level, code] = place.split(':') as ['department' | 'intercommunality', string];
    for (const commune of await communeCodesOf(knex, { level, code })) codes.add(commune);
  }
  return codes;
}

/** Those that answer for themselves and are offered it. Communes are many: they are looked for in their territory's list. */
async function offered(
  strapi: Core.Strapi,
  { stored: { offer } }: Defined,
  { successors }: Catalogue,
): Promise<Records> {
  const service = administrationOf(strapi);
  if (offer.to === 'administrations') {
    const byId = new Map<string, Records[number]>();
    for (const record of await service.records(offer.ids)) {
      const present = record.successorUid ? await service.presentRecord(record.uid) : record;
      if (present) byId.set(present.uid, present);
    }
    return [...byId.values()];
  }
  await getService(strapi, 'territory').ready();
  const all = await service.all();
  const communes =
    offer.to === 'all'
      ? null
      : await communesAt(
          strapi,
          offer.codes.flatMap((code) => placesOfTerritory(code, successors)),
        );
  const reached: Records = [];
  for (const record of all) {
    const isSucceeded = record.successorUid && (await service.presentRecord(record.uid))?.uid !== record.uid;
    if (isSucceeded) continue;
    if (communes && record.insee) {
      if (communes.has(record.insee)) reached.push(record);
      continue;
    }
    const { insee, siren, kind } = record;
    const places = communes ? await getService(strapi, 'territory').placesFor({ insee, siren, kind }) : [];
    if (isOfferedTo(offer, { ids: [record.uid], places }, successors)) reached.push(record);
  }
  return reached;
}

export async function reachOf(
  strapi: Core.Strapi,
  one: Defined,
  catalogue: Catalogue,
): Promise<Pick<AdminTeleprocedure, 'reach' | 'framers' | 'link'>> {
  const teleprocedures = getService(strapi, 'teleprocedures');
  const { origin } = getService(strapi, 'settings').publicUrl;
  const there = await offered(strapi, one, catalogue);
  const off = await switchedOff(getService(strapi, 'knex'), one.stored.id);
  const on = one.stored.withdrawn ? [] : there.filter(({ uid }) => !off.has(uid));
  const framed = on.filter(
    ({ origins }) => teleprocedures.chosenFor([...(origins ?? []), origin], one).entry === 'frame',
  );
  const framers = [...new Set([...on.flatMap(({ origins }) => origins ?? []), origin])];
  const [first] = on;
  return {
    reach: { offered: there.length, on: on.length, framed: framed.length },
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
  const named = offer.to === 'administrations' ? await administrationOf(strapi).records(offer.ids) : [];
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
