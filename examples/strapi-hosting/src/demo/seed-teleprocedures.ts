import type { Core } from '@strapi/strapi';
import { readFileSync, writeFileSync } from 'node:fs';
import { statuses, teleprocedure } from './teleprocedures';

/** Whoever looks after the hosting. */
const host = { managesAll: true, configures: true };

function secretIn(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { secret?: string }).secret;
  } catch {
    return undefined;
  }
}

/**
 * Once: who operates the demo's téléprocédure, and the téléprocédure itself, offered to everybody. The operator's address
 * follows its port. What both share is told the operator by a file, as somebody would copy it.
 */
export async function seedTeleprocedures(strapi: Core.Strapi): Promise<void> {
  const { GUICHET_DEMO_OPERATOR: origin, GUICHET_DEMO_OPERATOR_FILE: file } = process.env;
  if (!origin || !file) return;
  const place = { type: 'plugin', name: 'guichet', key: 'demo-teleprocedures' } as const;
  const plugin = strapi.plugin('guichet');
  const operators = plugin.service('operators');
  const facts = {
    name: 'Communauté de communes des Deux Rivières',
    origin,
    phone: '02 61 91 42 00',
    email: 'petite-enfance@deux-rivieres.example',
    address: 'Service petite enfance\n4 place du Marché\n28190 Courville-sur-Eure',
    website: null,
    administrationId: null,
  };
  const share = (address: string, secret: string) =>
    writeFileSync(file, JSON.stringify({ address, secret }), { mode: 0o600 });
  const id = (await strapi.store?.get(place)) as string | null | undefined;
  if (id) {
    const { operators: all } = await operators.list(host);
    const operator = all.find((one: { id: string }) => one.id === id);
    if (!operator) return;
    if (operator.origin !== origin) await operators.change(id, { ...facts, seen: operator.version });
    share(operator.eventsUrl, secretIn(file) ?? (await operators.rotate(id)).secret);
    return;
  }
  const { operator, secret } = await operators.add(facts);
  share(operator.eventsUrl, secret);
  await plugin.service('teleproceduresAdmin').create(host, {
    ...teleprocedure,
    ownerId: null,
    operatorId: operator.id,
    url: `${origin}/creche`,
    statuses,
  });
  await strapi.store?.set({ ...place, value: operator.id });
}
