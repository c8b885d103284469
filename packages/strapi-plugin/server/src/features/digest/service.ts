/** Each working morning, one mail to each agent for whom something waits: every mairie by its name, never a person. */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { Core } from '@strapi/types';
import { civilDate } from '../../domain/civil-date.js';
import { isWorked, morningOf } from '../../domain/digest-day.js';
import { territoryOf } from '../../domain/working-days.js';
import type { Job } from '../../jobs/queue.js';
import { waitingWork } from '../../store/digest-query.js';
import { claimDigest, setDigest, untoldAgents, wantsDigest } from '../../store/digests.js';
import { inTransaction } from '../../store/write.js';
import type { AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { composeDigest, hasWork, type Waiting } from './compose.js';

const SOON_DAYS = 7;
/** Of one mairie: the mail says how many there are, and the inbox which. */
const MOST_LISTED = 10;

export interface DigestService {
  isOn(agent: AdminUser): Promise<boolean>;
  set(agent: AdminUser, isOn: boolean): Promise<void>;
  /** Has everyone told whose morning it is, and who was not told yet. */
  tell(now: Date): Promise<void>;
  /** Sends the mail of one agent, of that day; nothing where nothing waits. */
  send(job: Pick<Job<'digest'>, 'id' | 'payload'>, now: Date): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    digest: DigestService;
  }
}

export function createDigestService({ strapi }: { strapi: Core.Strapi }): DigestService {
  const knex = getService(strapi, 'knex');
  const administration = () => getService(strapi, 'administration');

  async function tellOne(adminUserId: number, administrationId: string, day: string): Promise<void> {
    const tenant = await administration().byId(administrationId);
    if (!tenant || !isWorked(day, territoryOf(tenant.departement))) return;
    await inTransaction(strapi, async (trx) => {
      if (!(await claimDigest(trx, adminUserId, day))) return;
      await getService(strapi, 'queue').enqueue(trx, [
        { queue: 'digest', administrationId, payload: { agentId: adminUserId, day } },
      ]);
    });
  }

  async function waitingFor(agentId: number, mayApprove: boolean, now: Date): Promise<Waiting[]> {
    const waiting: Waiting[] = [];
    for (const { id, name, timeZone } of await getService(strapi, 'agents').scopeOf(agentId)) {
      // Whoever stands in has a mail of the same mairie.
      if ((await getService(strapi, 'absences').awayFrom(id, now)).has(agentId)) continue;
      const today = civilDate(now, timeZone);
      const work = await waitingWork(knex, id, today, daysAfter(today, SOON_DAYS), MOST_LISTED);
      const own = { ...work, approval: mayApprove ? work.approval : 0 };
      if (hasWork(own)) waiting.push({ ...own, name, today });
    }
    return waiting;
  }

  return {
    isOn: (agent) => wantsDigest(knex, agent.id),

    set: (agent, isOn) => inTransaction(strapi, (trx) => setDigest(trx, agent.id, isOn)),

    async tell(now) {
      const zones = Map.groupBy(await administration().all(), ({ timeZone }) => timeZone);
      for (const [timeZone, some] of zones) {
        const day = morningOf(now, timeZone);
        if (!day) continue;
        const ids = some.map(({ uid }) => uid);
        for (const { adminUserId, administrationId } of await untoldAgents(knex, ids, day))
          await tellOne(adminUserId, administrationId, day);
      }
    },

    async send({ id, payload: { agentId, day } }, now) {
      const agent = await getService(strapi, 'agents').reader(agentId);
      // What could not leave on its day is of no use on the next, which has its own.
      if (!agent || daysAfter(day, 1) <= civilDate(now, 'UTC')) return;
      const mailer = getService(strapi, 'mailer');
      const waiting = await waitingFor(agentId, agent.can('inbox.approve'), now);
      if (!waiting.length) return;
      const mail = composeDigest(waiting, `${mailer.panel}/plugins/guichet/inbox`);
      await mailer.send(mail, { id, to: agent.email });
    },
  };
}
