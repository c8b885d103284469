/** Administrations as the plugin's own pages manage them: by the hosting everywhere, by agents where they serve. */
import {
  ADMINISTRATION_PAGE_SIZE,
  type AdminAdministration,
  type AdministrationLack,
  type AdministrationPage,
  type administrationQuery,
  identityFields,
} from '@guichet/contracts/admin/administrations';
import { noRetention } from '@guichet/contracts/admin/retention';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { pathOf, routes } from '@guichet/contracts/routes';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { tagOf } from '../../domain/administration-tag.js';
import { lacksOf } from '../../domain/acknowledgement.js';
import { civilDate } from '../../domain/civil-date.js';
import { HOLIDAYS_DAYS } from '../../domain/hours-today.js';
import { appealOfSilence } from '../../domain/mentions.js';
import { holidaysFrom } from '../../domain/opening-hours.js';
import { generalSilence } from '../../domain/silence.js';
import { territoryOf } from '../../domain/working-days.js';
import { transaction } from '../../store/transaction.js';
import { isDuplicate } from '../../store/write.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import type { Manager } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import {
  ADMINISTRATION,
  type administrationChange,
  type administrationInput,
  type AdministrationRecord,
  departementFor,
} from './schema.js';

type Form = z.output<typeof administrationInput>;

export interface AdministrationAdminService {
  search(by: Manager, query: z.output<typeof administrationQuery>): Promise<AdministrationPage>;
  /** @throws AdminRefusal `not-found`, also for what the agent does not serve */
  read(by: Manager, uid: string): Promise<AdminAdministration>;
  /** @throws AdminRefusal `validation-failed` */
  create(by: Manager, form: Form): Promise<AdminAdministration>;
  /** @throws AdminRefusal `not-found`, `validation-failed`, `request-changed` */
  change(
    by: Manager,
    uid: string,
    change: z.output<typeof administrationChange>,
  ): Promise<AdminAdministration>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    administrationAdmin: AdministrationAdminService;
  }
}

/** What a request by the general form would lack of its acknowledgement, and what else is asked for. */
function lacks(record: AdministrationRecord): AdministrationLack[] {
  const { name, address, email, phone, securityAttestation } = record;
  const decider = { name, departement: departementFor(record) };
  return lacksOf({
    channel: 'electronic',
    nature: 'request',
    silence: generalSilence,
    service: { name, address, email, phone },
    appeal: appealOfSilence(generalSilence, decider),
    // They are made for it.
    hasTerms: true,
    hasSecurityAttestation: Boolean(securityAttestation),
  }).filter(
    (lack): lack is AdministrationLack => lack.what !== 'reception-date' && lack.what !== 'attestation',
  );
}

export function createAdministrationAdminService({
  strapi,
}: {
  strapi: Core.Strapi;
}): AdministrationAdminService {
  const administrations = () => strapi.db.query(ADMINISTRATION);
  const service = () => getService(strapi, 'administration');

  /** Null: all of them. */
  async function open({ user, managesAll }: Manager): Promise<string[] | null> {
    if (managesAll) return null;
    return (await getService(strapi, 'agents').scopeOf(user.id)).map(({ id }) => id);
  }

  async function recordFor(by: Manager, uid: string): Promise<AdministrationRecord & { updatedAt: string }> {
    const uids = await open(by);
    const record = uids && !uids.includes(uid) ? null : await service().record(uid);
    if (!record) throw new AdminRefusal('not-found');
    return record as AdministrationRecord & { updatedAt: string };
  }

  async function view(by: Manager, uid: string): Promise<AdminAdministration> {
    const record = await recordFor(by, uid);
    const [readers, unchosen, unkept, successor] = await Promise.all([
      getService(strapi, 'agents').readersOf(uid),
      getService(strapi, 'procedures').unchosen(uid),
      getService(strapi, 'procedures').unkept(uid),
      record.successorUid ? service().record(record.successorUid) : null,
    ]);
    const code = record.insee ?? record.siren;
    const { publicUrl } = getService(strapi, 'settings');
    const link = (route: 'contactPage' | 'trackingPage' | 'termsPage' | 'servicesPage') =>
      new URL(pathOf(route, code), publicUrl).href;
    return {
      id: record.uid,
      version: new Date(record.updatedAt).toISOString(),
      name: record.name,
      kind: record.kind,
      siren: record.siren,
      insee: record.insee ?? null,
      timeZone: record.timeZone,
      departement: record.departement ?? null,
      phone: record.phone,
      email: record.email,
      address: record.address,
      hours: record.hours ?? [],
      openingHours: record.openingHours ?? null,
      imported: record.imported ?? null,
      holidays: holidaysFrom(
        civilDate(new Date(), record.timeZone),
        HOLIDAYS_DAYS,
        territoryOf(departementFor(record)),
      ),
      accent: record.accent ?? null,
      origins: record.origins ?? [],
      securityAttestation: record.securityAttestation ?? null,
      languages: record.languages ?? ['fr'],
      successorUid: record.successorUid ?? null,
      successorFrom: record.successorFrom ?? null,
      successor: successor && tagOf(successor),
      retention: record.retention ?? noRetention,
      readers,
      mayManage: by.managesAll,
      mayConfigure: by.managesAll || by.configures,
      lacks: [
        ...lacks(record),
        ...unchosen.map((procedure) => ({
          what: 'procedure-silence' as const,
          procedure,
          basis: 'CRPA R112-11-1, L112-12',
          entails: 'appeal-times-without-effect' as const,
        })),
        ...[...(record.retention?.here ? [] : [null]), ...unkept].map((procedure) => ({
          what: 'retention' as const,
          procedure,
          basis: 'code du patrimoine, R212-13',
          entails: 'never-eliminated' as const,
        })),
      ],
      integration: {
        code,
        loader: new URL(routes.loader, publicUrl).href,
        links: {
          contact: link('contactPage'),
          tracking: link('trackingPage'),
          terms: link('termsPage'),
          services: link('servicesPage'),
        },
      },
    };
  }

  /** What no schema can know: what is taken already, and what else exists. */
  async function check(form: Form, uid: string | null): Promise<void> {
    const errors: AdminFieldError[] = [];
    const isTaken = async (where: object) => {
      const other = (await administrations().findOne({ where })) as AdministrationRecord | null;
      return other !== null && other.uid !== uid;
    };
    if (await isTaken({ siren: form.siren })) errors.push({ path: 'siren', code: 'taken' });
    if (form.insee && (await isTaken({ insee: form.insee }))) errors.push({ path: 'insee', code: 'taken' });
    if (form.kind === 'commune' && !form.insee) errors.push({ path: 'insee', code: 'required' });
    if (form.successorUid) {
      if (!form.successorFrom) errors.push({ path: 'successorFrom', code: 'required' });
      if (!(await canSucceed(form.successorUid, uid))) errors.push({ path: 'successorUid', code: 'unknown' });
    } else if (form.successorFrom) errors.push({ path: 'successorUid', code: 'required' });
    if (errors.length) throw new AdminRefusal('validation-failed', errors);
  }

  /** Whether it exists, and its own successors never come back to `uid`. */
  async function canSucceed(successorUid: string, uid: string | null): Promise<boolean> {
    const seen = new Set<string>();
    for (let next: string | null = successorUid; next && !seen.has(next);) {
      if (next === uid) return false;
      seen.add(next);
      const record: AdministrationRecord | null = await service().record(next);
      if (!record) return false;
      next = record.successorUid ?? null;
    }
    return true;
  }

  /** Two administrators at once: the unique index has the last word. */
  async function written<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await transaction(strapi, work);
    } catch (error) {
      if (isDuplicate(error)) throw new AdminRefusal('validation-failed', [{ path: 'siren', code: 'taken' }]);
      throw error;
    } finally {
      service().refresh();
    }
  }

  return {
    async search(by, { search, page }) {
      const uids = await open(by);
      const where = {
        ...(uids && { uid: { $in: uids } }),
        ...(search && {
          $or: [
            { name: { $containsi: search } },
            { insee: { $startsWithi: search } },
            { siren: { $startsWith: search } },
          ],
        }),
      };
      const [records, total] = await Promise.all([
        administrations().findMany({
          where,
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
          limit: ADMINISTRATION_PAGE_SIZE,
          offset: (page - 1) * ADMINISTRATION_PAGE_SIZE,
        }) as Promise<AdministrationRecord[]>,
        administrations().count({ where }),
      ]);
      const readers = await getService(strapi, 'agents').countReaders(records.map(({ uid }) => uid));
      return {
        rows: records.map((record) => ({
          ...tagOf(record),
          siren: record.siren,
          kind: record.kind,
          readers: readers.get(record.uid) ?? 0,
          successorFrom: record.successorFrom ?? null,
        })),
        total,
        page,
        pageSize: ADMINISTRATION_PAGE_SIZE,
      };
    },

    read: view,

    async create(by, input) {
      await check(input, null);
      const { uid } = await written(() => service().create(input));
      return view(by, uid);
    },

    async change(by, uid, { seen, ...input }) {
      const record = await recordFor(by, uid);
      if (new Date(record.updatedAt).toISOString() !== seen) throw new AdminRefusal('request-changed');
      if (!by.managesAll) {
        const changed = identityFields.filter((field) => (record[field] ?? null) !== (input[field] ?? null));
        if (changed.length) {
          throw new AdminRefusal(
            'validation-failed',
            changed.map((path) => ({ path, code: 'not-allowed' })),
          );
        }
      }
      await check(input, uid);
      await written(() => service().update(uid, input));
      return view(by, uid);
    },
  };
}
