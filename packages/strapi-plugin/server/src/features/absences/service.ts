/** Agents who are away: who stands in has their work on the desk, and the mails that go with it. */
import type { Absence, absenceChange } from '@guichet/contracts/admin/absence';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { actingFor, type Away, isAway } from '../../domain/absence.js';
import { type CivilDate, civilDate } from '../../domain/civil-date.js';
import { absences, setAbsence, type StoredAbsence } from '../../store/absences.js';
import { servicesOf } from '../../store/agents.js';
import { inTransaction } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';

/** Whose work an agent has, and where. */
export interface Covered {
  agentId: number;
  administrationIds: readonly string[];
}

export interface AbsencesService {
  own(agent: AdminUser): Promise<Absence>;
  /** @throws AdminRefusal `validation-failed` */
  set(agent: AdminUser, absence: z.output<typeof absenceChange>['absence']): Promise<Absence>;
  /** Those whom the agent stands in for now. */
  coveredBy(agentId: number, now: Date): Promise<Covered[]>;
  /** Who has an agent's work now: that agent, or who stands in. */
  actingFor(agentId: number, administrationId: string, now: Date): Promise<number>;
  /** Who is away now, of those who serve an administration. */
  awayFrom(administrationId: string, now: Date): Promise<Map<number, Away>>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    absences: AbsencesService;
  }
}

export function createAbsencesService({ strapi }: { strapi: Core.Strapi }): AbsencesService {
  const knex = getService(strapi, 'knex');
  const agents = () => getService(strapi, 'agents');
  const administration = () => getService(strapi, 'administration');

  const colleaguesOf = async (agentId: number, administrationId: string) =>
    (await agents().serving(administrationId, 'inbox.read'))
      .filter(({ id }) => id !== agentId)
      .map(({ id, name }) => ({ id, name }));

  /**
   * What was announced at an administration, or at what has taken it over; and the day there. Whoever has left since
   * stands in for nobody.
   */
  async function announcedAt(
    administrationId: string,
    now: Date,
  ): Promise<{ of: Map<number, StoredAbsence>; today: CivilDate } | null> {
    const tenant = await administration().byId(administrationId);
    if (!tenant) return null;
    const today = civilDate(now, tenant.administration.timeZone);
    const found = await absences(knex, { at: [...new Set([administrationId, tenant.id])] });
    const isCovered = found.some((absence) => absence.coverId !== null && isAway(absence, today));
    const serving = isCovered ? await agents().serving(administrationId, 'inbox.read') : [];
    const present = (coverId: number | null) => (serving.some(({ id }) => id === coverId) ? coverId : null);
    return {
      of: new Map(
        found.map((absence) => [absence.adminUserId, { ...absence, coverId: present(absence.coverId) }]),
      ),
      today,
    };
  }

  async function own({ id }: AdminUser): Promise<Absence> {
    const services = await servicesOf(knex, [id]);
    const announced = await absences(knex, { of: id });
    const records = await administration().records(services.map(({ administrationId }) => administrationId));
    const [any] = announced;
    const administrations = await Promise.all(
      records.map(async (record) => {
        const colleagues = await colleaguesOf(id, record.uid);
        const coverId = announced.find(({ administrationId }) => administrationId === record.uid)?.coverId;
        return {
          administration: {
            id: record.uid,
            code: record.insee ?? record.siren,
            name: record.name,
            accent: record.accent ?? null,
          },
          colleagues,
          coverId: colleagues.find((colleague) => colleague.id === coverId)?.id ?? null,
        };
      }),
    );
    return {
      period: any ? { from: any.from, until: any.until } : null,
      administrations: administrations.sort((a, b) =>
        a.administration.name.localeCompare(b.administration.name, 'fr'),
      ),
    };
  }

  return {
    own,

    async set(agent, absence) {
      const { administrations } = await own(agent);
      if (absence && absence.until < absence.from)
        throw new AdminRefusal('validation-failed', [{ path: 'absence.until', code: 'invalid' }]);
      const unknown = (absence?.covers ?? []).flatMap(({ administrationId, agentId }, i) => {
        const served = administrations.find(({ administration }) => administration.id === administrationId);
        const isKnown = served && (agentId === null || served.colleagues.some(({ id }) => id === agentId));
        return isKnown ? [] : [{ path: `absence.covers.${i}.agentId`, code: 'unknown' as const }];
      });
      if (unknown.length) throw new AdminRefusal('validation-failed', unknown);
      const covers = absence?.covers.map(
        ({ administrationId, agentId }) => [administrationId, agentId] as const,
      );
      await inTransaction(strapi, (trx) =>
        setAbsence(trx, agent.id, absence && { ...absence, covers: new Map(covers) }),
      );
      return own(agent);
    },

    async coveredBy(agentId, now) {
      const covered: Covered[] = [];
      for (const { adminUserId, administrationId } of await absences(knex, { coveredBy: agentId })) {
        const announced = await announcedAt(administrationId, now);
        if (!announced || actingFor(adminUserId, announced.of, announced.today) !== agentId) continue;
        const tenant = await administration().byId(administrationId);
        covered.push({ agentId: adminUserId, administrationIds: tenant?.ids ?? [administrationId] });
      }
      return covered;
    },

    async actingFor(agentId, administrationId, now) {
      const announced = await announcedAt(administrationId, now);
      return announced ? actingFor(agentId, announced.of, announced.today) : agentId;
    },

    async awayFrom(administrationId, now) {
      const announced = await announcedAt(administrationId, now);
      if (!announced) return new Map();
      const { of, today } = announced;
      return new Map([...of].filter(([, absence]) => isAway(absence, today)));
    },
  };
}
