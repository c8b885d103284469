/** Forwarding to who is competent (CRPA L114-2): within the hosting, under the same reference, or out of it. */
import type { ForwardTargets } from '@guichet/contracts/admin/inbox';
import type { ForwardedTo } from '@guichet/contracts/admin/inbox-actions';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tagOf } from '../../domain/administration-tag.js';
import type { Tenant } from '../../domain/tenant.js';
import { territoryOf } from '../../domain/working-days.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import type { Acting, NewFact } from './facts.js';

const MOST_TARGETS = 20;

export async function forwardTargets(strapi: Core.Strapi, search: string): Promise<ForwardTargets> {
  const records = await getService(strapi, 'administration').find(search, MOST_TARGETS);
  return { administrations: records.map(tagOf) };
}

/** @throws AdminRefusal `validation-failed` where it does not exist, or has it already */
export async function targetOf(strapi: Core.Strapi, id: string, from: Tenant): Promise<Tenant> {
  const target = await getService(strapi, 'administration').byId(id);
  if (!target || from.ids.includes(target.id))
    throw new AdminRefusal('validation-failed', [{ path: 'to.administrationId', code: 'unknown' }]);
  return target;
}

/** @throws AdminRefusal `validation-failed` where it is not offered to the administration */
export async function reportTargetOf(strapi: Core.Strapi, slug: string, tenant: Tenant) {
  const target = await getService(strapi, 'reports').target(tenant, slug);
  if (!target) throw new AdminRefusal('validation-failed', [{ path: 'to.teleprocedure', code: 'unknown' }]);
  return target;
}

const contactOf = ({ administration: { human } }: Tenant) =>
  [human.phone, human.email, human.address].join('\n');

export async function forwardedFact(
  strapi: Core.Strapi,
  { to, message }: { to: ForwardedTo; message: string | null },
  { tenant, request, today }: Acting,
): Promise<NewFact> {
  const said = message === null ? {} : { message };
  if (to.kind === 'system') {
    const { operator } = await reportTargetOf(strapi, to.teleprocedure, tenant);
    const contact = [operator.phone, operator.email ?? '', operator.address].filter(Boolean).join('\n');
    return {
      kind: 'report-asked',
      content: { to: { name: operator.name, contact }, report: to.report, ...said },
    };
  }
  if (to.kind === 'elsewhere') {
    const { name, contact } = to;
    return {
      kind: 'forwarded',
      on: today,
      facts: { to: { kind: 'elsewhere' } },
      content: { to: { name, contact }, ...said },
    };
  }
  const target = await targetOf(strapi, to.administrationId, tenant);
  const { content } = getService(strapi, 'store').open(request);
  const distance = getService(strapi, 'law').distance(target, content);
  return {
    kind: 'forwarded',
    on: today,
    facts: { to: { kind: 'here', territory: territoryOf(target.departement), distance } },
    content: { to: { name: target.administration.name, contact: contactOf(target) }, ...said },
  };
}

/**
 * Gives the request to the administration it was forwarded to, whose service is told. Those who had it read it no more:
 * they have told its author who answers, and need nothing else of it.
 */
export async function moveTo(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { id: administrationId }: Tenant,
  { request, now }: Acting,
): Promise<void> {
  await getService(strapi, 'store').move(trx, request, { administrationId, at: now.toISOString() });
  await getService(strapi, 'queue').enqueue(trx, [
    { queue: 'mail', administrationId, payload: { kind: 'service-notice', requestId: request.id } },
  ]);
}
