/** What is due to the archives in each administration, the lists made of it, and what they agreed to. */
import type {
  HereRule,
  NewSlip,
  Retention,
  RetentionGroup,
  Slip,
  SlipAgreement,
  SlipSheet,
} from '@guichet/contracts/admin/retention';
import { SLIP_MAX } from '@guichet/contracts/admin/retention';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { civilDate } from '../../domain/civil-date.js';
import { endOfDay } from '../../domain/day-bounds.js';
import { keptUntil, lastDueClosing } from '../../domain/retention.js';
import { newId } from '../../jobs/new-id.js';
import {
  addSlip,
  addSlipItems,
  agreeToSlip,
  countClosed,
  countDue,
  countTakenOff,
  dueRequests,
  findSlip,
  type NewSlipItem,
  pendingItems,
  slipItems,
  slipsOf,
  type StoredSlip,
  withdrawSlip,
} from '../../store/slips.js';
import { countTransit, lapsedTransits } from '../../store/transit.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { csvOf } from './csv.js';

const SLIPS_SHOWN = 50;
const LAPSED_SHOWN = 20;

export interface RetentionService {
  /** @throws AdminRefusal `not-found`, also for what the agent does not serve; so do the others */
  read(agent: AdminUser, administrationId: string): Promise<Retention>;
  /** @throws AdminRefusal `not-possible` where nothing of it is due, `request-changed` where another took the number */
  make(agent: AdminUser, administrationId: string, wanted: NewSlip): Promise<Retention>;
  sheet(agent: AdminUser, slipId: string): Promise<SlipSheet>;
  csv(agent: AdminUser, slipId: string): Promise<string>;
  /**
   * Records what the archives wrote, and has the list executed.
   *
   * @throws AdminRefusal `validation-failed`, `not-possible` where they have agreed already
   */
  agree(agent: AdminUser, slipId: string, agreement: SlipAgreement): Promise<Retention>;
  /** Gives up a list that the archives have not agreed to. @throws AdminRefusal `not-possible` */
  withdraw(agent: AdminUser, slipId: string): Promise<Retention>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    retention: RetentionService;
  }
}

/** A procedure of an administration, the general form among them. */
interface Kept {
  slug: string;
  title: string | null;
  rule: HereRule | null;
}

/** Who acts, as lists name him. */
const nameOf = ({ firstname, lastname }: AdminUser) => [firstname, lastname].filter(Boolean).join(' ') || '—';

export const numberOf = ({ year, number }: Pick<StoredSlip, 'year' | 'number'>) => `${year}-${number}`;

function stateOf({ agreed, doneAt, withdrawn }: StoredSlip): Slip['state'] {
  if (withdrawn) return 'withdrawn';
  return doneAt !== null ? 'done' : agreed ? 'agreed' : 'made';
}

function slipView(slip: StoredSlip, takenOff: number): Slip {
  const { id, finalAction, madeAt, madeBy, count, agreed, doneAt, withdrawn } = slip;
  const told = { madeAt, madeBy, count, takenOff, agreed, doneAt, withdrawn };
  return { id, number: numberOf(slip), finalAction, state: stateOf(slip), ...told };
}

export function createRetentionService({ strapi }: { strapi: Core.Strapi }): RetentionService {
  const knex = getService(strapi, 'knex');

  async function served(agent: AdminUser, administrationId: string) {
    const scope = await getService(strapi, 'agents').scopeOf(agent.id);
    const administration = scope.find(({ id }) => id === administrationId);
    const record = administration && (await getService(strapi, 'administration').record(administrationId));
    if (!administration || !record) throw new AdminRefusal('not-found');
    const procedures = await getService(strapi, 'procedures').of(administrationId);
    const kept: Kept[] = [
      { slug: GENERAL_FORM, title: null, rule: record.retention?.here ?? null },
      ...procedures.map(({ slug, title, retention }) => ({ slug, title, rule: retention?.here ?? null })),
    ];
    const { id, code, name, accent, timeZone } = administration;
    const now = new Date();
    return {
      tag: { id, code, name, accent },
      siren: record.siren,
      timeZone,
      kept,
      now,
      today: civilDate(now, timeZone),
    };
  }
  type Served = Awaited<ReturnType<typeof served>>;

  /** What a rule makes due today. */
  const dueFilter = ({ tag, today, timeZone }: Served, slug: string, { period }: HereRule) => ({
    administrationId: tag.id,
    slug,
    closedBefore: endOfDay(lastDueClosing(today, period), timeZone),
  });

  async function groupOf(
    mairie: Served,
    { slug, title, rule }: Kept,
    closed: Awaited<ReturnType<typeof countClosed>>,
  ): Promise<RetentionGroup> {
    const counted = closed.get(slug) ?? { closed: 0, held: 0, listed: 0 };
    const due = rule && (await countDue(knex, dueFilter(mairie, slug, rule)));
    const day = (instant: string) => civilDate(new Date(instant), mairie.timeZone);
    return {
      slug,
      title,
      rule,
      waiting: counted.closed - counted.held - counted.listed - (due?.count ?? 0),
      due: due && { count: due.count, oldest: day(due.oldest), newest: day(due.newest) },
      listed: counted.listed,
      held: counted.held,
    };
  }

  async function slipFor(agent: AdminUser, slipId: string): Promise<StoredSlip> {
    const scope = await getService(strapi, 'agents').scopeOf(agent.id);
    const slip = await findSlip(
      knex,
      slipId,
      scope.map(({ id }) => id),
    );
    if (!slip) throw new AdminRefusal('not-found');
    return slip;
  }

  const read: RetentionService['read'] = async (agent, administrationId) => {
    const mairie = await served(agent, administrationId);
    const closed = await countClosed(knex, administrationId);
    const slips = await slipsOf(knex, administrationId, SLIPS_SHOWN);
    const takenOff = await countTakenOff(
      knex,
      slips.map(({ id }) => id),
    );
    const lapsed = await lapsedTransits(knex, administrationId, LAPSED_SHOWN);
    return {
      administration: mairie.tag,
      groups: await Promise.all(mairie.kept.map((one) => groupOf(mairie, one, closed))),
      slips: slips.map((slip) => slipView(slip, takenOff.get(slip.id) ?? 0)),
      transit: {
        awaited: await countTransit(knex, administrationId),
        lapsed: lapsed.map(({ id, reference, receivedAt }) => ({
          id,
          reference,
          receivedOn: civilDate(new Date(receivedAt), mairie.timeZone),
        })),
      },
    };
  };

  async function dueItems(
    trx: Knex.Transaction,
    mairie: Served,
    { finalAction, procedures }: NewSlip,
  ): Promise<NewSlipItem[]> {
    const day = (instant: string) => civilDate(new Date(instant), mairie.timeZone);
    const items: NewSlipItem[] = [];
    for (const { slug, title, rule } of mairie.kept) {
      if (rule?.finalAction !== finalAction || !procedures.includes(slug)) continue;
      for (const due of await dueRequests(trx, dueFilter(mairie, slug, rule), SLIP_MAX)) {
        const closedOn = day(due.closedAt);
        items.push({
          ...due,
          procedureTitle: title,
          receivedOn: day(due.receivedAt),
          closedOn,
          keptUntil: keptUntil(closedOn, rule.period),
          agreement: rule.agreement,
        });
      }
    }
    return items.sort((one, other) => (one.closedAt < other.closedAt ? -1 : 1)).slice(0, SLIP_MAX);
  }

  return {
    read,

    async make(agent, administrationId, wanted) {
      const mairie = await served(agent, administrationId);
      const id = newId();
      await inTransaction(strapi, async (trx) => {
        // The number first: whoever has the next one sees what is on this list, and puts none of it on another.
        await addSlip(trx, {
          id,
          administrationId,
          year: Number(mairie.today.slice(0, 4)),
          finalAction: wanted.finalAction,
          madeAt: mairie.now.toISOString(),
          madeBy: nameOf(agent),
        });
        const items = await dueItems(trx, mairie, wanted);
        if (!items.length) throw new AdminRefusal('not-possible');
        await addSlipItems(trx, id, items);
      }).catch((error: unknown) => {
        // Two agents at once: the second sees what the first has made.
        throw isDuplicate(error) ? new AdminRefusal('request-changed') : error;
      });
      return read(agent, administrationId);
    },

    async sheet(agent, slipId) {
      const slip = await slipFor(agent, slipId);
      const { tag, siren } = await served(agent, slip.administrationId);
      const items = await slipItems(knex, slipId);
      const takenOff = items.filter(({ outcome }) => outcome === 'taken-off').length;
      return {
        ...slipView(slip, takenOff),
        administration: { ...tag, siren },
        rows: items.map(({ requestId: _, procedureTitle, outcome, ...item }) => ({
          ...item,
          procedure: procedureTitle,
          outcome: outcome === 'delivered' ? null : outcome,
        })),
      };
    },

    async csv(agent, slipId) {
      return csvOf(await this.sheet(agent, slipId));
    },

    async agree(agent, slipId, agreement) {
      const slip = await slipFor(agent, slipId);
      const { today, timeZone } = await served(agent, slip.administrationId);
      // A visa is of the list that it was given for.
      const madeOn = civilDate(new Date(slip.madeAt), timeZone);
      if (agreement.date > today || agreement.date < madeOn)
        throw new AdminRefusal('validation-failed', [{ path: 'date', code: 'invalid' }]);
      const requestIds = await pendingItems(knex, slipId, SLIP_MAX);
      await inTransaction(strapi, async (trx) => {
        if (!(await agreeToSlip(trx, slipId, { ...agreement, by: nameOf(agent) })))
          throw new AdminRefusal('not-possible');
        await getService(strapi, 'queue').enqueue(
          trx,
          requestIds.map((requestId) => ({
            queue: 'elimination',
            administrationId: slip.administrationId,
            payload: { slipId, requestId },
          })),
        );
      });
      // Who has public archives destroyed leaves a trace outside the database too.
      strapi.log.info(
        `guichet: admin user ${agent.id} recorded the archives’ agreement to list ${numberOf(slip)} of ${slip.administrationId} (${slip.finalAction}, ${slip.count} requests)`,
      );
      return read(agent, slip.administrationId);
    },

    async withdraw(agent, slipId) {
      const slip = await slipFor(agent, slipId);
      const withdrawn = { at: new Date().toISOString(), by: nameOf(agent) };
      const isWithdrawn = await inTransaction(strapi, (trx) => withdrawSlip(trx, slipId, withdrawn));
      if (!isWithdrawn) throw new AdminRefusal('not-possible');
      return read(agent, slip.administrationId);
    },
  };
}
