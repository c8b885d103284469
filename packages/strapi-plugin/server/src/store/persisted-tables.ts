import type { Core } from '@strapi/types';
import { CONTENT_TABLES } from './tables.js';

/**
 * Booting once with the plugin disabled would drop the tables of its content types: Strapi leaves those named here.
 * Others may have named theirs, which stay.
 */
export async function persistTables(strapi: Core.Strapi): Promise<void> {
  const place = { type: 'core', key: 'persisted_tables' } as const;
  const named = ((await strapi.store?.get(place)) ?? []) as (string | { name: string })[];
  const names = new Set(named.map((table) => (typeof table === 'string' ? table : table.name)));
  const missing = CONTENT_TABLES.filter((table) => !names.has(table));
  if (missing.length) await strapi.store?.set({ ...place, value: [...named, ...missing] });
}
