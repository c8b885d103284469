/** Téléprocédures as they are defined: the hosting's by its administrators, an administration's by who configures it. */
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import type {
  AdminTeleprocedure,
  Audience,
  audienceQuery,
  EntryChosen,
  newTeleprocedure,
  teleprocedureChange,
  TeleprocedureProbe,
  teleprocedureReinstatement,
  TeleprocedureRow,
  Teleprocedures,
  teleprocedureWithdrawal,
} from '@guichet/contracts/admin/teleprocedures';
import { slugOf } from '@guichet/contracts/slug';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { tagOf } from '../../domain/administration-tag.js';
import { civilDate } from '../../domain/civil-date.js';
import type { Probe } from '../../domain/framing.js';
import { newId } from '../../jobs/new-id.js';
import { findOperator } from '../../store/operators.js';
import {
  addTeleprocedure,
  changeTeleprocedure,
  sealConnectorSecret,
  type StoredTeleprocedure,
  type TeleprocedureChanges,
} from '../../store/teleprocedures.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import type { Manager } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import { audienceOf } from './audience.js';
import type { Catalogue, Defined } from './catalogue.js';
import { checkSettings, pathOn, type Settings } from './check.js';
import { probeNow } from './probing.js';
import { countsOf, namesOfOffer, reachOf } from './reach.js';

export interface TeleproceduresAdminService {
  list(by: Manager): Promise<Teleprocedures>;
  /** @throws AdminRefusal `not-found`, also for an owner that the agent does not define for */
  audience(by: Manager, query: z.output<typeof audienceQuery>): Promise<Audience>;
  /** @throws AdminRefusal `not-found`, also for what the agent does not define */
  read(by: Manager, slug: string): Promise<AdminTeleprocedure>;
  /** @throws AdminRefusal `validation-failed` */
  create(by: Manager, input: z.output<typeof newTeleprocedure>): Promise<AdminTeleprocedure>;
  /** @throws AdminRefusal `not-found`, `validation-failed`, `request-changed` */
  change(
    by: Manager,
    slug: string,
    change: z.output<typeof teleprocedureChange>,
  ): Promise<AdminTeleprocedure>;
  /** Asks its address now. @throws AdminRefusal `not-found` */
  probe(by: Manager, slug: string): Promise<AdminTeleprocedure>;
  /** @throws AdminRefusal `not-found`, `validation-failed`, `request-changed` */
  withdraw(
    by: Manager,
    slug: string,
    withdrawal: z.output<typeof teleprocedureWithdrawal>,
  ): Promise<AdminTeleprocedure>;
  /** @throws AdminRefusal `not-found`, `request-changed` */
  reinstate(
    by: Manager,
    slug: string,
    seen: z.output<typeof teleprocedureReinstatement>,
  ): Promise<AdminTeleprocedure>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    teleproceduresAdmin: TeleproceduresAdminService;
  }
}

/** Where nobody of a zone of its own says otherwise. */
const TIME_ZONE = 'Europe/Paris';

function shownProbe({ url }: Defined, probe: Probe | null): TeleprocedureProbe | null {
  if (probe?.url !== url) return null;
  const { at, answer, failingSince, nextAt } = probe;
  const told = 'fault' in answer ? null : answer;
  return {
    at,
    status: told?.status ?? null,
    fault: 'fault' in answer ? answer.fault : null,
    finalUrl: told?.finalUrl ?? null,
    frameOptions: told?.frameOptions ?? null,
    contentSecurityPolicy: told?.contentSecurityPolicy ?? null,
    failingSince,
    nextAt,
  };
}

export function createTeleproceduresAdminService({
  strapi,
}: {
  strapi: Core.Strapi;
}): TeleproceduresAdminService {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  const service = () => getService(strapi, 'teleprocedures');
  const administrations = () => getService(strapi, 'administration');

  /** Null: all of them. */
  async function openTo({ user, managesAll }: Manager): Promise<ReadonlySet<string> | null> {
    if (managesAll) return null;
    return new Set((await getService(strapi, 'agents').scopeOf(user.id)).map(({ id }) => id));
  }

  const mayEdit = (by: Manager, scope: ReadonlySet<string> | null, ownerId: string | null): boolean =>
    scope === null || (ownerId !== null && by.configures && scope.has(ownerId));

  /** @throws AdminRefusal `not-found` */
  async function editable(by: Manager, slug: string): Promise<{ one: Defined; catalogue: Catalogue }> {
    const catalogue = await service().catalogue();
    const one = catalogue.bySlug.get(slug);
    if (!one || !mayEdit(by, await openTo(by), one.stored.ownerId)) throw new AdminRefusal('not-found');
    return { one, catalogue };
  }

  /** Of an administration that is not known: by what holds for all. */
  const chosen = (one: Defined): EntryChosen => service().chosenFor([], one);

  async function ownersOf(all: readonly Defined[]): Promise<Map<string, AdministrationTag>> {
    const ids = [...new Set(all.flatMap(({ stored }) => stored.ownerId ?? []))];
    const records = ids.length ? await administrations().records(ids) : [];
    return new Map(records.map((record) => [record.uid, tagOf(record)]));
  }

  const operatorOf = ({ operator: { id, name, origin } }: Defined) => ({ id, name, origin });

  async function view(by: Manager, slug: string): Promise<AdminTeleprocedure> {
    const { one, catalogue } = await editable(by, slug);
    const { stored, url, probe } = one;
    const { connector, ...definition } = stored.definition;
    return {
      slug,
      version: stored.version,
      title: stored.title,
      ...definition,
      url,
      offer: stored.offer,
      connector: connector && { ...connector, hasSecret: stored.connectorSecret !== null },
      owner: (await ownersOf([one])).get(stored.ownerId ?? '') ?? null,
      operator: operatorOf(one),
      withdrawn: stored.withdrawn,
      chosen: chosen(one),
      probe: shownProbe(one, probe),
      offeredTo: await namesOfOffer(strapi, one),
      ...(await reachOf(strapi, one, catalogue)),
    };
  }

  function changesOf(
    id: string,
    settings: Settings,
    path: string,
    before: StoredTeleprocedure | null,
  ): TeleprocedureChanges {
    const { title, url: _, offer, connector, ...definition } = settings;
    const { secret, ...link } = connector ?? { name: '', settings: {} };
    const kept = connector && secret === undefined ? (before?.connectorSecret ?? null) : null;
    return {
      title,
      path,
      offer,
      definition: { ...definition, connector: connector && link },
      connectorSecret: secret ? sealConnectorSecret(vault, id, secret) : kept,
    };
  }

  /** Whoever reads is told anew. */
  async function written<T>(work: Parameters<typeof inTransaction<T>>[1]): Promise<T> {
    try {
      return await inTransaction(strapi, work);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new AdminRefusal('validation-failed', [{ path: 'title', code: 'taken' }]);
    } finally {
      service().refresh();
    }
  }

  /** @throws AdminRefusal `request-changed` */
  async function save(
    { stored }: Defined,
    changes: Parameters<typeof changeTeleprocedure>[2],
    seen: number,
  ): Promise<void> {
    if (!(await written((trx) => changeTeleprocedure(trx, stored.id, changes, seen))))
      throw new AdminRefusal('request-changed');
  }

  const probe: TeleproceduresAdminService['probe'] = async (by, slug) => {
    const { one } = await editable(by, slug);
    await probeNow(strapi, one, new AbortController().signal);
    service().refresh();
    return view(by, slug);
  };

  return {
    read: view,
    probe,

    async list(by) {
      const scope = await openTo(by);
      const catalogue = await service().catalogue();
      const { all } = catalogue;
      const shown = all.filter(({ stored: { ownerId } }) => !scope || !ownerId || scope.has(ownerId));
      const owners = await ownersOf(shown);
      const edited = shown.filter(({ stored: { ownerId } }) => mayEdit(by, scope, ownerId));
      const counts = await countsOf(strapi, edited, catalogue);
      const mayOwn = scope && by.configures ? await administrations().records([...scope]) : [];
      return {
        teleprocedures: shown.map((one): TeleprocedureRow => {
          const { stored } = one;
          return {
            slug: stored.slug,
            title: stored.title,
            owner: owners.get(stored.ownerId ?? '') ?? null,
            operator: operatorOf(one),
            mayEdit: edited.includes(one),
            isReserved: stored.definition.isReserved,
            withdrawnOn: stored.withdrawn?.on ?? null,
            chosen: chosen(one),
            failingSince: one.probe?.failingSince ?? null,
            reach: counts.get(stored.id) ?? null,
          };
        }),
        owners: mayOwn.map(tagOf),
        mayManage: by.managesAll,
      };
    },

    async audience(by, { ownerId, search }) {
      const owner = mayEdit(by, await openTo(by), ownerId) && (await administrations().record(ownerId));
      if (!owner) throw new AdminRefusal('not-found');
      return audienceOf(strapi, by, ownerId, search);
    },

    async create(by, { ownerId, operatorId, ...settings }) {
      const operator = await findOperator(knex, operatorId);
      if (!operator) throw new AdminRefusal('validation-failed', [{ path: 'operatorId', code: 'unknown' }]);
      if (!mayEdit(by, await openTo(by), ownerId) || (ownerId && !(await administrations().record(ownerId))))
        throw new AdminRefusal('validation-failed', [
          { path: 'ownerId', code: ownerId ? 'unknown' : 'not-allowed' },
        ]);
      await checkSettings(strapi, settings, { by, ownerId, operator, before: null });
      const { bySlug } = await service().catalogue();
      const slugs = await getService(strapi, 'procedures').slugs();
      const id = newId();
      const slug = slugOf(settings.title, [...bySlug.keys(), ...slugs]);
      const changes = changesOf(id, settings, pathOn(operator, settings.url)!, null);
      await written((trx) => addTeleprocedure(trx, { id, slug, ownerId, operatorId, ...changes }));
      return probe(by, slug);
    },

    async change(by, slug, { seen, ...settings }) {
      const { one } = await editable(by, slug);
      const { stored, operator } = one;
      await checkSettings(strapi, settings, { by, ownerId: stored.ownerId, operator, before: stored });
      const path = pathOn(operator, settings.url)!;
      await save(one, changesOf(stored.id, settings, path, stored), seen);
      return path === stored.path ? view(by, slug) : probe(by, slug);
    },

    async withdraw(by, slug, { seen, message, replacement }) {
      const { one, catalogue } = await editable(by, slug);
      if (replacement !== null && (replacement === slug || !catalogue.bySlug.has(replacement)))
        throw new AdminRefusal('validation-failed', [{ path: 'replacement', code: 'unknown' }]);
      const { ownerId } = one.stored;
      const owner = ownerId ? await administrations().record(ownerId) : null;
      const on = civilDate(new Date(), owner?.timeZone ?? TIME_ZONE);
      await save(one, { withdrawn: { on, message, replacement } }, seen);
      return view(by, slug);
    },

    async reinstate(by, slug, { seen }) {
      const { one } = await editable(by, slug);
      await save(one, { withdrawn: null }, seen);
      return probe(by, slug);
    },
  };
}
