/** To whom a téléprocédure is offered, as it is chosen and as it is sent. */
import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import type { AdminTeleprocedure, TeleprocedureOffer } from '@guichet/contracts/admin/teleprocedures';

/** An intercommunality, by its SIREN, or a département, by its code. */
export interface Territory {
  code: string;
  name: string;
}

/** Each way keeps what was chosen for it, until it is sent. */
export interface OfferDraft {
  to: TeleprocedureOffer['to'];
  administrations: readonly AdministrationTag[];
  territories: readonly Territory[];
}

/**
 * In the order in which it is offered, so that what nobody touched is sent as it came. An administration that is no more
 * is left out; a territory that the sources do not name is called by its code.
 */
export function offerDraft({
  offer,
  offeredTo,
}: Pick<AdminTeleprocedure, 'offer' | 'offeredTo'>): OfferDraft {
  const ids = offer.to === 'administrations' ? offer.ids : [];
  const codes = offer.to === 'territories' ? offer.codes : [];
  return {
    to: offer.to,
    administrations: ids.flatMap((id) => offeredTo.administrations.find((one) => one.id === id) ?? []),
    territories: codes.map(
      (code) => offeredTo.territories.find((one) => one.code === code) ?? { code, name: code },
    ),
  };
}

export function offerToSend({ to, administrations, territories }: OfferDraft): TeleprocedureOffer {
  switch (to) {
    case 'all':
      return { to };
    case 'administrations':
      return { to, ids: administrations.map(({ id }) => id) };
    case 'territories':
      return { to, codes: territories.map(({ code }) => code) };
  }
}

/** @returns the territory whose communes an administration may offer to; null where it has none */
export function territoryOf({
  kind,
  siren,
  departement,
  name,
}: Pick<AdminAdministration, 'kind' | 'siren' | 'departement' | 'name'>): Territory | null {
  if (kind === 'intercommunality') return { code: siren, name };
  return kind === 'department' && departement ? { code: departement, name } : null;
}

/** Whether the hosting has offered it further than whoever looks after its owner alone may. */
export function offerIsBeyond({ to, territories }: OfferDraft, own: Territory | null): boolean {
  if (to === 'territories') return territories.some(({ code }) => code !== own?.code);
  return to === 'all';
}
