/** Procedures as agents configure them, where they serve; the hosting's administrators everywhere. */
import {
  type AdminProcedure,
  type AdminProcedures,
  type ReadyMade,
  readyMadeIds,
  requestSilenceIds,
} from '@guichet/contracts/admin/procedures';
import { noRetention } from '@guichet/contracts/admin/retention';
import { noProcedureFacts } from '@guichet/contracts/directory';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import { slugOf } from '@guichet/contracts/slug';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { readyMadeProcedures, transitObstacleOf } from '../../domain/procedure.js';
import { requestSilences } from '../../domain/silence-choices.js';
import type { Tenant } from '../../domain/tenant.js';
import { isDuplicate } from '../../store/write.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import type { Manager } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import {
  natureOf,
  type newProcedure,
  PROCEDURE,
  type procedureChange,
  type ProcedureRecord,
  readyMadeOf,
  silenceIdOf,
} from './schema.js';
import { procedureOf } from './service.js';

type Settings = z.output<typeof newProcedure>;

export interface ProceduresAdminService {
  /** @throws AdminRefusal `not-found`, also for what the agent does not serve */
  list(by: Manager, administrationUid: string): Promise<AdminProcedures>;
  /** @throws AdminRefusal `not-found`, `not-allowed`, `validation-failed` */
  create(by: Manager, administrationUid: string, settings: Settings): Promise<AdminProcedures>;
  /** @throws AdminRefusal as `create`; `validation-failed` where there is one already */
  createReadyMade(by: Manager, administrationUid: string, readyMade: ReadyMade): Promise<AdminProcedures>;
  /** @throws AdminRefusal as `create`, `request-changed` */
  change(
    by: Manager,
    administrationUid: string,
    change: z.output<typeof procedureChange>,
  ): Promise<AdminProcedures>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    proceduresAdmin: ProceduresAdminService;
  }
}

const administrationAdmin = (strapi: Core.Strapi) => getService(strapi, 'administrationAdmin');

const versionOf = ({ updatedAt }: ProcedureRecord) => new Date(updatedAt).toISOString();

const options: AdminProcedures['options'] = requestSilenceIds.map((id) => {
  const { effect, months, basis } = requestSilences[id];
  return { id, effect, months, basis };
});

export function createProceduresAdminService({ strapi }: { strapi: Core.Strapi }): ProceduresAdminService {
  const procedures = () => getService(strapi, 'procedures');

  function view(record: ProcedureRecord, tenant: Tenant): AdminProcedure {
    const { silence, receipt, answer, link } = procedures().publicOf(
      tenant,
      procedureOf(record, tenant.desks),
    );
    const { slug, title, description, recipient, attachments, isOpen } = record;
    return {
      slug,
      version: versionOf(record),
      title,
      description: description ?? '',
      nature: natureOf(record.nature),
      recipient,
      silence: silenceIdOf(record.silence),
      attachments: attachments ?? null,
      isOpen,
      readyMade: readyMadeOf(record.readyMade),
      retention: record.retention ?? noRetention,
      facts: record.facts ?? noProcedureFacts,
      offered: { silence, receipt, answer, link },
    };
  }

  const list: ProceduresAdminService['list'] = async (by, uid) => {
    // Whether it is the caller's to see.
    const { name, mayConfigure, integration, phone } = await administrationAdmin(strapi).read(by, uid);
    const tenant = await getService(strapi, 'administration').byId(uid);
    if (!tenant) throw new AdminRefusal('not-found');
    const records = await procedures().of(uid);
    const { maxFiles, maxFileBytes } = tenant.administration.attachments;
    return {
      name,
      hostingFiles: { maxFiles, maxFileBytes },
      mayConfigure,
      procedures: records.map((record) => view(record, tenant)),
      recipients: tenant.desks.map((desk) => ({ slug: desk.slug, name: desk.name })),
      options,
      readyMade: readyMadeIds.filter((id) => !records.some((record) => record.readyMade === id)),
      integration: { code: integration.code, loader: integration.loader, phone },
    };
  };

  /** @throws AdminRefusal `not-allowed`, `validation-failed` */
  function check(
    { mayConfigure, recipients }: AdminProcedures,
    settings: Pick<Settings, 'recipient' | 'nature' | 'silence' | 'retention'>,
  ): void {
    const { recipient, retention } = settings;
    if (!mayConfigure) throw new AdminRefusal('not-allowed');
    if (recipient !== null && !recipients.some(({ slug }) => slug === recipient)) {
      throw new AdminRefusal('validation-failed', [{ path: 'recipient', code: 'unknown' }]);
    }
    const silence = settings.silence && requestSilences[settings.silence];
    if (retention.transit && transitObstacleOf({ slug: '', nature: settings.nature, silence })) {
      throw new AdminRefusal('validation-failed', [{ path: 'retention.transit', code: 'not-allowed' }]);
    }
  }

  /** In a directory they stand beside téléprocédures. */
  async function takenSlugs({ procedures: there }: AdminProcedures): Promise<string[]> {
    const { bySlug } = await getService(strapi, 'teleprocedures').catalogue();
    return [GENERAL_FORM, ...there.map(({ slug }) => slug), ...bySlug.keys()];
  }

  /** Two agents at once: the unique index has the last word. */
  async function insert(data: object): Promise<void> {
    try {
      await strapi.db.query(PROCEDURE).create({ data });
    } catch (error) {
      if (isDuplicate(error)) throw new AdminRefusal('validation-failed', [{ path: 'title', code: 'taken' }]);
      throw error;
    }
  }

  return {
    list,

    async create(by, administrationUid, settings) {
      const before = await list(by, administrationUid);
      check(before, settings);
      const taken = await takenSlugs(before);
      await insert({ ...settings, administrationUid, slug: slugOf(settings.title, taken) });
      return list(by, administrationUid);
    },

    async createReadyMade(by, administrationUid, readyMade) {
      const before = await list(by, administrationUid);
      check(before, { recipient: null, nature: null, silence: null, retention: noRetention });
      if (!before.readyMade.includes(readyMade)) {
        throw new AdminRefusal('validation-failed', [{ path: 'readyMade', code: 'taken' }]);
      }
      const { slug, title, description, nature } = readyMadeProcedures[readyMade];
      const taken = await takenSlugs(before);
      await insert({
        administrationUid,
        slug: taken.includes(slug) ? slugOf(slug, taken) : slug,
        title,
        description,
        nature,
        recipient: null,
        silence: null,
        isOpen: true,
        readyMade,
        retention: noRetention,
      });
      return list(by, administrationUid);
    },

    async change(by, administrationUid, { slug, seen, ...settings }) {
      const before = await list(by, administrationUid);
      check(before, settings);
      const record = (await procedures().of(administrationUid)).find((one) => one.slug === slug);
      if (!record) throw new AdminRefusal('not-found');
      if (versionOf(record) !== seen) throw new AdminRefusal('request-changed');
      // What a text describes stays what it is: its title and words may change, not its nature.
      if (record.readyMade !== null && settings.nature !== natureOf(record.nature)) {
        throw new AdminRefusal('validation-failed', [{ path: 'nature', code: 'not-allowed' }]);
      }
      await strapi.db.query(PROCEDURE).update({ where: { id: record.id }, data: settings });
      return list(by, administrationUid);
    },
  };
}
