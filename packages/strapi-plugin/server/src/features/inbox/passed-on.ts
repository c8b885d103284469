/** What an administration is told of a reference that it forwarded: to whom and when, nothing of what was asked or by whom. */
import type { PassedOn } from '@guichet/contracts/admin/inbox';
import { readReference } from '@guichet/contracts/reference';
import type { Core } from '@strapi/types';
import { passageOf } from '../../store/passages.js';
import { getService } from '../../strapi/services.js';

/** @param search as it was typed; null where it is no reference, or none that these administrations forwarded */
export async function passedOn(
  strapi: Core.Strapi,
  search: string,
  administrationIds: readonly string[],
): Promise<PassedOn | null> {
  const reference = readReference(search);
  const passage = reference && (await passageOf(getService(strapi, 'knex'), reference, administrationIds));
  if (!reference || !passage) return null;
  const tenant = await getService(strapi, 'administration').byId(passage.administrationId);
  return tenant && { reference, to: tenant.administration.name, at: passage.leftAt };
}
