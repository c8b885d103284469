/** The téléprocédures that are offered to an administration, as its residents find them. */
import type { Administration } from '@guichet/contracts/administration';
import type { EntryChosen } from '@guichet/contracts/admin/teleprocedures';
import { pathOf } from '@guichet/contracts/routes';
import type { ReceiptService } from '@guichet/contracts/receipt';
import type { Teleprocedure } from '@guichet/contracts/teleprocedure';
import type { Core } from '@strapi/types';
import { chooseEntry, type Framing } from '../../domain/framing.js';
import { isOfferedTo } from '../../domain/offer.js';
import { serviceOf, type Tenant } from '../../domain/tenant.js';
import { findOperator, ownerOfOperatorSecrets, type StoredOperator } from '../../store/operators.js';
import { type TeleprocedureChoice, teleprocedureChoicesOf } from '../../store/teleprocedure-choices.js';
import { openConnectorSecret } from '../../store/teleprocedures.js';
import { getService } from '../../strapi/services.js';
import { openSecrets } from '../../vault/shared-secrets.js';
import { type Catalogue, createCatalogue, type Defined } from './catalogue.js';

/** An administration, with those that it has taken over from: its own id comes first. */
export type OfferedToWhom = Pick<Tenant, 'ids'> & {
  administration: Pick<Administration, 'insee' | 'siren' | 'kind'>;
};

/** A téléprocédure as it is offered to one administration. */
export interface Offered extends Defined {
  choice: TeleprocedureChoice | null;
  /** Without a choice it is: who is competent offers it, and the administration can switch it off. */
  isOn: boolean;
  /** As its residents read them. */
  title: string;
  introduction: string;
}

/** What leads to one. */
export interface TeleprocedureLink {
  slug: string;
  title: string;
  /** Absolute URL of the hosting's page of it. */
  link: string;
}

export interface TeleproceduresService {
  catalogue(): Promise<Catalogue>;
  /** All that is offered to it, by title: what it has switched off, and what was withdrawn, too. */
  offeredTo(whom: OfferedToWhom): Promise<Offered[]>;
  /** One of these; null where none of that name is offered to it. */
  find(whom: OfferedToWhom, slug: string): Promise<Offered | null>;
  /** Those that its residents can begin. */
  open(whom: OfferedToWhom): Promise<Offered[]>;
  /** What is told of one before it is begun; null where none of that name is on there. The same object while nothing changes. */
  read(tenant: Tenant, slug: string): Promise<Teleprocedure | null>;
  /** The way in, and why. */
  chosenFor(origins: ReadonlySet<string> | readonly string[], one: Defined): EntryChosen;
  /** What the way in is chosen by. */
  framingOf(origins: ReadonlySet<string> | readonly string[], one: Defined): Framing;
  /** The administration of this hosting that acknowledges and decides (CRPA L114-4); null where it is none of it. */
  competentFor(one: Pick<Defined, 'stored' | 'operator'>): Promise<Tenant | null>;
  linkOf(code: string, one: Pick<Offered, 'stored' | 'title'>): TeleprocedureLink;
  /** Those that alone seise validly (CRPA L112-9). @param code that it is addressed by */
  reservedFor(whom: OfferedToWhom, code: string): Promise<TeleprocedureLink[]>;
  /** What an operator signs with now, the present secret first; null where there is none of that id. */
  operatorSecrets(id: string): Promise<{ operator: StoredOperator; secrets: string[] } | null>;
  /** What the operator's system knows us by; null where nothing was said. */
  connectorSecret(one: Defined): string | null;
  /** Forgets what is kept in memory in this node. */
  refresh(): void;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    teleprocedures: TeleproceduresService;
  }
}

export function createTeleproceduresService({ strapi }: { strapi: Core.Strapi }): TeleproceduresService {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  const { publicUrl } = getService(strapi, 'settings');
  const keeper = createCatalogue(strapi);
  const kept = new WeakMap<
    Tenant,
    { catalogue: Catalogue; bySlug: Map<string, Promise<Teleprocedure | null>> }
  >();
  const choices = new WeakMap<object, Promise<Map<string, TeleprocedureChoice>>>();

  /** As long as its tenant is kept. */
  function choicesOf(whom: OfferedToWhom): Promise<Map<string, TeleprocedureChoice>> {
    const earlier = choices.get(whom);
    if (earlier) return earlier;
    const found = teleprocedureChoicesOf(knex, whom.ids[0]!);
    choices.set(whom, found);
    found.catch(() => choices.delete(whom));
    return found;
  }

  async function among(
    all: readonly Defined[],
    successors: Catalogue['successors'],
    whom: OfferedToWhom,
  ): Promise<Offered[]> {
    if (!all.length) return [];
    const { insee, siren, kind } = whom.administration;
    const places = await getService(strapi, 'territory').placesFor({ insee, siren, kind });
    const reached = all.filter(({ stored }) =>
      isOfferedTo(stored.offer, { ids: whom.ids, places }, successors),
    );
    if (!reached.length) return [];
    const chosen = await choicesOf(whom);
    return reached
      .map((one): Offered => {
        const choice = chosen.get(one.stored.id) ?? null;
        return {
          ...one,
          choice,
          isOn: choice?.isOn ?? true,
          title: choice?.title || one.stored.title,
          introduction: choice?.introduction || one.stored.definition.introduction,
        };
      })
      .sort((one, other) => one.title.localeCompare(other.title, 'fr'));
  }

  const offeredTo: TeleproceduresService['offeredTo'] = async (whom) => {
    const { all, successors } = await keeper.read();
    return among(all, successors, whom);
  };

  const find: TeleproceduresService['find'] = async (whom, slug) => {
    const { bySlug, successors } = await keeper.read();
    const one = bySlug.get(slug);
    return one ? ((await among([one], successors, whom))[0] ?? null) : null;
  };

  const isOpen = ({ stored, isOn }: Offered) => isOn && !stored.withdrawn;

  const framingOf: TeleproceduresService['framingOf'] = (origins, { stored, url, probe }) => {
    const all = [...origins];
    const own = all.filter((origin) => origin !== publicUrl.origin);
    return {
      furthest: stored.definition.furthest,
      url,
      probe,
      // An administration without a site of its own shows it in the hosting's pages.
      origins: own.length ? own : all,
      hosting: publicUrl.origin,
    };
  };

  const chosenFor: TeleproceduresService['chosenFor'] = (origins, one) =>
    chooseEntry(framingOf(origins, one), new Date());

  const linkOf: TeleproceduresService['linkOf'] = (code, { stored: { slug }, title }) => ({
    slug,
    title,
    link: new URL(pathOf('teleprocedurePage', code, slug), publicUrl).href,
  });

  const competentFor: TeleproceduresService['competentFor'] = async ({ stored, operator }) => {
    const id = operator.administrationId ?? stored.ownerId;
    return id ? getService(strapi, 'administration').byId(id) : null;
  };

  async function replacementOf(tenant: Tenant, slug: string | null): Promise<TeleprocedureLink | null> {
    const there = slug ? await find(tenant, slug) : null;
    return there && isOpen(there) ? linkOf(tenant.administration.code, there) : null;
  }

  async function publicOf(tenant: Tenant, offered: Offered): Promise<Teleprocedure> {
    const { stored, operator, choice, title, introduction, url } = offered;
    const { definition, withdrawn } = stored;
    const { name, phone, email, address, website } = operator;
    const competent = await competentFor(offered);
    const itself: ReceiptService = { name, address, email: email ?? '', phone };
    const { entry } = chosenFor(tenant.origins, offered);
    return {
      slug: stored.slug,
      title,
      introduction,
      ...definition.facts,
      offline: definition.offline,
      operator: { name, website },
      competent: competent ? serviceOf(competent, null) : itself,
      contact: choice?.contact ?? { name, phone, email },
      entry: withdrawn ? null : entry,
      origin: operator.origin,
      url,
      allow: definition.allow,
      takesPrefill: definition.takesPrefill,
      // A mere link knows nothing of Guichet: nothing of what was sent by it comes back.
      isFollowed: definition.furthest !== 'link',
      isReserved: definition.isReserved,
      withdrawn: withdrawn && {
        on: withdrawn.on,
        message: withdrawn.message,
        replacement: await replacementOf(tenant, withdrawn.replacement),
      },
      link: linkOf(tenant.administration.code, offered).link,
    };
  }

  return {
    catalogue: () => keeper.read(),
    offeredTo,
    find,
    framingOf,
    chosenFor,
    linkOf,
    competentFor,

    open: async (whom) => (await offeredTo(whom)).filter(isOpen),

    async read(tenant, slug) {
      const catalogue = await keeper.read();
      let told = kept.get(tenant);
      if (told?.catalogue !== catalogue) kept.set(tenant, (told = { catalogue, bySlug: new Map() }));
      if (!catalogue.bySlug.has(slug)) return null;
      const earlier = told.bySlug.get(slug);
      if (earlier) return earlier;
      const offered = await find(tenant, slug);
      const made = offered?.isOn ? publicOf(tenant, offered) : Promise.resolve(null);
      told.bySlug.set(slug, made);
      return made;
    },

    async reservedFor(whom, code) {
      const { all, successors } = await keeper.read();
      const reserved = all.filter(({ stored }) => stored.definition.isReserved && !stored.withdrawn);
      return (await among(reserved, successors, whom)).filter(isOpen).map((one) => linkOf(code, one));
    },

    async operatorSecrets(id) {
      const operator = await findOperator(knex, id);
      if (!operator) return null;
      const secrets = openSecrets(vault, ownerOfOperatorSecrets(id), operator.secrets, new Date());
      return { operator, secrets };
    },

    connectorSecret: ({ stored }) => openConnectorSecret(vault, stored),

    refresh() {
      keeper.forget();
      getService(strapi, 'administration').refresh();
    },
  };
}
