/** Who does what for the residents of an administration, as its own agents, its territory's and the sources know it. */
import { newOrganisation } from '@guichet/contracts/admin/directory';
import type { Directory, DirectoryProcedure, Level, Organisation } from '@guichet/contracts/directory';
import { noFacts } from '@guichet/contracts/no-facts';
import type { Administration } from '@guichet/contracts/administration';
import { pathOf } from '@guichet/contracts/routes';
import type { Core } from '@strapi/types';
import * as z from 'zod';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import { ProblemError } from '../../edge/problem-error.js';
import { inDirectoryOrder } from '../../domain/directory-order.js';
import type { Tenant } from '../../domain/tenant.js';
import {
  addOrganisation,
  choicesOf,
  isPlace,
  organisationsAt,
  type OrganisationChoice,
  type Place,
  shownOrganisation,
  type StoredOrganisation,
} from '../../store/organisations.js';
import { asUnavailable } from '../../store/write.js';
import { getService, type GuichetServices } from '../../strapi/services.js';

/** What a directory lists of an organisation, with what its administration chose for it. */
export interface Listed {
  stored: StoredOrganisation;
  choice: OrganisationChoice | null;
  isOwn: boolean;
}

/** An organisation that no agent types: for hostings that fill their directory by a program. */
const addedOrganisation = newOrganisation.pick({ facts: true, level: true }).extend({
  /** The State's word for it; guides name offices by it. */
  kind: z.string().max(80).nullable().default(null),
  /** Where it is shown: `department:28`, `intercommunality:200058360`, `everywhere`… */
  places: z.array(z.custom<Place>(isPlace)).min(1),
});

export interface DirectoryService {
  /** What residents read; the same object as long as its tenant is kept. */
  read(tenant: Tenant): Promise<Directory>;
  /**
   * All that an administration may show, in order: what it hides, drafts of its own, and what its source has no more, too.
   */
  listed(administration: Pick<Administration, 'siren' | 'insee' | 'kind'>, id: string): Promise<Listed[]>;
  /**
   * Adds one that is the hosting's own, and edited by its administrators.
   *
   * @returns its id
   * @throws a ZodError
   */
  add(input: z.input<typeof addedOrganisation>): Promise<string>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    directory: DirectoryService;
  }
}

type Offered = Awaited<ReturnType<GuichetServices['teleprocedures']['open']>>[number];

/** Directories are larger than tenants: fewer are kept. */
const MOST_KEPT = 2000;

const levelOf: Record<Administration['kind'], Level> = {
  commune: 'commune',
  ccas: 'commune',
  intercommunality: 'intercommunality',
  syndicate: 'intercommunality',
  department: 'department',
};

/** The State's word for each, where it has one. */
const wordOf: Record<Administration['kind'], string | null> = {
  commune: 'mairie',
  ccas: 'ccas',
  intercommunality: 'epci',
  syndicate: null,
  department: 'cg',
};

/** What an administration says of itself, in the place of what a source says of it. */
function ownFacts({
  name,
  human,
  openingHours,
}: Administration): Pick<
  Organisation,
  'name' | 'phones' | 'email' | 'address' | 'openingHours' | 'hoursNote'
> {
  return {
    name,
    phones: [{ number: human.phone, label: '' }],
    email: human.email,
    address: human.address,
    openingHours,
    // The lines that were written by hand; those of hours by the day are made of them.
    hoursNote: openingHours ? '' : human.hours.join('\n'),
  };
}

/** Whether a source's record is of the administration itself. */
export function isItself(
  { kind, commune, siren }: StoredOrganisation,
  administration: Pick<Administration, 'siren' | 'insee'>,
): boolean {
  const isItsMairie = kind === 'mairie' && commune !== null && commune === administration.insee;
  return isItsMairie || (siren !== null && siren === administration.siren);
}

export function createDirectoryService({ strapi }: { strapi: Core.Strapi }): DirectoryService {
  const knex = getService(strapi, 'knex');
  const { publicUrl } = getService(strapi, 'settings');
  const kept = new Map<Tenant, Promise<Directory>>();
  /** What was last read of each administration, by id: a tenant may be renewed just before the database goes away. */
  const last = new Map<string, Directory>();

  const listed: DirectoryService['listed'] = async (administration, id) => {
    const { siren, insee, kind } = administration;
    const territory = await getService(strapi, 'territory').placesFor({ siren, insee, kind });
    const places: Place[] = [`administration:${id}`, ...territory];
    const [all, choices] = await Promise.all([organisationsAt(knex, places), choicesOf(knex, id)]);
    return all
      .map((stored): Listed => ({
        stored,
        choice: choices.get(stored.id) ?? null,
        isOwn: stored.ownerId === id,
      }))
      .filter(({ stored, isOwn }) => isOwn || !stored.isDraft)
      .sort((one, other) => inDirectoryOrder(placed(one), placed(other)));
  };

  const placed = ({ stored, choice, isOwn }: Listed) => ({
    position: choice?.position ?? null,
    isOwn,
    level: stored.level,
    name: stored.facts.name,
  });

  async function make(tenant: Tenant): Promise<Directory> {
    const { administration } = tenant;
    const all = (await listed(administration, tenant.id)).filter(
      ({ stored, choice }) => !stored.isDraft && !stored.goneOn && !choice?.isHidden,
    );
    const itself = all.find(({ stored }) => isItself(stored, administration));
    const others = all.filter(({ stored }) => !isItself(stored, administration));
    const first: Organisation = {
      ...noFacts,
      ...(itself && shownOrganisation(itself.stored, false)),
      ...ownFacts(administration),
      ...(itself?.choice?.description && { description: itself.choice.description }),
      id: administration.code,
      level: levelOf[administration.kind],
      kind: wordOf[administration.kind],
      recipient: null,
      source: null,
    };
    const organisations = await shown(others);
    const guides = getService(strapi, 'guides');
    const { themes, lifeEvents } = await guides.index('individuals');
    const teleprocedures = await getService(strapi, 'teleprocedures').open(tenant);
    const named = [
      ...tenant.procedures.map(({ facts }) => facts),
      ...teleprocedures.map(({ stored }) => stored.definition.facts),
    ].flatMap(({ guide }) => guide ?? []);
    // A guide that the hosting does not have, or no more, is led to by nothing.
    const readable = await guides.among(named);
    const readableGuide = (guide: string | null) => (guide !== null && readable.has(guide) ? guide : null);
    const bySlug = new Map(
      others.flatMap(({ stored, isOwn }) => (isOwn && stored.slug ? [[stored.slug, stored.id]] : [])),
    );
    return {
      organisations: [first, ...organisations],
      procedures: tenant.procedures
        .filter(({ slug }) => slug !== GENERAL_FORM)
        .map(({ slug, facts }): DirectoryProcedure => {
          const offered = administration.procedures.find((one) => one.slug === slug)!;
          const link = new URL(pathOf('contactPage', administration.code), publicUrl);
          link.searchParams.set('procedure', slug);
          const organisation = bySlug.get(offered.recipient ?? '') ?? first.id;
          const guide = readableGuide(facts.guide);
          return { ...offered, ...facts, guide, organisation, link: link.href };
        })
        .concat(await operated(tenant, teleprocedures, all, first.id, readableGuide))
        .sort((one, other) => one.title.localeCompare(other.title, 'fr')),
      themes,
      lifeEvents,
      link: new URL(pathOf('servicesPage', administration.code), publicUrl).href,
    };
  }

  /** Téléprocédures, each under whoever is competent where that one is shown, and under the administration itself elsewhere. */
  function operated(
    tenant: Tenant,
    teleprocedures: readonly Offered[],
    all: readonly Listed[],
    itself: string,
    readableGuide: (guide: string | null) => string | null,
  ): Promise<DirectoryProcedure[]> {
    const service = getService(strapi, 'teleprocedures');
    return Promise.all(
      teleprocedures.map(async (one): Promise<DirectoryProcedure> => {
        const { stored, operator, title, introduction } = one;
        const { facts } = stored.definition;
        const competent = await service.competentFor(one);
        const shownAs =
          competent &&
          competent.id !== tenant.id &&
          all.find(({ stored: { siren } }) => siren === competent.administration.siren);
        return {
          slug: stored.slug,
          title,
          description: introduction,
          nature: null,
          recipient: null,
          attachments: null,
          ...facts,
          guide: readableGuide(facts.guide),
          organisation: shownAs ? shownAs.stored.id : competent?.id === tenant.id ? itself : '',
          link: service.linkOf(tenant.administration.code, one).link,
          operator: operator.name,
        };
      }),
    );
  }

  /** Whoever is an administration of the hosting says itself how it is reached: edited once, by who owns it. */
  async function shown(all: readonly Listed[]): Promise<Organisation[]> {
    const service = getService(strapi, 'administration');
    const sirens = all.flatMap(({ stored }) => (stored.siren && !stored.ownerId ? [stored.siren] : []));
    const there = sirens.length ? await service.among({ insees: [], sirens }) : [];
    const tenants = await Promise.all(there.map(({ siren }) => service.forCode(siren)));
    const owners = new Map(
      tenants.flatMap((tenant) => (tenant ? [[tenant.administration.siren, tenant.administration]] : [])),
    );
    return all.map(({ stored, choice, isOwn }) => {
      const owner = stored.ownerId ? undefined : owners.get(stored.siren ?? '');
      return {
        ...shownOrganisation(stored, isOwn),
        ...(owner && ownFacts(owner)),
        ...(choice?.description && { description: choice.description }),
      };
    });
  }

  return {
    listed,
    async add(input) {
      const { facts, level, kind, places } = addedOrganisation.parse(input);
      const id = await addOrganisation(knex, null, { slug: null, level, kind, facts, places });
      getService(strapi, 'administration').refresh();
      return id;
    },
    read(tenant) {
      const already = kept.get(tenant);
      if (already) return already;
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
      const made = make(tenant).then(
        (directory) => {
          last.delete(tenant.id);
          if (last.size >= MOST_KEPT) last.delete(last.keys().next().value!);
          last.set(tenant.id, directory);
          return directory;
        },
        (error: unknown) => {
          const failure = asUnavailable(error);
          const earlier = last.get(tenant.id);
          if (earlier && failure instanceof ProblemError && failure.code === 'unavailable') return earlier;
          kept.delete(tenant);
          throw failure;
        },
      );
      kept.set(tenant, made);
      return made;
    },
  };
}
