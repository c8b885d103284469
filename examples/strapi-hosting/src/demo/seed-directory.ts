import type { Core } from '@strapi/strapi';
import { organisations, procedures } from './organisations';

const PROCEDURE = 'plugin::guichet.procedure';
const commune = '28148';

const slugOf = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** Once: whoever tries the demo may have changed or removed all of it. */
export async function seedDirectory(strapi: Core.Strapi): Promise<void> {
  const place = { type: 'plugin', name: 'guichet', key: 'demo-directory' } as const;
  if (await strapi.store?.get(place)) return;
  const plugin = strapi.plugin('guichet');
  for (const organisation of organisations) await plugin.service('directory').add(organisation);
  const tenant = await plugin.service('administration').forCode(commune);
  for (const procedure of procedures) {
    const data = { ...procedure, administrationUid: tenant.id, slug: slugOf(procedure.title), isOpen: true };
    await strapi.db.query(PROCEDURE).create({ data });
  }
  await strapi.store?.set({ ...place, value: true });
}
