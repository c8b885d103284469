/** All that is defined, who operates it and what its addresses answered. */
import type { Core } from '@strapi/types';
import type { Probe } from '../../domain/framing.js';
import { allOperators, type StoredOperator } from '../../store/operators.js';
import { allProbes } from '../../store/teleprocedure-probes.js';
import { allTeleprocedures, type StoredTeleprocedure } from '../../store/teleprocedures.js';
import { asUnavailable } from '../../store/write.js';
import { getService } from '../../strapi/services.js';

/** What is made of it is kept with its tenant, for ten seconds more. */
const FRESH_MS = 1000;

/** A téléprocédure with who operates it. */
export interface Defined {
  stored: StoredTeleprocedure;
  operator: StoredOperator;
  /** Absolute, on the operator's origin. */
  url: string;
  /** What its address answered last; null where it was never asked. */
  probe: Probe | null;
}

export interface Catalogue {
  /** By title. */
  all: readonly Defined[];
  bySlug: ReadonlyMap<string, Defined>;
  /** By the SIREN of an administration that has merged, that of the one which answers for it. */
  successors: ReadonlyMap<string, string>;
}

export const urlOf = ({ origin }: Pick<StoredOperator, 'origin'>, path: string): string =>
  new URL(path, origin).href;

async function load(strapi: Core.Strapi): Promise<Catalogue> {
  const knex = getService(strapi, 'knex');
  const stored = await allTeleprocedures(knex);
  if (!stored.length) return { all: [], bySlug: new Map(), successors: new Map() };
  const [operators, probes] = await Promise.all([allOperators(knex), allProbes(knex)]);
  const byId = new Map(operators.map((operator) => [operator.id, operator]));
  const all = stored.map((one): Defined => {
    const operator = byId.get(one.operatorId)!;
    return {
      stored: one,
      operator,
      url: urlOf(operator, one.path),
      probe: probes.get(one.id) ?? null,
    };
  });
  const sirens = stored.flatMap(({ offer }) =>
    offer.to === 'territories' ? offer.codes.filter((code) => code.length === 9) : [],
  );
  const service = getService(strapi, 'administration');
  const successors = new Map<string, string>();
  for (const { uid, siren } of sirens.length ? await service.among({ insees: [], sirens }) : []) {
    const present = await service.presentRecord(uid);
    if (present && present.siren !== siren) successors.set(siren, present.siren);
  }
  return { all, bySlug: new Map(all.map((one) => [one.stored.slug, one])), successors };
}

export interface CatalogueKeeper {
  read(): Promise<Catalogue>;
  /** Forgets what is kept in memory in this node. */
  forget(): void;
}

export function createCatalogue(strapi: Core.Strapi): CatalogueKeeper {
  let kept: { until: number; catalogue: Promise<Catalogue> } | null = null;
  return {
    forget: () => void (kept = null),
    read() {
      const earlier = kept;
      if (earlier && earlier.until > performance.now()) return earlier.catalogue;
      const catalogue = load(strapi).catch((error: unknown) => {
        const failure = asUnavailable(error);
        // While the database is away nothing is changed: pages keep what was last known.
        if (earlier && failure !== error) return earlier.catalogue;
        kept = null;
        throw failure;
      });
      kept = { until: performance.now() + FRESH_MS, catalogue };
      return catalogue;
    },
  };
}
