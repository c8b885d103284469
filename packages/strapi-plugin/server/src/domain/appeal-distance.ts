/** One or two months more to go to court for who lives far from it (CJA R421-7). */
import type { Court } from './courts.js';

/** ISO 3166-1 codes that some write as a country, and the collectivity they are. */
const byCountry: ReadonlyMap<string, string> = new Map([
  ['GP', '971'],
  ['MQ', '972'],
  ['GF', '973'],
  ['RE', '974'],
  ['PM', '975'],
  ['YT', '976'],
  ['BL', '977'],
  ['MF', '978'],
  ['TF', '984'],
  ['WF', '986'],
  ['PF', '987'],
  ['NC', '988'],
]);

/** Their postal codes still begin with Guadeloupe's. */
const byPostalCode: ReadonlyMap<string, string> = new Map([
  ['97133', '977'],
  ['97150', '978'],
]);

/** @returns the overseas collectivity of an address (`971`), `mainland` for the rest of France, or `abroad` */
function residenceOf(address: { country: string; postalCode: string }): string {
  const collectivity = byCountry.get(address.country);
  if (collectivity) return collectivity;
  if (address.country !== 'FR') return 'abroad';
  const postalCode = address.postalCode.replace(/\s/g, '');
  return byPostalCode.get(postalCode) ?? (/^9[78]/.test(postalCode) ? postalCode.slice(0, 3) : 'mainland');
}

/**
 * @param address null where none was asked for: nothing is added
 * @returns months to add to the two of CJA R421-1
 */
export function appealDistance(
  address: { country: string; postalCode: string } | null,
  court: Court,
): 0 | 1 | 2 {
  if (!address) return 0;
  const residence = residenceOf(address);
  if (residence === 'abroad') return 2;
  const seat = court.departements[0]!;
  const home = seat.length === 3 ? seat : 'mainland';
  return residence === home ? 0 : 1;
}
