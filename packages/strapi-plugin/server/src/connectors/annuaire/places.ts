/** Where an office is shown: where it is competent. */
import { compactPlaces, type TerritoryIndex } from '../../domain/territory-index.js';
import type { TerritoryPlace } from '../../domain/territory.js';
import { extentOf } from './kinds.js';
import type { Office } from './office.js';

type Placed = Pick<Office, 'kind' | 'siren' | 'commune' | 'competence'>;

const present = ({ commune, competence }: Placed, index: TerritoryIndex): string[] => [
  ...new Set(
    (competence.length || !commune ? competence : [commune]).flatMap((code) => index.present(code) ?? []),
  ),
];

/** Whether anybody may go to it, and its record says no more than where it stands. */
export const isNear = (office: Placed, index: TerritoryIndex): boolean =>
  extentOf(office.kind) === 'near' && present(office, index).length === 1;

/** @returns empty where none of its communes is known */
export function placesOf(office: Placed, index: TerritoryIndex): TerritoryPlace[] {
  const whole = `intercommunality:${office.siren}` as const;
  if (office.kind === 'epci' && index.members(whole).length) return [whole];
  const codes = present(office, index);
  const [seat] = codes;
  if (codes.length > 1 || !seat) return compactPlaces(codes, index);
  const extent = extentOf(office.kind);
  const wide = index.around(seat).find((place) => place.startsWith(`${extent}:`));
  return wide ? [wide] : [`commune:${seat}`];
}
