/** Answer templates: who serves an administration uses them, who configures it writes them. */
import {
  type newTemplate,
  type Template,
  type templateChange,
  type Templates,
  TEMPLATES_MAX,
} from '@guichet/contracts/admin/templates';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { newId } from '../../jobs/new-id.js';
import {
  addTemplate,
  changeTemplate,
  findTemplate,
  removeTemplate,
  type StoredTemplate,
  templatesOf,
} from '../../store/templates.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService, type GuichetServices } from '../../strapi/services.js';

export interface TemplatesService {
  list(agent: AdminUser): Promise<Templates>;
  /** @throws AdminRefusal `validation-failed`; `not-possible` where there are enough */
  add(agent: AdminUser, template: z.output<typeof newTemplate>): Promise<Template>;
  /** @throws AdminRefusal `not-found`, `request-changed`, `validation-failed` */
  change(agent: AdminUser, id: string, change: z.output<typeof templateChange>): Promise<Template>;
  /** @throws AdminRefusal `not-found` */
  remove(agent: AdminUser, id: string): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    templates: TemplatesService;
  }
}

type Scope = Awaited<ReturnType<GuichetServices['agents']['scopeOf']>>;

const byName = (one: Template, other: Template) =>
  one.administration.name.localeCompare(other.administration.name, 'fr') ||
  one.name.localeCompare(other.name, 'fr');

function refuseTaken(error: unknown): never {
  if (!isDuplicate(error)) throw error;
  throw new AdminRefusal('validation-failed', [{ path: 'name', code: 'taken' }]);
}

export function createTemplatesService({ strapi }: { strapi: Core.Strapi }): TemplatesService {
  const knex = getService(strapi, 'knex');
  const scopeOf = (agent: AdminUser) => getService(strapi, 'agents').scopeOf(agent.id);
  const idsOf = (scope: Scope) => scope.map(({ id }) => id);

  function shown({ administrationId, ...template }: StoredTemplate, scope: Scope): Template {
    const { id, code, name, accent, timeZone } = scope.find((one) => one.id === administrationId)!;
    return { ...template, administration: { id, code, name, accent, timeZone } };
  }

  async function found(agent: AdminUser, id: string) {
    const scope = await scopeOf(agent);
    const template = await findTemplate(knex, id, idsOf(scope));
    if (!template) throw new AdminRefusal('not-found');
    return { template, scope };
  }

  return {
    async list(agent) {
      const scope = await scopeOf(agent);
      const stored = await templatesOf(knex, idsOf(scope));
      return { templates: stored.map((template) => shown(template, scope)).sort(byName) };
    },

    async add(agent, { administrationId, name, body }) {
      const scope = await scopeOf(agent);
      if (!idsOf(scope).includes(administrationId))
        throw new AdminRefusal('validation-failed', [{ path: 'administrationId', code: 'unknown' }]);
      if ((await templatesOf(knex, [administrationId])).length >= TEMPLATES_MAX)
        throw new AdminRefusal('not-possible');
      const template = { id: newId(), administrationId, name, body, version: 1 };
      const at = new Date().toISOString();
      await inTransaction(strapi, (trx) => addTemplate(trx, template, at)).catch(refuseTaken);
      return shown(template, scope);
    },

    async change(agent, id, { name, body, seen }) {
      const { template, scope } = await found(agent, id);
      const at = new Date().toISOString();
      const isChanged = await inTransaction(strapi, (trx) =>
        changeTemplate(trx, { id, name, body }, seen, at),
      ).catch(refuseTaken);
      if (!isChanged) throw new AdminRefusal('request-changed');
      return shown({ ...template, name, body, version: seen + 1 }, scope);
    },

    async remove(agent, id) {
      await found(agent, id);
      await inTransaction(strapi, (trx) => removeTemplate(trx, id));
    },
  };
}
