import { PAGES } from '../../../plugin-id.js';

/** The address of the page that makes the administrations of a territory. `search`: what it begins to look for. */
export const creationsPage = (search: string) =>
  `${PAGES}/administrations/creations?${String(new URLSearchParams({ search }))}`;

/** @returns what such an address looks for */
export const searchIn = (params: URLSearchParams): string => params.get('search') ?? '';
