/** What the law dates: acknowledgements, what silence decides, and the schedule that neither forgets. */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { Nature, NewRequest } from '@guichet/contracts/request';
import type { Receipt, ReceiptSilence } from '@guichet/contracts/receipt';
import type { Core } from '@strapi/types';
import type { Channel } from '../../domain/acknowledgement.js';
import type { Opening } from '../../domain/case-events.js';
import { situationOf } from '../../domain/situation.js';
import { standingDecision } from '../../domain/case-silence.js';
import type { CaseFile } from '../../domain/case-file.js';
import { type CivilDate, civilDate, instantWithOffset } from '../../domain/civil-date.js';
import { acknowledgementFor } from '../../domain/mentions.js';
import { generalForm, type Procedure } from '../../domain/procedure.js';
import { projectionOf } from '../../domain/projection.js';
import { fold, type RequestState } from '../../domain/request-state.js';
import { serviceOf, type Tenant } from '../../domain/tenant.js';
import type { SealedRequest } from '../../store/request-row.js';
import type { NewEvent } from '../../store/request-store.js';
import { eventOf, type TimelineEvent } from '../../store/timeline.js';
import { inTransaction, Undo } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { distanceTo, openingOf } from './opening.js';

/** A civil day begins first at UTC+14. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;
const BATCH = 100;
/** Who comes to the mairie once a week still has a day to answer. */
const REMINDER_DAYS = 7;
/** The time that a text of the procedure sets may be a week: a week before would be the day it came. */
const ANSWER_REMINDER_DAYS = 2;

export interface Dossier {
  request: SealedRequest;
  events: TimelineEvent[];
  state: RequestState;
}

export interface LawService {
  /** What the reception of a request fixes. */
  opening(
    tenant: Tenant,
    receivedAt: Date,
    content: Pick<NewRequest, 'nature' | 'sender'>,
    procedure: Procedure,
    /** Electronic where absent. */
    channel?: Channel,
  ): Opening;
  /** Months that distance adds for who wrote, to go to the court of who decides (CJA R421-7). */
  distance(tenant: Tenant, content: Pick<NewRequest, 'sender'>): Opening['distance'];
  /** What a timeline adds up to. */
  stateOf(request: Pick<SealedRequest, 'suspect'>, events: readonly TimelineEvent[]): RequestState;
  /** A request with its timeline and what this adds up to; null where it is not (or no longer) kept. */
  dossier(requestId: string): Promise<Dossier | null>;
  /** The fact that an acknowledgement of the request, as it stands, was sent. */
  acknowledgementFact(
    tenant: Tenant,
    request: SealedRequest | Pick<SealedRequest, 'recipient' | 'reference' | 'receivedAt'>,
    file: CaseFile,
    now: Date,
  ): Promise<Pick<NewEvent, 'kind' | 'facts'>>;
  /** The latest acknowledgement that was sent. */
  acknowledgementOf(requestId: string): Promise<{
    receipt: Receipt;
    nature: Nature;
    isCorrection: boolean;
    isImmediate: boolean;
    /** Whether it was handed over or posted: what was asked did not come electronically. */
    isOnPaper: boolean;
  } | null>;
  /**
   * What the service was reminded of last: the answer that a text of the procedure wants, what silence will decide, or
   * the reasons that are owed; null where nothing is awaited any more.
   */
  awaited(
    requestId: string,
  ): Promise<{ effect: ReceiptSilence['effect'] | 'reasons' | 'answer'; date: CivilDate } | null>;
  /** Dates what was received before dates were kept. */
  dateOld(): Promise<void>;
  /** Sends what is due, records what silence decided, of everything, whatever was missed before. */
  keepDeadlines(now: Date): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    law: LawService;
  }
}

export function createLawService({ strapi }: { strapi: Core.Strapi }): LawService {
  const store = getService(strapi, 'store');
  const settings = getService(strapi, 'settings');

  const stateOf: LawService['stateOf'] = ({ suspect }, events) => {
    const folded = fold(events.map((event) => eventOf(event, suspect)));
    if (!folded.ok) throw new Error(`a timeline does not fold: ${folded.code}`);
    return folded.state;
  };

  const dossier: LawService['dossier'] = async (requestId) => {
    const request = await store.find(requestId);
    if (!request) return null;
    const events = await store.timeline(request);
    return { request, events, state: stateOf(request, events) };
  };

  const acknowledgementFact: LawService['acknowledgementFact'] = async (tenant, request, file, now) => {
    const { administration, departement } = tenant;
    const { recipient, reference, receivedAt } = request;
    // What came at the counter is on paper.
    const { attachments = [] } = 'sealedContent' in request ? store.open(request).content : {};
    const { timeZone } = administration;
    const decider = { name: administration.name, departement };
    const { receipt, missing } = acknowledgementFor(file, serviceOf(tenant, recipient), decider);
    const signed = await getService(strapi, 'signature').sign(receipt, {
      administration,
      reference,
      receivedAt: instantWithOffset(new Date(receivedAt), timeZone),
      issuedAt: instantWithOffset(now, timeZone),
      attachments: attachments.map(({ sha256 }) => sha256),
    });
    return { kind: 'acknowledged', facts: { receipt: signed, missing } };
  };

  const opening: LawService['opening'] = (tenant, receivedAt, content, procedure, channel = 'electronic') =>
    openingOf(tenant, receivedAt, content, settings, procedure, channel);

  /** Goes through what a list of ids gives, a batch at a time; the others' deadlines do not wait for one that fails. */
  async function each(
    list: (after: string) => Promise<string[]>,
    work: (id: string) => Promise<void>,
  ): Promise<void> {
    for (let after = ''; ;) {
      const ids = await list(after);
      for (const id of ids) {
        await work(id).catch((error: unknown) => {
          strapi.log.error(`guichet: the dates of request ${id} could not be kept: ${String(error)}`);
        });
      }
      if (ids.length < BATCH) return;
      after = ids.at(-1)!;
    }
  }

  async function date(id: string): Promise<void> {
    const request = await store.find(id);
    const tenant = request && (await getService(strapi, 'administration').byId(request.administrationId));
    if (!request || !tenant) return;
    const { content } = store.open(request);
    // From before there was anything but the general form.
    await store.backdate(request, opening(tenant, new Date(request.receivedAt), content, generalForm));
  }

  const dateOld = () => each((after) => store.undated(after, BATCH), date);

  /** What has come due of one request on its administration's day; null where nothing has. */
  async function dueFact(
    tenant: Tenant,
    request: SealedRequest,
    state: RequestState,
    today: string,
    now: Date,
  ) {
    const { file } = state;
    if (!file) return null;
    if (request.acknowledgeOn !== null && request.acknowledgeOn <= today)
      return acknowledgementFact(tenant, request, file, now);
    const decided = situationOf(state)?.awaited && standingDecision(file, today);
    return decided?.kind === 'tacitly-granted' || decided?.kind === 'tacitly-refused'
      ? { kind: decided.kind }
      : null;
  }

  async function keep(id: string, now: Date): Promise<void> {
    // An acknowledgement first, then what silence decided meanwhile: after a stop of days both have come due.
    for (let facts = 0; facts < 2; facts++) {
      const request = await store.find(id);
      const tenant = request && (await getService(strapi, 'administration').byId(request.administrationId));
      if (!request || !tenant) return;
      const today = civilDate(now, tenant.administration.timeZone);
      const state = stateOf(request, await store.timeline(request));
      const due = await dueFact(tenant, request, state, today, now);
      if (!due) return;
      const { administrationId } = request;
      await inTransaction(strapi, async (trx) => {
        const appended = await store.append(trx, {
          requestId: id,
          administrationIds: [administrationId],
          ...due,
          by: 'system',
          on: today,
          at: now.toISOString(),
          // Whatever came between the reading and this is read at the next hour.
          seen: request.lastSeq,
        });
        if (!appended.ok) throw new Undo(undefined);
        // CRPA L112-11: whoever writes abusively is written no more.
        if (state.suspicion === 'rejected') return;
        await getService(strapi, 'queue').enqueue(trx, [
          {
            queue: 'mail',
            administrationId,
            payload: {
              kind: due.kind === 'acknowledged' ? 'acknowledgement' : 'answer-notice',
              requestId: id,
            },
          },
        ]);
      });
    }
  }

  /** The deadline to remind of: one that is near, and not past. */
  function nearOf({ due, silenceOn, reasonsOn }: SealedRequest, today: CivilDate): CivilDate | null {
    if (due?.for === 'answer' && due.on >= today && due.on <= daysAfter(today, ANSWER_REMINDER_DAYS))
      return due.on;
    const lastDay = silenceOn ?? reasonsOn;
    return lastDay !== null && lastDay <= daysAfter(today, REMINDER_DAYS) ? lastDay : null;
  }

  /**
   * A week before silence decides, or before reasons are due, whoever deals with it is told, once; likewise two days
   * before the end of the time that a text of the procedure sets.
   */
  async function remind(id: string, now: Date): Promise<void> {
    const request = await store.find(id);
    const tenant = request && (await getService(strapi, 'administration').byId(request.administrationId));
    if (!request || !tenant || request.suspicion === 'rejected') return;
    const { administrationId } = request;
    const lastDay = nearOf(request, civilDate(now, tenant.administration.timeZone));
    if (lastDay === null) return;
    await inTransaction(strapi, async (trx) => {
      if (!(await store.remind(trx, id, lastDay))) return;
      await getService(strapi, 'queue').enqueue(trx, [
        { queue: 'mail', administrationId, payload: { kind: 'deadline-notice', requestId: id } },
      ]);
    });
  }

  return {
    opening,
    distance: distanceTo,
    dateOld,
    stateOf,
    acknowledgementFact,

    dossier,

    async acknowledgementOf(requestId) {
      const read = await dossier(requestId);
      if (!read) return null;
      const { events, state } = read;
      const sent = events.filter(({ kind }) => kind === 'acknowledged');
      const receipt = sent.at(-1)?.facts.receipt;
      const { file } = state;
      if (!receipt || !file) return null;
      const isCorrection = sent.length > 1;
      const isImmediate = !isCorrection && sent[0]?.at === events[0]?.at;
      const isOnPaper = file.opening.channel !== 'electronic';
      return { receipt, nature: file.nature, isCorrection, isImmediate, isOnPaper };
    },

    async awaited(requestId) {
      const read = await dossier(requestId);
      if (!read) return null;
      const { state, request } = read;
      const { due } = projectionOf(state);
      if (due?.for === 'answer' && due.on === request.remindedOn) return { effect: 'answer', date: due.on };
      const silence = situationOf(state)?.awaited;
      if (silence?.kind === 'running') return { effect: silence.effect, date: silence.date };
      const { reasonsOn } = projectionOf(state);
      return reasonsOn === null ? null : { effect: 'reasons', date: reasonsOn };
    },

    async keepDeadlines(now) {
      await dateOld();
      const latest = civilDate(new Date(now.getTime() + EARLIEST_ZONE_MS), 'UTC');
      const days = { acknowledge: latest, silence: daysAfter(latest, -1) };
      await each(
        (after) => store.dueBy(days, after, BATCH),
        (id) => keep(id, now),
      );
      await each(
        (after) =>
          store.unreminded(
            { silence: daysAfter(latest, REMINDER_DAYS), answer: daysAfter(latest, ANSWER_REMINDER_DAYS) },
            after,
            BATCH,
          ),
        (id) => remind(id, now),
      );
    },
  };
}
