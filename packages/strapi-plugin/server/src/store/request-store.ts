/** Requests and their timelines, as typed queries. What residents wrote is sealed on its way in, opened on its way out. */
import type { EntryChannel } from '@guichet/contracts/admin/entries';
import type { TransitWay } from '@guichet/contracts/admin/retention';
import type { Correction } from '@guichet/contracts/correction';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Mention } from '../domain/acknowledgement.js';
import type { Opening } from '../domain/case-events.js';
import type { CivilDate } from '../domain/civil-date.js';
import { corrected } from '../domain/correction.js';
import { projectionOf } from '../domain/projection.js';
import { isClosedForGood } from '../domain/retention.js';
import { type ActorKind, fold, next, type Refusal, type RequestState } from '../domain/request-state.js';
import type { Secrets } from '../vault/secrets.js';
import type { DataKey, Place, Vault } from '../vault/vault.js';
import { indexesOf } from './blind-index.js';
import { newId } from '../jobs/new-id.js';
import {
  columnsOf,
  type OpenedRequest,
  requestOf,
  type RequestRow,
  type Row,
  type SealedRequest,
  type StoredContent,
} from './request-row.js';
import { EVENTS, PASSAGES, REQUESTS } from './tables.js';
import {
  type EventContent,
  eventOf,
  type Facts,
  factsOf,
  type TimelineEvent,
  type TimelineKind,
} from './timeline.js';
import { inTransaction } from './write.js';

export interface NewStoredRequest {
  id: string;
  administrationId: string;
  reference: string;
  trackingHash: string;
  receivedAt: string;
  suspect: boolean;
  opening: Opening;
  /** How it came, where an agent enters it, and who does. */
  channel?: EntryChannel;
  enteredBy?: number;
  /** Of an acknowledgement that left at once: the second fact of the same instant. */
  acknowledged?: Facts & { missing: readonly Mention[] };
  content: StoredContent;
  dataKey: DataKey;
  wrappedKey: string;
}

export interface NewEvent {
  requestId: string;
  /** The tenants that the actor works for or is bound to: a request of any other is not found. */
  administrationIds: readonly string[];
  kind: Exclude<TimelineKind, 'received'>;
  by: ActorKind;
  /** The administration's civil date, of what the law dates. */
  on?: CivilDate;
  facts?: Facts;
  agentId?: number;
  content?: EventContent;
  /** RFC 3339 in UTC. */
  at: string;
  /** `seq` of the latest event that the actor has seen; without it, anything may have happened since. */
  seen?: number;
}

export type Appended =
  | { ok: true; request: RequestRow; state: RequestState; event: TimelineEvent }
  | { ok: false; code: Refusal | 'request-not-found' | 'request-changed' };

/** Where a request's secrets are: only its data key, once unwrapped, follows it to another administration. */
export interface SealedPlace {
  id: string;
  /** Who answers for it now. */
  administrationId: string;
  /** Who received it; the same where absent. */
  sealedUnder?: string;
}

/** To whom a request goes, and what that changes of it. */
export interface Move {
  administrationId: string;
  /** RFC 3339 in UTC. */
  at: string;
}

/** A fact that has just been added to a timeline; `received` also by who takes a request over. */
export interface News {
  /** Of `received`, unless it is suspect: how it is handed on, where it only passes through. */
  transit?: TransitWay;
  kind: TimelineKind;
  requestId: string;
  administrationId: string;
}

export type NewsListener = (trx: Knex.Transaction, news: News) => Promise<void>;

export interface RequestStore {
  /** Has every fact told from now on, in the transaction that adds it: whoever listens adds its jobs there. */
  listen(listener: NewsListener): void;
  /** The place of a request's sealed fields, its data key included. */
  placeOf(request: SealedPlace, field: 'key' | 'content' | 'corrected' | 'reply'): Place;
  /** Two statements: the request, and the events of its reception. */
  insert(trx: Knex.Transaction, request: NewStoredRequest): Promise<void>;
  find(requestId: string, administrationIds?: readonly string[]): Promise<SealedRequest | null>;
  /** As its resident follows it: also from the site of an administration that has forwarded it since. */
  findTracked(
    by: { id: string } | { reference: string },
    administrationIds: readonly string[],
  ): Promise<SealedRequest | null>;
  /** Whether one of these administrations had it, and forwarded it. */
  hasPassedThrough(requestId: string, administrationIds: readonly string[]): Promise<boolean>;
  /**
   * Gives a request to another administration, within the transaction that records it as forwarded. Its key is wrapped
   * anew under the new name, so that nobody moves a request by its columns alone.
   */
  move(trx: Knex.Transaction, request: SealedRequest, move: Move): Promise<void>;
  open(request: SealedRequest): OpenedRequest;
  /** Oldest first, opened. */
  timeline(request: SealedRequest): Promise<TimelineEvent[]>;
  /** Appends within the caller's transaction, whose first statement this may be. */
  append(trx: Knex.Transaction, event: NewEvent): Promise<Appended>;
  /** Ids, in their order, of requests whose acknowledgement leaves, or whose last day to answer is, by these days. */
  dueBy(
    days: { acknowledge: CivilDate; silence: CivilDate },
    after: string,
    limit: number,
  ): Promise<string[]>;
  /**
   * Ids, in their order, of requests whose last day before silence, or to give reasons, is by one day, or whose time for
   * an answer ends by another, and whose service was not told so.
   */
  unreminded(
    lastDays: { silence: CivilDate; answer: CivilDate },
    after: string,
    limit: number,
  ): Promise<string[]>;
  /** @returns false where the service was reminded of that day already, or it is no longer the last one */
  remind(trx: Knex.Transaction, id: string, lastDay: CivilDate): Promise<boolean>;
  /** The dates of a request from before they were kept. One transaction. */
  backdate(request: SealedRequest, opening: Opening): Promise<void>;
  /** Ids, in their order, of requests from before dates were kept. */
  undated(after: string, limit: number): Promise<string[]>;
  /** The ids of ring keys that wrap some request's key. */
  keyIds(): Promise<string[]>;
}

interface EventRow {
  id: string;
  seq: number;
  kind: TimelineKind;
  at: string;
  on: string | null;
  actor: ActorKind;
  agent_id: number | null;
  facts: string | null;
  content: string | null;
}

/** Silence and reasons are never awaited together: these only follow what silence has decided. */
const unremindedOf = (any: Knex.QueryBuilder) =>
  any.whereNull('reminded_on').orWhereRaw('reminded_on <> coalesce(silence_on, reasons_on)');

/** Of the time for an answer, which comes before what silence decides: reminded of that, it is past telling. */
const answerUnremindedOf = (any: Knex.QueryBuilder) =>
  any.whereNull('reminded_on').orWhereRaw('reminded_on < due_on');

/** What a timeline adds up to, as the transaction sees it; nothing of it is opened. */
async function foldIn(trx: Knex.Transaction, { id, suspect }: Pick<RequestRow, 'id' | 'suspect'>) {
  const rows = await trx(EVENTS)
    .where({ request_id: id })
    .orderBy('seq')
    .select<Pick<EventRow, 'kind' | 'actor' | 'on' | 'facts'>[]>('kind', 'actor', 'on', 'facts');
  return fold(
    rows.map(({ kind, actor: by, on, facts }) => eventOf({ kind, by, on, facts: factsOf(facts) }, suspect)),
  );
}

export function createRequestStore(context: {
  strapi: Core.Strapi;
  vault: Vault;
  secrets: Secrets;
}): RequestStore {
  const { strapi, vault, secrets } = context;
  const knex = strapi.db.connection;

  const placeOf: RequestStore['placeOf'] = ({ id, administrationId, sealedUnder }, field) => ({
    administrationId: field === 'key' ? administrationId : (sealedUnder ?? administrationId),
    table: REQUESTS,
    record: id,
    field,
  });
  const placeOfEvent = ({ sealedUnder }: SealedRequest, id: string): Place => ({
    administrationId: sealedUnder,
    table: EVENTS,
    record: id,
    field: 'content',
  });
  const keyOf = (request: SealedRequest) => vault.openDataKey(request.wrappedKey, placeOf(request, 'key'));

  function open(request: SealedRequest): OpenedRequest {
    const { trackingHash: _, wrappedKey: __, sealedContent, sealedCorrection, ...rest } = request;
    const dataKey = keyOf(request);
    const read = (sealed: string, field: 'content' | 'corrected') =>
      JSON.parse(vault.open(dataKey, sealed, placeOf(request, field))) as StoredContent;
    const sent = read(sealedContent, 'content');
    return { ...rest, sent, content: sealedCorrection ? read(sealedCorrection, 'corrected') : sent };
  }

  /** What is read and found from now on; what was sent first stays beside it. */
  function correctionColumns(request: SealedRequest, correction: Correction) {
    const content = corrected(open(request).sent, correction);
    return {
      corrected: vault.seal(keyOf(request), JSON.stringify(content), placeOf(request, 'corrected')),
      ...indexesOf(secrets, request.administrationId, content.sender),
    };
  }

  async function hasPassedThrough(requestId: string, administrationIds: readonly string[]): Promise<boolean> {
    const passage = await knex(PASSAGES)
      .where({ request_id: requestId })
      .whereIn('administration_id', administrationIds)
      .first<{ request_id: string } | undefined>('request_id');
    return passage !== undefined;
  }

  const listeners: NewsListener[] = [];

  async function tell(trx: Knex.Transaction, news: News): Promise<void> {
    for (const listener of listeners) await listener(trx, news);
  }

  async function append(trx: Knex.Transaction, event: NewEvent): Promise<Appended> {
    // Writing first takes the lock on the row (PostgreSQL) or the file (SQLite), so that two actors take turns.
    const reachable = () =>
      trx(REQUESTS).where({ id: event.requestId }).whereIn('administration_id', event.administrationIds);
    const unchanged = event.seen === undefined ? reachable() : reachable().where({ last_seq: event.seen });
    const raised = { last_seq: knex.raw<number>('last_seq + 1'), updated_at: event.at };
    const [row] = await unchanged.update(raised).returning<Row[]>('*');
    if (!row) {
      const exists = event.seen !== undefined && (await reachable().first<{ id: string } | undefined>('id'));
      return { ok: false, code: exists ? 'request-changed' : 'request-not-found' };
    }
    const sealed = requestOf(row);
    const before = await foldIn(trx, sealed);
    const { kind, by, on = null, facts = {} } = event;
    const after = before.ok ? next(before.state, eventOf({ kind, by, on, facts }, sealed.suspect)) : before;
    if (!after.ok) return after;

    const id = newId();
    const content = event.content ?? {};
    const isEmpty = !Object.keys(content).length;
    await trx(EVENTS).insert({
      id,
      administration_id: row.administration_id,
      request_id: row.id,
      seq: row.last_seq,
      kind,
      at: event.at,
      on,
      actor: by,
      agent_id: event.agentId ?? null,
      facts: Object.keys(facts).length ? JSON.stringify(facts) : null,
      content: isEmpty ? null : vault.seal(keyOf(sealed), JSON.stringify(content), placeOfEvent(sealed, id)),
    });
    const projection = projectionOf(after.state);
    await trx(REQUESTS)
      .where({ id: row.id })
      .update({
        ...columnsOf(projection),
        closed_at: isClosedForGood(after.state) ? (row.closed_at ?? event.at) : null,
        ...(content.correction && correctionColumns(sealed, content.correction)),
      });
    const {
      trackingHash: _,
      wrappedKey: __,
      sealedContent: ___,
      sealedCorrection: ____,
      ...request
    } = sealed;
    const { status, suspicion, awaitsAgent, assignedTo, due, isUndelivered } = projection;
    const { at, agentId = null } = event;
    await tell(trx, { kind, requestId: row.id, administrationId: row.administration_id });
    return {
      ok: true,
      request: { ...request, status, suspicion, awaitsAgent, assignedTo, due, isUndelivered },
      state: after.state,
      event: { id, seq: row.last_seq, kind, at, on, by, agentId, facts, content },
    };
  }

  return {
    placeOf,
    append,
    listen: (listener) => void listeners.push(listener),

    async insert(trx, request) {
      const { id, administrationId, content, suspect, opening, acknowledged, receivedAt: at } = request;
      const { on } = opening;
      const facts = acknowledged && { kind: 'acknowledged' as const, on, facts: acknowledged };
      const received = fold([
        { kind: 'received', by: 'resident', suspect, opening },
        ...(facts ? [eventOf({ ...facts, by: 'system' }, suspect)] : []),
      ]);
      if (!received.ok) throw new Error(received.code);
      await trx(REQUESTS).insert({
        id,
        administration_id: administrationId,
        reference: request.reference,
        tracking_hash: request.trackingHash,
        received_at: at,
        updated_at: at,
        channel: request.channel ?? null,
        nature: content.nature,
        procedure: content.procedure,
        recipient: content.recipient,
        language: content.language,
        suspect,
        ...columnsOf(projectionOf(received.state)),
        last_seq: facts ? 2 : 1,
        key_id: vault.currentKeyId,
        wrapped_key: request.wrappedKey,
        content: vault.seal(request.dataKey, JSON.stringify(content), placeOf(request, 'content')),
        ...indexesOf(secrets, administrationId, content.sender),
      });
      // What was sent is in the request: its first event only says when.
      const event = {
        administration_id: administrationId,
        request_id: id,
        at,
        on,
        agent_id: null,
        content: null,
      };
      await trx(EVENTS).insert([
        {
          ...event,
          id: newId(),
          seq: 1,
          kind: 'received',
          actor: 'resident',
          agent_id: request.enteredBy ?? null,
          facts: JSON.stringify({ opening } satisfies Facts),
        },
        ...(facts
          ? [
              {
                ...event,
                id: newId(),
                seq: 2,
                kind: facts.kind,
                actor: 'system',
                facts: JSON.stringify(facts.facts),
              },
            ]
          : []),
      ]);
      const transit = suspect ? undefined : opening.transit;
      await tell(trx, { kind: 'received', requestId: id, administrationId, ...(transit && { transit }) });
    },

    async find(requestId, administrationIds) {
      const query = knex(REQUESTS).where({ id: requestId });
      if (administrationIds) query.whereIn('administration_id', administrationIds);
      const row = (await query.first()) as Row | undefined;
      return row ? requestOf(row) : null;
    },

    async findTracked(by, administrationIds) {
      const row = (await knex(REQUESTS).where(by).first()) as Row | undefined;
      if (!row) return null;
      const isTheirs =
        administrationIds.includes(row.administration_id) ||
        (row.sealed_under !== null && (await hasPassedThrough(row.id, administrationIds)));
      return isTheirs ? requestOf(row) : null;
    },

    hasPassedThrough,

    async move(trx, request, { administrationId, at }) {
      const { id } = request;
      const { content } = open(request);
      await trx(PASSAGES)
        .insert({ request_id: id, administration_id: request.administrationId, left_at: at })
        .onConflict(['request_id', 'administration_id'])
        .merge(['left_at']);
      await trx(REQUESTS)
        .where({ id })
        .update({
          administration_id: administrationId,
          sealed_under: request.sealedUnder,
          // The desk of another mairie.
          recipient: null,
          key_id: vault.currentKeyId,
          wrapped_key: vault.wrapDataKey(keyOf(request), placeOf({ id, administrationId }, 'key')),
          ...indexesOf(secrets, administrationId, content.sender),
        });
      await trx(EVENTS).where({ request_id: id }).update({ administration_id: administrationId });
      await tell(trx, { kind: 'received', requestId: id, administrationId });
    },

    open,

    async timeline(request) {
      const rows = (await knex(EVENTS)
        .where({ request_id: request.id, administration_id: request.administrationId })
        .orderBy('seq')) as EventRow[];
      const dataKey = keyOf(request);
      return rows.map((row) => ({
        id: row.id,
        seq: row.seq,
        kind: row.kind,
        at: row.at,
        on: row.on,
        by: row.actor,
        agentId: row.agent_id,
        facts: factsOf(row.facts),
        content: row.content
          ? (JSON.parse(vault.open(dataKey, row.content, placeOfEvent(request, row.id))) as EventContent)
          : {},
      }));
    },

    async dueBy({ acknowledge, silence }, after, limit) {
      const due = await knex(REQUESTS)
        .where((any) => any.where('acknowledge_on', '<=', acknowledge).orWhere('silence_on', '<=', silence))
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .select<{ id: string }[]>('id');
      return due.map(({ id }) => id);
    },

    async unreminded({ silence, answer }, after, limit) {
      const due = await knex(REQUESTS)
        .where((any) =>
          any
            .where((one) => one.where('silence_on', '<=', silence).where(unremindedOf))
            .orWhere((one) => one.where('reasons_on', '<=', silence).where(unremindedOf))
            .orWhere((one) =>
              one.where('due_for', 'answer').where('due_on', '<=', answer).where(answerUnremindedOf),
            ),
        )
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .select<{ id: string }[]>('id');
      return due.map(({ id }) => id);
    },

    async remind(trx, id, lastDay) {
      const reminded = await trx(REQUESTS)
        .where({ id })
        .where((any) =>
          any
            .where((one) => one.where('silence_on', lastDay).where(unremindedOf))
            .orWhere((one) => one.where('reasons_on', lastDay).where(unremindedOf))
            .orWhere((one) => one.where({ due_for: 'answer', due_on: lastDay }).where(answerUnremindedOf)),
        )
        .update({ reminded_on: lastDay });
      return reminded === 1;
    },

    async undated(after, limit) {
      const rows = await knex(EVENTS)
        .where({ kind: 'received' })
        .whereNull('on')
        .where('request_id', '>', after)
        .orderBy('request_id')
        .limit(limit)
        .select<{ request_id: string }[]>('request_id');
      return rows.map((row) => row.request_id);
    },

    async backdate(request, opening) {
      await inTransaction(strapi, async (trx) => {
        await trx(EVENTS)
          .where({ request_id: request.id, kind: 'received' })
          .update({ on: opening.on, facts: JSON.stringify({ opening } satisfies Facts) });
        const folded = await foldIn(trx, request);
        if (!folded.ok) throw new Error(`a timeline does not fold: ${folded.code}`);
        await trx(REQUESTS)
          .where({ id: request.id })
          .update(columnsOf(projectionOf(folded.state)));
      });
    },

    async keyIds() {
      const rows = await knex(REQUESTS).distinct<{ key_id: string }[]>('key_id');
      return rows.map((row) => row.key_id);
    },
  };
}
