/** What no schema can know of a téléprocédure before it is written. */
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { newTeleprocedure } from '@guichet/contracts/admin/teleprocedures';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { connectorNamed, faultsOfSettings } from '../../connectors/registry.js';
import { mayOffer, placesOfTerritory } from '../../domain/offer.js';
import type { StoredOperator } from '../../store/operators.js';
import type { StoredTeleprocedure } from '../../store/teleprocedures.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import type { Manager } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import { territoryOf } from './audience.js';

export type Settings = Omit<z.output<typeof newTeleprocedure>, 'ownerId' | 'operatorId'>;

export interface Checked {
  by: Manager;
  ownerId: string | null;
  operator: StoredOperator;
  /** As it was; null of a new one. */
  before: StoredTeleprocedure | null;
}

/** Path and query on the operator's origin; null anywhere else. */
export function pathOn({ origin }: Pick<StoredOperator, 'origin'>, text: string): string | null {
  const url = URL.parse(text);
  if (url?.origin !== origin || url.username || url.password) return null;
  return url.pathname + url.search;
}

function connectorErrors({ connector }: Settings, before: StoredTeleprocedure | null): AdminFieldError[] {
  if (!connector) return [];
  const known = connectorNamed(connector.name);
  if (!known) return [{ path: 'connector.name', code: 'unknown' }];
  const errors = faultsOfSettings(connector.name, connector.settings).map((member): AdminFieldError => ({
    path: member ? `connector.settings.${member}` : 'connector.settings',
    code: member && connector.settings[member] ? 'invalid' : 'required',
  }));
  const isKept = connector.secret === undefined && before?.connectorSecret;
  if (known.needsSecret && !connector.secret && !isKept)
    errors.push({ path: 'connector.secret', code: 'required' });
  return errors;
}

function wordErrors({ statuses }: Settings): AdminFieldError[] {
  const words = statuses.map(({ word }) => word.toLowerCase());
  return words.flatMap((word, i) =>
    words.indexOf(word) < i ? [{ path: `statuses.${i}.word`, code: 'taken' as const }] : [],
  );
}

async function offerErrors(
  strapi: Core.Strapi,
  { offer }: Settings,
  { by, ownerId, before }: Checked,
): Promise<AdminFieldError[]> {
  const ids = offer.to === 'administrations' ? [...new Set(offer.ids)] : [];
  const records = ids.length ? await getService(strapi, 'administration').records(ids) : [];
  if (records.length < ids.length) return [{ path: 'offer.ids', code: 'unknown' }];
  // What the hosting's administrators have granted stays, as a whole or in part.
  if (by.managesAll || (before && JSON.stringify(before.offer) === JSON.stringify(offer))) return [];

  const territory = ownerId ? await territoryOf(strapi, ownerId) : null;
  const within = new Set((await getService(strapi, 'agents').scopeOf(by.user.id)).map(({ id }) => id));
  if (before?.offer.to === 'administrations') for (const id of before.offer.ids) within.add(id);
  const [shared] = territory === null ? [] : placesOfTerritory(territory, new Map());
  for (const { uid, insee = null, siren, kind } of shared ? records : []) {
    const places = await getService(strapi, 'territory').placesFor({ insee, siren, kind });
    if (places.includes(shared!)) within.add(uid);
  }
  return mayOffer(offer, territory, (id) => within.has(id)) ? [] : [{ path: 'offer', code: 'not-allowed' }];
}

/** @throws AdminRefusal `validation-failed` */
export async function checkSettings(
  strapi: Core.Strapi,
  settings: Settings,
  checked: Checked,
): Promise<void> {
  const errors = [
    ...(pathOn(checked.operator, settings.url) === null
      ? [{ path: 'url', code: 'not-allowed' as const }]
      : []),
    ...connectorErrors(settings, checked.before),
    ...wordErrors(settings),
    ...(await offerErrors(strapi, settings, checked)),
  ];
  if (errors.length) throw new AdminRefusal('validation-failed', errors);
}
