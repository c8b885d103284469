/** Tries the links of what residents read, a few at a time, so that agents learn of those that lead nowhere. */
import type { Core } from '@strapi/types';
import { faultOfLink } from '../../connectors/network/link.js';
import {
  type DeadLink,
  organisationsToTry,
  type Place,
  saveDeadLinks,
  type StoredOrganisation,
} from '../../store/organisations.js';
import { getService } from '../../strapi/services.js';

/** In an hour; and again after a week, or after a day where one was dead. */
const AT_ONCE = 100;
const DAY_MS = 24 * 3_600_000;
const TIMEOUT_MS = 10_000;

export const linksOf = ({ facts: { website, contactForm } }: Pick<StoredOrganisation, 'facts'>): string[] =>
  [website, contactForm].filter((url) => url !== null);

/** One failure may be a site that was being mended: a link is told of from the second on, a day later. */
export function toldOf({ deadLinks, facts }: StoredOrganisation): DeadLink[] {
  const links = linksOf({ facts });
  return deadLinks.filter(({ url, times }) => links.includes(url) && times > 1);
}

/** So many communes are most of a country: whatever there is is read somewhere. */
const MANY = 500;

/** Where what residents of this hosting read is shown; null: everywhere. */
async function placesOfHosting(strapi: Core.Strapi): Promise<Place[] | null> {
  const all = await getService(strapi, 'administration').all();
  if (all.length > MANY) return null;
  const places = new Set<Place>();
  for (const { uid, siren, insee, kind } of all) {
    places.add(`administration:${uid}`);
    for (const place of await getService(strapi, 'territory').placesFor({ siren, insee, kind }))
      places.add(place);
  }
  return [...places];
}

/** @returns how many organisations it tried */
export async function tryLinks(strapi: Core.Strapi, now: Date, signal: AbortSignal): Promise<number> {
  const knex = getService(strapi, 'knex');
  const { allowPrivate } = getService(strapi, 'settings').webhooks;
  const places = await placesOfHosting(strapi);
  const weekAgo = new Date(now.getTime() - 7 * DAY_MS).toISOString();
  const due = await organisationsToTry(knex, places, weekAgo, AT_ONCE);
  for (const organisation of due) {
    const dead: DeadLink[] = [];
    for (const url of linksOf(organisation)) {
      const fault = await faultOfLink(url, { allowPrivate, signal, timeoutMs: TIMEOUT_MS });
      const before = organisation.deadLinks.find((one) => one.url === url);
      const { since, times } = before ?? { since: now.toISOString(), times: 0 };
      if (fault) dead.push({ url, fault, since, times: times + 1 });
    }
    // What led nowhere is tried again the day after, rather than in a week.
    const tried = dead.length ? new Date(now.getTime() - 6 * DAY_MS) : now;
    await saveDeadLinks(knex, organisation.id, dead, tried.toISOString());
  }
  return due.length;
}
