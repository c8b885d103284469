/** What an administration makes of the téléprocédures that are offered to it. */
import type {
  AdministrationTeleprocedures,
  OfferedTeleprocedure,
  teleprocedureChoice,
} from '@guichet/contracts/admin/teleprocedures';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { refusedOrigins } from '../../domain/framing.js';
import type { Tenant } from '../../domain/tenant.js';
import { saveTeleprocedureChoice } from '../../store/teleprocedure-choices.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import type { Manager } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import type { Offered } from './service.js';

export interface TeleprocedureChoicesService {
  /** @throws AdminRefusal `not-found`, also for what the agent does not serve */
  list(by: Manager, administrationId: string): Promise<AdministrationTeleprocedures>;
  /** @throws AdminRefusal `not-found`, `not-allowed`, `request-changed` */
  choose(
    by: Manager,
    administrationId: string,
    choice: z.output<typeof teleprocedureChoice>,
  ): Promise<AdministrationTeleprocedures>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    teleprocedureChoices: TeleprocedureChoicesService;
  }
}

export function createTeleprocedureChoicesService({
  strapi,
}: {
  strapi: Core.Strapi;
}): TeleprocedureChoicesService {
  const teleprocedures = () => getService(strapi, 'teleprocedures');

  /** @throws AdminRefusal `not-found` */
  async function administrationOf(by: Manager, id: string) {
    const read = await getService(strapi, 'administrationAdmin').read(by, id);
    const tenant = await getService(strapi, 'administration').byId(id);
    if (!tenant) throw new AdminRefusal('not-found');
    // Since a merger its residents read what the successor makes of it.
    return { read, tenant, mayConfigure: read.mayConfigure && tenant.id === id };
  }

  const viewOf =
    (tenant: Tenant, owners: ReadonlyMap<string, string>) =>
    (one: Offered): OfferedTeleprocedure => {
      const { stored, operator, choice, isOn } = one;
      const { name, phone, email, website, origin } = operator;
      return {
        slug: stored.slug,
        version: choice?.version ?? 0,
        isOn,
        own: {
          title: choice?.title ?? '',
          introduction: choice?.introduction ?? '',
          contact: choice?.contact ?? null,
        },
        title: stored.title,
        introduction: stored.definition.introduction,
        operator: { name, phone, email, website, origin },
        owner: owners.get(stored.ownerId ?? '') ?? null,
        isReserved: stored.definition.isReserved,
        chosen: teleprocedures().chosenFor(tenant.origins, one),
        refusedOrigins: refusedOrigins(teleprocedures().framingOf(tenant.origins, one), new Date()),
        withdrawn: stored.withdrawn && { on: stored.withdrawn.on, message: stored.withdrawn.message },
        link: teleprocedures().linkOf(tenant.administration.code, one).link,
      };
    };

  const list: TeleprocedureChoicesService['list'] = async (by, id) => {
    const { read, tenant, mayConfigure } = await administrationOf(by, id);
    const all = await teleprocedures().offeredTo(tenant);
    const ids = [...new Set(all.flatMap(({ stored }) => stored.ownerId ?? []))];
    const records = ids.length ? await getService(strapi, 'administration').records(ids) : [];
    const { name, accent, phone, integration } = read;
    const { code, name: present, theme } = tenant.administration;
    return {
      administration: { id, code: integration.code, name, accent },
      succeededBy: tenant.id === id ? null : { id: tenant.id, code, name: present, accent: theme.accent },
      mayConfigure,
      teleprocedures: all
        .map(viewOf(tenant, new Map(records.map((record) => [record.uid, record.name]))))
        .sort((one, other) => one.title.localeCompare(other.title, 'fr')),
      integration: { code: integration.code, loader: integration.loader, phone },
    };
  };

  return {
    list,

    async choose(by, id, { slug, seen, ...choice }) {
      const { tenant, mayConfigure } = await administrationOf(by, id);
      if (!mayConfigure) throw new AdminRefusal('not-allowed');
      const offered = await teleprocedures().find(tenant, slug);
      if (!offered) throw new AdminRefusal('not-found');
      const teleprocedureId = offered.stored.id;
      try {
        const isSaved = await inTransaction(strapi, (trx) =>
          saveTeleprocedureChoice(trx, id, { teleprocedureId, ...choice }, seen),
        );
        if (!isSaved) throw new AdminRefusal('request-changed');
      } catch (error) {
        // Somebody else made the first choice meanwhile.
        throw isDuplicate(error) ? new AdminRefusal('request-changed') : error;
      } finally {
        teleprocedures().refresh();
      }
      return list(by, id);
    },
  };
}
