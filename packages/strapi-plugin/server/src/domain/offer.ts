/** To whom a téléprocédure is offered. */
import type { TeleprocedureOffer } from '@guichet/contracts/admin/teleprocedures';
import type { TerritoryPlace } from './territory.js';

/** Who may be offered one. */
export interface OfferReader {
  /** Its own id, and those that it has taken over from (`Tenant.ids`): what was offered to these is its own. */
  ids: readonly string[];
  /** Where what it shows is shown (`placesOfCommune`). */
  places: readonly TerritoryPlace[];
}

/**
 * An intercommunality's SIREN, or a département's code, as what is shown in its territory.
 *
 * @param successors by the SIREN of an intercommunality that has merged, that of the one which answers for it
 */
export function placesOfTerritory(code: string, successors: ReadonlyMap<string, string>): TerritoryPlace[] {
  if (code.length !== 9) return [`department:${code}`];
  const successor = successors.get(code);
  return [`intercommunality:${code}`, ...(successor ? [`intercommunality:${successor}` as const] : [])];
}

/** @param successors as of `placesOfTerritory` */
export function isOfferedTo(
  offer: TeleprocedureOffer,
  { ids, places }: OfferReader,
  successors: ReadonlyMap<string, string>,
): boolean {
  switch (offer.to) {
    case 'all':
      return true;
    case 'administrations':
      return offer.ids.some((id) => ids.includes(id));
    case 'territories':
      return offer.codes.some((code) =>
        placesOfTerritory(code, successors).some((place) => places.includes(place)),
      );
  }
}

/**
 * Whether an owner may offer so without the hosting's leave: to itself and its own communes. What shows in the page of
 * somebody else is not the owner's to say.
 *
 * @param territory the SIREN, or the département's code, of the owner's own territory; null where it has none
 * @param isWithin whether an administration is the owner, one of its communes, or one that the same agent configures
 */
export function mayOffer(
  offer: TeleprocedureOffer,
  territory: string | null,
  isWithin: (id: string) => boolean,
): boolean {
  switch (offer.to) {
    case 'all':
      return false;
    case 'administrations':
      return offer.ids.every(isWithin);
    case 'territories':
      return offer.codes.every((code) => code === territory);
  }
}
