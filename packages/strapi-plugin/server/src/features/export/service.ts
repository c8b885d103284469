/** The inbox taken out as CSV, batch by batch; each export leaves a trace of who, what and how many, without names. */
import type { exportQuery } from '@guichet/contracts/admin/export';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { civilDate } from '../../domain/civil-date.js';
import { requestsAfter } from '../../store/inbox-query.js';
import type { SealedRequest } from '../../store/request-row.js';
import { statesOf } from '../../store/states.js';
import type { AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { BYTE_ORDER_MARK, csvLine } from '../../domain/csv.js';
import { cellsOf, headOf, personalCells } from './row.js';

const BATCH = 200;

export interface ExportService {
  /** The file's text, in pieces. What can be refused is refused before the first. */
  lines(agent: AdminUser, query: z.output<typeof exportQuery>): Promise<AsyncIterable<string>>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    export: ExportService;
  }
}

export function createExportService({ strapi }: { strapi: Core.Strapi }): ExportService {
  const knex = getService(strapi, 'knex');
  const secrets = getService(strapi, 'secrets');
  const store = getService(strapi, 'store');

  return {
    async lines(agent, { withPersonalData, ids, ...query }) {
      const { scope, filter: listed } = await getService(strapi, 'inbox').selection(agent, {
        ...query,
        page: 1,
      });
      const filter = ids ? { administrationIds: scope.map(({ id }) => id), ids } : listed;
      const served = new Map(scope.map((administration) => [administration.id, administration]));

      async function textOf(requests: readonly SealedRequest[]): Promise<string> {
        const states = await statesOf(knex, requests);
        return requests
          .map((request) => {
            const { id, administrationId, recipient, receivedAt } = request;
            const administration = served.get(administrationId)!;
            const desk = administration.recipients.find(({ slug }) => slug === recipient);
            const cells = cellsOf(request, states.get(id) ?? null, {
              administration: administration.name,
              recipient: desk?.name ?? recipient,
              receivedOn: civilDate(new Date(receivedAt), administration.timeZone),
            });
            const sender = withPersonalData ? personalCells(store.open(request).content) : [];
            return csvLine([...cells, ...sender]);
          })
          .join('');
      }

      async function* pieces(): AsyncGenerator<string> {
        let count = 0;
        let isWhole = false;
        try {
          yield BYTE_ORDER_MARK + csvLine(headOf(withPersonalData));
          for (let last: SealedRequest | null = null; ;) {
            const requests: SealedRequest[] = await requestsAfter(knex, secrets, filter, last, BATCH);
            if (requests.length) yield await textOf(requests);
            count += requests.length;
            if (requests.length < BATCH) break;
            last = requests.at(-1)!;
          }
          isWhole = true;
        } finally {
          // What was searched for may be a name: only that something was.
          const { search, ...rest } = query;
          const chosen = ids ? { chosen: ids.length } : { ...rest, searched: search !== '' };
          const asked = JSON.stringify({ ...chosen, withPersonalData });
          const ended = isWhole ? '' : ', broken off';
          strapi.log.info(`guichet: admin user ${agent.id} exported ${count} requests${ended}: ${asked}`);
        }
      }
      return pieces();
    },
  };
}
