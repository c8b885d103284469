/** The deadlines of all that an agent serves, and those that cannot be held against who asked. */
import { daysAfter } from '@guichet/contracts/civil-date';
import {
  type DeadlineGroup,
  deadlineGroups,
  type DeadlineList,
  type Deadlines,
  type deadlinesQuery,
  DEADLINES_PAGE_SIZE,
} from '@guichet/contracts/admin/deadlines';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { civilDate } from '../../domain/civil-date.js';
import { listDeadlines, type Zone } from '../../store/deadlines-query.js';
import type { AdminUser } from '../../strapi/admin-input.js';
import { getService, type GuichetServices } from '../../strapi/services.js';

/** Whoever comes two mornings a week must see a deadline at two of them before it is there. */
const SOON_DAYS = 7;

export interface DeadlinesService {
  list(agent: AdminUser, query: z.output<typeof deadlinesQuery>): Promise<Deadlines>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    deadlines: DeadlinesService;
  }
}

type Scope = Awaited<ReturnType<GuichetServices['agents']['scopeOf']>>;

/** Each administration's own day: overseas it is another one for part of the time. */
function zonesOf(administrations: Scope, now: Date): Zone[] {
  const byDay = Map.groupBy(administrations, ({ timeZone }) => civilDate(now, timeZone));
  return [...byDay].map(([today, some]) => ({
    administrationIds: some.map(({ id }) => id),
    today,
    soon: daysAfter(today, SOON_DAYS),
  }));
}

export function createDeadlinesService({ strapi }: { strapi: Core.Strapi }): DeadlinesService {
  const knex = getService(strapi, 'knex');

  return {
    async list(agent, { administrationId, pages }) {
      const scope = await getService(strapi, 'agents').scopeOf(agent.id);
      const chosen = scope.filter(({ id }) => administrationId === null || id === administrationId);
      const zones = zonesOf(chosen, new Date());
      const listed = async (group: DeadlineGroup): Promise<[DeadlineGroup, DeadlineList]> => {
        const page = pages[group];
        const { total, requests } = await listDeadlines(knex, group, zones, {
          limit: DEADLINES_PAGE_SIZE,
          offset: (page - 1) * DEADLINES_PAGE_SIZE,
        });
        const rows = await getService(strapi, 'inbox').rows(scope, requests);
        return [
          group,
          { rows: rows.map((row, i) => ({ ...row, obstacles: [...requests[i]!.obstacles] })), total, page },
        ];
      };
      const groups = Object.fromEntries(await Promise.all(deadlineGroups.map(listed)));
      return { pageSize: DEADLINES_PAGE_SIZE, groups: groups as Deadlines['groups'] };
    },
  };
}
