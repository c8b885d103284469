/** Tenants: looked up by their public codes, kept in memory for ten seconds, or for as long as the database is away. */
import { noRetention } from '@guichet/contracts/admin/retention';
import { isAdministrationCode, isInseeCode } from '@guichet/contracts/identity';
import { pathOf } from '@guichet/contracts/routes';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { civilDate } from '../../domain/civil-date.js';
import type { MairieFacts } from '../../domain/mairie-facts.js';
import { generalForm } from '../../domain/procedure.js';
import type { Desk, Tenant } from '../../domain/tenant.js';
import { addOrganisation, deskFacts, deskOf, organisationsOwnedBy } from '../../store/organisations.js';
import { asUnavailable } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import {
  ADMINISTRATION,
  administrationInput,
  type AdministrationInput,
  type AdministrationRecord,
  departementFor,
  deskInput,
  type DeskInput,
} from './schema.js';
import { followMairies, type FollowedMairie } from './follow.js';
import { hasBeenSucceeded, lineOf, linesOf, presentOf } from './succession.js';
import { tenantToday } from './tenant-today.js';

/** Another node may have changed an administration: nobody sees the old one longer than this. */
const FRESH_MS = 10_000;
/** Codes without an administration are remembered as well, so they must be bounded. */
const MOST_CODES = 50_000;

/** What an administration is addressed by. */
export type AdministrationCodes = Pick<AdministrationRecord, 'uid' | 'insee' | 'siren'>;

export interface AdministrationService {
  /** By INSEE code or SIREN, after a merger the successor's; null where no administration answers to it. */
  forCode(code: string): Promise<Tenant | null>;
  /** The tenant that answers now for an immutable id: after a merger, the successor's. */
  byId(uid: string): Promise<Tenant | null>;
  /** Forgets what is kept in memory in this node. */
  refresh(): void;
  /** Every administration, by name. */
  all(): Promise<AdministrationRecord[]>;
  /** Those that answer for themselves, by name, each followed by all that it has taken over from. */
  lines(): Promise<AdministrationRecord[][]>;
  /** By a part of the name, or the beginning of a code; those that answer for themselves, by name. */
  find(search: string, limit: number): Promise<AdministrationRecord[]>;
  /** Those that have one of the codes. */
  among(codes: { insees: readonly string[]; sirens: readonly string[] }): Promise<AdministrationCodes[]>;
  record(uid: string): Promise<AdministrationRecord | null>;
  /** The administration that answers now for an immutable id, as it is kept: after a merger, the successor. */
  presentRecord(uid: string): Promise<AdministrationRecord | null>;
  /** Those that exist of them, by name. */
  records(uids: readonly string[]): Promise<AdministrationRecord[]>;
  /**
   * @param imported what the annuaire says of its mairie, where it is made from that
   * @throws a ZodError
   */
  create(input: AdministrationInput, imported?: MairieFacts): Promise<AdministrationRecord>;
  /** Brings in what the annuaire says now of mairies; what people wrote stays (`domain/mairie-facts.ts`). */
  follow(mairies: readonly FollowedMairie[]): Promise<void>;
  /** @throws a ZodError */
  update(uid: string, input: AdministrationInput): Promise<AdministrationRecord>;
  /** The services of one administration that residents write to, by name. */
  desks(uid: string): Promise<Desk[]>;
  /**
   * @param trx where it goes with other writes
   * @throws a ZodError
   */
  addDesk(uid: string, input: DeskInput, trx?: Knex): Promise<Desk>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    administration: AdministrationService;
  }
}

export function createAdministrationService({ strapi }: { strapi: Core.Strapi }): AdministrationService {
  const { publicUrl } = getService(strapi, 'settings');
  const administrations = () => strapi.db.query(ADMINISTRATION);
  const knex = getService(strapi, 'knex');
  const desksOf = async (uid: string) => (await organisationsOwnedBy(knex, uid)).flatMap(deskOf);
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
    const desks = await desksOf(record.uid);
    const retention = record.retention ?? noRetention;
    const procedures = [
      { ...generalForm, retention },
      ...(await getService(strapi, 'procedures').open(record.uid, desks)),
    ];
    const code = record.insee ?? record.siren;
    const { maxFiles, maxFileBytes, maxTotalBytes } = getService(strapi, 'settings').attachments;
    const link = (route: 'contactPage' | 'trackingPage' | 'termsPage' | 'servicesPage') =>
      new URL(pathOf(route, code), publicUrl).href;
    const line = await lineOf(record, register);
    // The pages of a commune that has merged keep their snippet, and their address.
    const origins = [...new Set([...line.flatMap((member) => member.origins ?? []), publicUrl.origin])];
    const ids = line.map(({ uid }) => uid);
    const reserved = await getService(strapi, 'teleprocedures').reservedFor(
      { ids, administration: { ...record, insee: record.insee ?? null } },
      code,
    );
    return {
      id: record.uid,
      ids,
      origins: new Set(origins),
      departement: departementFor(record),
      securityAttestation: record.securityAttestation ?? null,
      desks,
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
        ...(reserved.length && { reserved }),
        recipients: desks.map(({ slug, name, phone }) => ({ slug, name, phone })),
        attachments: { maxFiles, maxFileBytes, maxTotalBytes },
        links: {
          contact: link('contactPage'),
          tracking: link('trackingPage'),
          terms: link('termsPage'),
          services: link('servicesPage'),
        },
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

  const all = () => administrations().findMany({ orderBy: 'name' }) as Promise<AdministrationRecord[]>;

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
    all,
    lines: async () => linesOf(await all(), register.today),
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
    async presentRecord(uid) {
      const record = await register.byUid(uid);
      return record && presentOf(record, register);
    },
    among: ({ insees, sirens }) =>
      administrations().findMany({
        select: ['uid', 'insee', 'siren'],
        where: { $or: [{ insee: { $in: [...insees] } }, { siren: { $in: [...sirens] } }] },
      }) as Promise<AdministrationCodes[]>,
    records: (uids) =>
      administrations().findMany({
        where: { uid: { $in: [...uids] } },
        orderBy: 'name',
      }) as Promise<AdministrationRecord[]>,
    create: async (input, imported) =>
      (await administrations().create({
        data: {
          ...administrationInput.parse(input),
          uid: randomUUID(),
          ...(imported && { imported }),
        },
      })) as AdministrationRecord,
    follow: (mairies) => followMairies(strapi, mairies),
    update: async (uid, input) =>
      (await administrations().update({
        where: { uid },
        data: administrationInput.parse(input),
      })) as AdministrationRecord,
    desks: desksOf,
    async addDesk(uid, input, trx = knex) {
      const { slug, level, ...facts } = deskInput.parse(input);
      await addOrganisation(trx, uid, { slug, level, facts: deskFacts(facts) });
      kept.clear();
      return { slug, ...facts };
    },
  };
}
