/** The directory as agents edit it where they serve, and the hosting's administrators everywhere. */
import type {
  AdminDirectory,
  AdminOrganisation,
  DirectoryRow,
  directoryChoices,
  newOrganisation,
  organisationChange,
  OrganisationLack,
} from '@guichet/contracts/admin/directory';
import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { slugOf } from '@guichet/contracts/slug';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { writtenHere } from '../../domain/brought-in.js';
import {
  addOrganisation,
  changeOrganisation,
  findOrganisation,
  organisationsOwnedBy,
  type Place,
  placesOf,
  removeOrganisation,
  type StoredOrganisation,
  writeChoices,
} from '../../store/organisations.js';
import { transaction } from '../../store/transaction.js';
import { isDuplicate } from '../../store/write.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import type { Manager } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import { toldOf } from './links.js';
import { isItself, type Listed } from './service.js';

type Input = z.output<typeof newOrganisation>;

export interface DirectoryAdminService {
  /** @throws AdminRefusal `not-found`, also for what the agent does not serve */
  list(by: Manager, administrationId: string): Promise<AdminDirectory>;
  /** @throws AdminRefusal `not-found`, `not-allowed`, `validation-failed` */
  create(by: Manager, administrationId: string, input: Input): Promise<AdminOrganisation>;
  /** @throws AdminRefusal `not-found`, `not-allowed` */
  choose(
    by: Manager,
    administrationId: string,
    choices: z.output<typeof directoryChoices>,
  ): Promise<AdminDirectory>;
  /** @throws AdminRefusal `not-found` */
  read(by: Manager, id: string): Promise<AdminOrganisation>;
  /** @throws AdminRefusal `not-found`, `not-allowed`, `validation-failed`, `request-changed` */
  change(by: Manager, id: string, input: z.output<typeof organisationChange>): Promise<AdminOrganisation>;
  /** @throws AdminRefusal `not-found`, `not-allowed` */
  remove(by: Manager, id: string): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    directoryAdmin: DirectoryAdminService;
  }
}

function lacksOf(organisation: StoredOrganisation): OrganisationLack[] {
  const { openingHours, hoursNote, phones, address } = organisation.facts;
  const lacks: OrganisationLack[] = [];
  if (!openingHours && !hoursNote) lacks.push('hours');
  if (!phones.length) lacks.push('phone');
  if (!address) lacks.push('address');
  if (toldOf(organisation).length) lacks.push('link');
  return lacks;
}

/** What notices and receipts say of a service that residents write to (CRPA R112-11-1, 2°). */
function recipientLacks({ isRecipient, facts }: Input): AdminFieldError[] {
  if (!isRecipient) return [];
  const missing = [!facts.email && 'email', !facts.phones.length && 'phones', !facts.address && 'address'];
  return missing.flatMap((name) => (name ? [{ path: `facts.${name}`, code: 'required' as const }] : []));
}

/** The territory that an administration can share with; null: it has no communes. */
function sharedPlace({ kind, siren, departement }: AdminAdministration): Place | null {
  if (kind === 'intercommunality') return `intercommunality:${siren}`;
  return kind === 'department' && departement ? `department:${departement}` : null;
}

const tagOf = ({ id, integration, name, accent }: AdminAdministration) => ({
  id,
  code: integration.code,
  name,
  accent,
});

export function createDirectoryAdminService({ strapi }: { strapi: Core.Strapi }): DirectoryAdminService {
  const knex = getService(strapi, 'knex');
  const administrationOf = (by: Manager, id: string) =>
    getService(strapi, 'administrationAdmin').read(by, id);

  /** @throws AdminRefusal `not-allowed` */
  async function configured(by: Manager, id: string): Promise<AdminAdministration> {
    const administration = await administrationOf(by, id);
    if (!administration.mayConfigure) throw new AdminRefusal('not-allowed');
    return administration;
  }

  /** What the hosting has from its sources is open to all of its agents. */
  async function ownerOf(by: Manager, { ownerId }: StoredOrganisation): Promise<AdminAdministration | null> {
    return ownerId ? administrationOf(by, ownerId) : null;
  }

  async function stored(id: string): Promise<StoredOrganisation> {
    const found = await findOrganisation(knex, id);
    if (!found) throw new AdminRefusal('not-found');
    return found;
  }

  /** @throws AdminRefusal `not-allowed` */
  async function editable(by: Manager, id: string) {
    const organisation = await stored(id);
    const owner = await ownerOf(by, organisation);
    if (!(owner ? owner.mayConfigure : by.managesAll)) throw new AdminRefusal('not-allowed');
    return { organisation, owner };
  }

  async function ownerNames(all: readonly Listed[]): Promise<Map<string, string>> {
    const uids = [
      ...new Set(all.flatMap(({ stored: { ownerId }, isOwn }) => (isOwn ? [] : (ownerId ?? [])))),
    ];
    const records = uids.length ? await getService(strapi, 'administration').records(uids) : [];
    return new Map(records.map(({ uid, name }) => [uid, name]));
  }

  const rowOf =
    (by: Manager, mayConfigure: boolean, owners: ReadonlyMap<string, string>) =>
    ({ stored: one, choice, isOwn }: Listed): DirectoryRow => ({
      id: one.id,
      name: one.facts.name,
      level: one.level,
      kind: one.kind,
      whose: isOwn ? 'own' : one.ownerId ? 'other' : 'hosting',
      from: isOwn ? null : one.ownerId ? (owners.get(one.ownerId) ?? null) : (one.source?.name ?? null),
      mayEdit: isOwn ? mayConfigure : by.managesAll,
      isRecipient: isOwn && one.slug !== null,
      isDraft: one.isDraft,
      isHidden: choice?.isHidden ?? false,
      goneOn: one.goneOn,
      description: one.facts.description,
      ownDescription: choice?.description ?? '',
      lacks: lacksOf(one),
    });

  const list: DirectoryAdminService['list'] = async (by, id) => {
    const administration = await administrationOf(by, id);
    const all = await getService(strapi, 'directory').listed(administration, id);
    return {
      administration: tagOf(administration),
      mayConfigure: administration.mayConfigure,
      mayShare: sharedPlace(administration) !== null,
      isOrdered: all.some(({ choice }) => choice?.position != null),
      organisations: all
        .filter((one) => !isItself(one.stored, administration))
        .map(rowOf(by, administration.mayConfigure, await ownerNames(all))),
      link: administration.integration.links.services,
    };
  };

  /**
   * What another administration shares is open to all who read a directory.
   *
   * @throws AdminRefusal `not-found`
   */
  async function readableOwner(by: Manager, organisation: StoredOrganisation, isShared: boolean) {
    try {
      const owner = await ownerOf(by, organisation);
      if (!owner) return { owner: null, mayEdit: by.managesAll };
      return {
        owner: { ...tagOf(owner), mayShare: sharedPlace(owner) !== null },
        mayEdit: owner.mayConfigure,
      };
    } catch (error) {
      const isOpen = isShared && !organisation.isDraft && organisation.ownerId;
      if (!(error instanceof AdminRefusal) || !isOpen) throw error;
      const record = await getService(strapi, 'administration').record(isOpen);
      if (!record) throw error;
      const { uid, insee, siren, name, accent } = record;
      return { owner: { id: uid, code: insee ?? siren, name, accent, mayShare: true }, mayEdit: false };
    }
  }

  const read: DirectoryAdminService['read'] = async (by, id) => {
    const organisation = await stored(id);
    const { facts, level, kind, slug, isDraft, goneOn, version, source } = organisation;
    const isShared = (await placesOf(knex, id)).some((place) => !place.startsWith('administration:'));
    return {
      id,
      version,
      facts,
      level,
      kind,
      ...(await readableOwner(by, organisation, isShared)),
      slug,
      isDraft,
      isShared,
      goneOn,
      deadLinks: toldOf(organisation),
      source: source && {
        name: source.name,
        url: source.url ?? '',
        updatedOn: source.updatedOn,
        facts: source.facts,
      },
      writtenHere: writtenHere(facts, source?.facts ?? null),
    };
  };

  /** @throws AdminRefusal `validation-failed` */
  async function columns(owner: AdminAdministration, input: Input, before: StoredOrganisation | null) {
    const errors = recipientLacks(input);
    const shared = sharedPlace(owner);
    if (input.isShared && !shared) errors.push({ path: 'isShared', code: 'not-allowed' });
    if (errors.length) throw new AdminRefusal('validation-failed', errors);
    const taken = (await organisationsOwnedBy(knex, owner.id)).flatMap(({ slug }) => slug ?? []);
    const places: Place[] = [`administration:${owner.id}`];
    if (input.isShared && shared) places.push(shared);
    return {
      slug: input.isRecipient ? (before?.slug ?? slugOf(input.facts.name, taken)) : null,
      level: input.level,
      kind: before?.kind ?? null,
      isDraft: input.isDraft,
      facts: input.facts,
      places,
    };
  }

  /** Two agents at once: the unique index has the last word. Whoever reads is told anew. */
  async function written<T>(work: Parameters<typeof transaction<T>>[1]): Promise<T> {
    try {
      return await transaction(strapi, work);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new AdminRefusal('validation-failed', [{ path: 'facts.name', code: 'taken' }]);
    } finally {
      getService(strapi, 'administration').refresh();
    }
  }

  return {
    list,
    read,

    async create(by, administrationId, input) {
      const owner = await configured(by, administrationId);
      const made = await columns(owner, input, null);
      return read(by, await written((trx) => addOrganisation(trx, administrationId, made)));
    },

    async choose(by, administrationId, { choices, isOrdered }) {
      await configured(by, administrationId);
      const { organisations } = await list(by, administrationId);
      const known = new Set(organisations.map(({ id }) => id));
      await written((trx) =>
        writeChoices(
          trx,
          administrationId,
          choices
            .filter(({ id }) => known.has(id))
            .map(({ id, isHidden, description }, position) => ({
              organisationId: id,
              isHidden,
              position: isOrdered ? position : null,
              description: description || null,
            })),
        ),
      );
      return list(by, administrationId);
    },

    async change(by, id, { seen, ...input }) {
      const { organisation, owner } = await editable(by, id);
      const made = owner
        ? await columns(owner, input, organisation)
        : // Where a source's is shown is the source's to say.
          {
            slug: null,
            level: organisation.level,
            kind: organisation.kind,
            isDraft: false,
            facts: input.facts,
          };
      if (!(await written((trx) => changeOrganisation(trx, id, made, seen))))
        throw new AdminRefusal('request-changed');
      return read(by, id);
    },

    async remove(by, id) {
      const { owner } = await editable(by, id);
      if (!owner) throw new AdminRefusal('not-allowed');
      await written((trx) => removeOrganisation(trx, id));
    },
  };
}
