/** Where one is in the directory, and the address that says it: what is chosen survives « back », and can be linked. */
import type { Administration, Language } from '@guichet/contracts/administration';
import { levels } from '@guichet/contracts/directory';
import { anything, type Choice } from '@guichet/contracts/directory-choice';
import { pathOf } from '@guichet/contracts/routes';
import type { ParsedUrlQuery } from 'node:querystring';

/** How many of a list are shown at first, and more each time. */
export const PAGE = 50;
/** Nobody describes a need in more letters. */
const LONGEST = 200;

export interface HomePlace {
  kind: 'home';
  /** What is looked for, as it was typed; empty for nothing. */
  text: string;
  choice: Choice;
  /** How many of each list are shown. */
  count: number;
}

export type ServicesPlace =
  { kind: 'organisation'; id: string } | { kind: 'procedure'; id: string } | HomePlace;

export const home: HomePlace = { kind: 'home', text: '', choice: anything, count: PAGE };

const all = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());
const one = (value: string | string[] | undefined): string => all(value)[0] ?? '';

/** @param query as it came: what it does not know is as if it were not there */
export function placeIn(query: Readonly<ParsedUrlQuery>): ServicesPlace {
  const { organisme, demarche, q, niveau, ouvert, voir } = query;
  if (one(organisme)) return { kind: 'organisation', id: one(organisme) };
  if (one(demarche)) return { kind: 'procedure', id: one(demarche) };
  const asked = all(niveau);
  const count = Number(one(voir));
  return {
    kind: 'home',
    text: one(q).trim().slice(0, LONGEST),
    choice: {
      levels: new Set(levels.filter((level) => asked.includes(level))),
      openNow: one(ouvert) === '1',
      online: one(query['en-ligne']) === '1',
    },
    count: Number.isSafeInteger(count) && count > PAGE ? count : PAGE,
  };
}

export function servicesAddress(
  { code }: Pick<Administration, 'code'>,
  language: Language,
  place: ServicesPlace = home,
): string {
  const query = new URLSearchParams({ lang: language });
  if (place.kind === 'organisation') query.set('organisme', place.id);
  else if (place.kind === 'procedure') query.set('demarche', place.id);
  else {
    const { text, choice, count } = place;
    if (text) query.set('q', text);
    for (const level of choice.levels) query.append('niveau', level);
    if (choice.openNow) query.set('ouvert', '1');
    if (choice.online) query.set('en-ligne', '1');
    if (count > PAGE) query.set('voir', String(count));
  }
  return `${pathOf('servicesPage', code)}?${String(query)}`;
}
