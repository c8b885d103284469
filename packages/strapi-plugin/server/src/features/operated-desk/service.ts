/** The requests made at operators, as agents follow them: nothing can be written here, where nobody decides. */
import {
  OPERATED_PAGE,
  type operatedQuery,
  type OperatedRequests,
  type OperatedRow,
} from '@guichet/contracts/admin/operated';
import { readReference } from '@guichet/contracts/reference';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { tagOf } from '../../domain/administration-tag.js';
import {
  kindsOfOperated,
  type ListedOperated,
  type OperatedFilter,
  type OperatedSeen,
  searchOperated,
} from '../../store/operated-search.js';
import { allOperators } from '../../store/operators.js';
import { allTeleprocedures } from '../../store/teleprocedures.js';
import type { AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';

export interface OperatedDeskService {
  /** Those of the residents of the administrations that the agent serves, and those that one of these is competent for. */
  search(agent: AdminUser, query: z.output<typeof operatedQuery>): Promise<OperatedRequests>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    operatedDesk: OperatedDeskService;
  }
}

/** `told_at` holds no space. */
const cursorOf = ({ told_at, id }: ListedOperated) => `${told_at} ${id}`;

function placeOf(cursor: string): NonNullable<OperatedFilter['after']> {
  const [toldAt = '', id = ''] = cursor.split(' ');
  return { toldAt, id };
}

export function createOperatedDeskService({ strapi }: { strapi: Core.Strapi }): OperatedDeskService {
  const knex = getService(strapi, 'knex');

  return {
    async search(agent, { administrationId, teleprocedure, status, reference, after }) {
      const scope = await getService(strapi, 'agents').scopeOf(agent.id);
      const served = new Set(scope.map(({ id }) => id));
      const operators = await allOperators(knex);
      const defined = await allTeleprocedures(knex);
      const isServed = (id: string | null) => id !== null && served.has(id);
      const outside = new Set(
        operators.filter((operator) => operator.administrationId === null).map(({ id }) => id),
      );
      const seen: OperatedSeen = {
        administrationIds: [...served],
        operatorIds: operators.filter((operator) => isServed(operator.administrationId)).map(({ id }) => id),
        // Of an operator that is no administration of the hosting, the owner is competent (`competentFor`).
        teleprocedures: defined.filter(
          ({ ownerId, operatorId }) => isServed(ownerId) && outside.has(operatorId),
        ),
      };
      const wanted = defined.find(({ slug }) => slug === teleprocedure);
      const rows =
        teleprocedure && !wanted
          ? []
          : await searchOperated(knex, seen, {
              ...(administrationId && { administrationId }),
              ...(wanted && { teleprocedureId: wanted.id }),
              ...(status && { status }),
              ...(reference && { reference: { ours: readReference(reference), operators: reference } }),
              ...(after && { after: placeOf(after) }),
              limit: OPERATED_PAGE + 1,
            });
      const page = rows.slice(0, OPERATED_PAGE);
      const kinds = await kindsOfOperated(knex, seen);
      const records = await getService(strapi, 'administration').records([...kinds.administrationIds]);
      const shown = (row: ListedOperated): OperatedRow[] => {
        const { slug, title } = defined.find(({ id }) => id === row.teleprocedure_id) ?? {};
        const operator = operators.find(({ id }) => id === row.operator_id);
        const record = records.find(({ uid }) => uid === row.administration_id);
        // Nothing of these is ever deleted while a request names it.
        if (slug === undefined || title === undefined || !operator || !record) return [];
        return [
          {
            id: row.id,
            reference: row.reference,
            operatorReference: row.operator_reference,
            teleprocedure: { slug, title },
            operator: operator.name,
            administration: tagOf(record),
            timeZone: record.timeZone,
            status: row.status,
            label: row.label,
            isConfirmed: row.confirmed_at !== null,
            receivedAt: row.sent_at ?? row.begun_at,
            toldAt: row.told_at,
            staleSince: row.stale_since,
          },
        ];
      };
      return {
        requests: page.flatMap(shown),
        next: rows.length > OPERATED_PAGE ? cursorOf(page.at(-1)!) : null,
        teleprocedures: defined
          .filter(({ id }) => kinds.teleprocedureIds.has(id))
          .map(({ slug, title }) => ({ slug, title }))
          .sort((one, other) => one.title.localeCompare(other.title, 'fr')),
        administrations: records.map(tagOf),
      };
    },
  };
}
