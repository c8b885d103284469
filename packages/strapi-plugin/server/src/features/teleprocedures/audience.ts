/** To whom an owner may offer a téléprocédure: its own communes, wherever the agent works. */
import type { Audience } from '@guichet/contracts/admin/teleprocedures';
import type { Core } from '@strapi/types';
import { tagOf } from '../../domain/administration-tag.js';
import { foldName } from '../../domain/folded-name.js';
import { departmentOfSiren } from '../../domain/territory.js';
import { communeCodesOf } from '../../store/territory.js';
import type { Manager } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';

/** A list of more than these is searched further. */
const TOLD = 20;

/** The territory that is an administration's own: a SIREN, or a département's code; null where it has none. */
export async function territoryOf(strapi: Core.Strapi, ownerId: string): Promise<string | null> {
  const record = await getService(strapi, 'administration').presentRecord(ownerId);
  if (record?.kind === 'intercommunality') return record.siren;
  return record?.kind === 'department' ? (record.departement ?? departmentOfSiren(record.siren)) : null;
}

/** @param search part of a name, or the beginning of a code; accents and case aside */
export async function audienceOf(
  strapi: Core.Strapi,
  { user }: Manager,
  ownerId: string,
  search: string,
): Promise<Audience> {
  const administrations = getService(strapi, 'administration');
  const uids = new Set((await getService(strapi, 'agents').scopeOf(user.id)).map(({ id }) => id)).add(
    ownerId,
  );
  const code = await territoryOf(strapi, ownerId);
  if (code !== null) {
    await getService(strapi, 'territory').ready();
    const level = code.length === 9 ? 'intercommunality' : 'department';
    const insees = await communeCodesOf(getService(strapi, 'knex'), { level, code });
    for (const { uid } of await administrations.among({ insees, sirens: [] })) uids.add(uid);
  }
  const wanted = foldName(search);
  const found = (await administrations.records([...uids])).filter(
    ({ name, insee, siren }) =>
      foldName(name).includes(wanted) || insee?.startsWith(search) || siren.startsWith(search),
  );
  return { rows: found.slice(0, TOLD).map(tagOf), total: found.length };
}
