/** Tenants: looked up by their public codes, kept in memory for ten seconds, or for as long as the database is away. */
import { noRetention } from '@guichet/contracts/admin/retention';
import { isAdministrationCode, isInseeCode } from '@guichet/contracts/identity';
import { pathOf } from '@guichet/contracts/routes';
import type { Core } from '@strapi/types';
import { randomUUID } from 'node:crypto';
import { civilDate } from '../../domain/civil-date.js';
import { generalForm } from '../../domain/procedure.js';
import type { Tenant } from '../../domain/tenant.js';
import { asUnavailable } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import {
  ADMINISTRATION,
  administrationInput,
  type AdministrationInput,
  type AdministrationRecord,
  departementFor,
  ORGANISATION,
  organisationInput,
  type OrganisationInput,
  type OrganisationRecord,
} from './schema.js';
import { hasBeenSucceeded, lineOf, presentOf } from './succession.js';
import { tenantToday } from './tenant-today.js';

/** Another node may have changed an administration: nobody sees the old one longer than this. */
const FRESH_MS = 10_000;
/** Codes without an administration are remembered as well, so they must be bounded. */
const MOST_CODES = 50_000;

export interface AdministrationService {
  /** By INSEE code or SIREN, after a merger the successor's; null where no administration answers to it. */
  forCode(code: string): Promise<Tenant | null>;
  /** The tenant that answers now for an immutable id: after a merger, the successor's. */
  byId(uid: string): Promise<Tenant | null>;
  /** Forgets what is kept in memory in this node. */
  refresh(): void;
  /** Every administration, by name. */
  all(): Promise<AdministrationRecord[]>;
  /** By a part of the name, or the beginning of a code; those that answer for themselves, by name. */
  find(search: string, limit: number): Promise<AdministrationRecord[]>;
  record(uid: string): Promise<AdministrationRecord | null>;
  /** Those that exist of them, by name. */
  records(uids: readonly string[]): Promise<AdministrationRecord[]>;
  /** @throws a ZodError */
  create(input: AdministrationInput): Promise<AdministrationRecord>;
  /** @throws a ZodError */
  update(uid: string, input: AdministrationInput): Promise<AdministrationRecord>;
  /** The desks of one administration, by name. */
  organisations(administrationUid: string): Promise<OrganisationRecord[]>;
  /** @throws a ZodError */
  addOrganisation(administrationUid: string, input: OrganisationInput): Promise<OrganisationRecord>;
  /** @throws a ZodError */
  updateOrganisation(administrationUid: string, slug: string, input: OrganisationInput): Promise<void>;
  removeOrganisation(administrationUid: string, slug: string): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    administration: AdministrationService;
  }
}

export function createAdministrationService({ strapi }: { strapi: Core.Strapi }): AdministrationService {
  const { publicUrl } = getService(strapi, 'settings');
  const administrations = () => strapi.db.query(ADMINISTRATION);
  const organisations = () => strapi.db.query(ORGANISATION);
  const kept = new Map<string, { until: number; tenant: Promise<Tenant | null> }>();

  const register = {
    byUid: (uid: string) =>
      administrations().findOne({ where: { uid } }) as Promise<AdministrationRecord | null>,
    predecessors: (uid: string) =>
      administrations().findMany({ where: { successorUid: uid } }) as Promise<AdministrationRecord[]>,
    today: (record: AdministrationRecord) => civilDate(new Date(), record.timeZone),
  };

  async function tenantOf(found: AdministrationRecord | null): Promise<Tenant | null> {
    if (!found) return null;
    const record = await presentOf(found, register);
    const desks = (await organisations().findMany({
      where: { administrationUid: record.uid },
      orderBy: 'name',
    })) as OrganisationRecord[];
    const retention = record.retention ?? noRetention;
    const procedures = [
      { ...generalForm, retention },
      ...(await getService(strapi, 'procedures').open(record.uid, desks)),
    ];
    const code = record.insee ?? record.siren;
    const { maxFiles, maxFileBytes, maxTotalBytes } = getService(strapi, 'settings').attachments;
    const link = (route: 'contactPage' | 'trackingPage' | 'termsPage') =>
      new URL(pathOf(route, code), publicUrl).href;
    const line = await lineOf(record, register);
    // The pages of a commune that has merged keep their snippet, and their address.
    const origins = [...new Set([...line.flatMap((member) => member.origins ?? []), publicUrl.origin])];
    return {
      id: record.uid,
      ids: line.map(({ uid }) => uid),
      origins: new Set(origins),
      departement: departementFor(record),
      securityAttestation: record.securityAttestation ?? null,
      desks: desks.map(({ slug, name, email, phone, address }) => ({ slug, name, email, phone, address })),
      procedures,
      administration: {
        code,
        siren: record.siren,
        insee: record.insee ?? null,
        name: record.name,
        kind: record.kind,
        timeZone: record.timeZone,
        human: {
          phone: record.phone,
          email: record.email,
          address: record.address,
          hours: record.hours ?? [],
        },
        openingHours: record.openingHours ?? null,
        // They change with the day.
        holidays: [],
        theme: { accent: record.accent ?? null },
        languages: record.languages ?? ['fr'],
        origins,
        procedures: procedures.map(({ slug, title, description, nature, recipient, attachments: own }) => ({
          slug,
          title,
          description,
          nature,
          recipient,
          attachments: own && {
            maxFiles: Math.min(own.maxFiles, maxFiles),
            maxFileBytes: Math.min(own.maxFileBytes, maxFileBytes),
            kinds: own.kinds,
          },
        })),
        recipients: desks.map(({ slug, name, phone }) => ({ slug, name, phone })),
        attachments: { maxFiles, maxFileBytes, maxTotalBytes },
        links: { contact: link('contactPage'), tracking: link('trackingPage'), terms: link('termsPage') },
      },
    };
  }

  async function keep(key: string, find: () => Promise<AdministrationRecord | null>): Promise<Tenant | null> {
    const now = performance.now();
    const earlier = kept.get(key);
    if (earlier && earlier.until > now) return tenantToday(await earlier.tenant);
    if (kept.size >= MOST_CODES) kept.clear();
    const tenant = find()
      .then(tenantOf)
      .catch((error: unknown) => {
        const failure = asUnavailable(error);
        // While the database is away nothing is changed or received: pages keep what was last known.
        if (earlier && failure !== error) return earlier.tenant;
        kept.delete(key);
        throw failure;
      });
    kept.set(key, { until: now + FRESH_MS, tenant });
    return tenantToday(await tenant);
  }

  return {
    forCode: (code) =>
      isAdministrationCode(code)
        ? keep(
            code,
            () =>
              administrations().findOne({
                where: isInseeCode(code) ? { insee: code } : { siren: code },
              }) as Promise<AdministrationRecord | null>,
          )
        : Promise.resolve(null),
    byId: (uid) => keep(`id ${uid}`, () => register.byUid(uid)),
    refresh: () => kept.clear(),
    all: () => administrations().findMany({ orderBy: 'name' }) as Promise<AdministrationRecord[]>,
    async find(search, limit) {
      const named = {
        $or: [
          { name: { $containsi: search } },
          { insee: { $startsWithi: search } },
          { siren: { $startsWith: search } },
        ],
      };
      // Mergers are few: those of the future are kept, those of the past are left out afterwards.
      const found = (await administrations().findMany({
        where: search ? named : {},
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        limit: 2 * limit,
      })) as AdministrationRecord[];
      return found.filter((record) => !hasBeenSucceeded(record, register.today(record))).slice(0, limit);
    },
    record: (uid) => register.byUid(uid),
    records: (uids) =>
      administrations().findMany({
        where: { uid: { $in: [...uids] } },
        orderBy: 'name',
      }) as Promise<AdministrationRecord[]>,
    create: async (input) =>
      (await administrations().create({
        data: { ...administrationInput.parse(input), uid: randomUUID() },
      })) as AdministrationRecord,
    update: async (uid, input) =>
      (await administrations().update({
        where: { uid },
        data: administrationInput.parse(input),
      })) as AdministrationRecord,
    organisations: (administrationUid) =>
      organisations().findMany({ where: { administrationUid }, orderBy: 'name' }) as Promise<
        OrganisationRecord[]
      >,
    addOrganisation: async (administrationUid, input) =>
      (await organisations().create({
        data: { ...organisationInput.parse(input), administrationUid },
      })) as OrganisationRecord,
    async updateOrganisation(administrationUid, slug, input) {
      await organisations().update({
        where: { administrationUid, slug },
        data: organisationInput.parse(input),
      });
    },
    async removeOrganisation(administrationUid, slug) {
      await organisations().delete({ where: { administrationUid, slug } });
    },
  };
}
