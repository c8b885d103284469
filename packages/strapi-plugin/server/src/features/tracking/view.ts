/** A request as its resident sees it. */
import type { Attachment, ListedAttachment } from '@guichet/contracts/attachment';
import type { TimelineEntry, TrackedRequest } from '@guichet/contracts/tracking';
import { shownOf } from '../../domain/agent-shown.js';
import { type CivilDate, civilDate, instantWithOffset } from '../../domain/civil-date.js';
import { silenceMention } from '../../domain/mentions.js';
import { changesByEvent, correctionOf } from '../../domain/correction.js';
import type { RequestState } from '../../domain/request-state.js';
import { isOver, situationOf } from '../../domain/situation.js';
import { serviceOf, type Tenant } from '../../domain/tenant.js';
import type { OpenedRequest } from '../../store/request-row.js';
import type { HandedOver } from '../../store/transit.js';
import type { TimelineEvent, TimelineKind } from '../../store/timeline.js';
import { documentsOf } from './documents.js';
import { examinationOf } from './examination.js';

/** What each event is to the resident. What is not here is the mairie's own affair: how a request was sorted, by whom. */
const shownAs: Readonly<Partial<Record<TimelineKind, TimelineEntry['kind']>>> = {
  received: 'received',
  message: 'message',
  corrected: 'corrected',
  answered: 'answered',
  closed: 'closed',
  reopened: 'reopened',
  'rejected-as-abusive': 'closed',
  acknowledged: 'acknowledged',
  requalified: 'requalified',
  withdrawn: 'withdrawn',
  'tacitly-granted': 'tacitly-granted',
  'tacitly-refused': 'tacitly-refused',
  'items-asked': 'items-asked',
  completed: 'completed',
  forwarded: 'forwarded',
  granted: 'granted',
  refused: 'refused',
  'reasons-asked': 'reasons-asked',
  'reasons-given': 'reasons-given',
  'attestation-asked': 'attestation-asked',
  attested: 'attested',
};

function handedOverTo(
  tenant: Pick<Tenant, 'administration' | 'desks'>,
  recipient: string | null,
  on: CivilDate,
): NonNullable<TrackedRequest['handedOver']> {
  const { name, phone } = serviceOf(tenant, recipient);
  return { on, name, phone };
}

/** What is told of one that its service has taken over, once nothing else is left of it here. */
export function handedOverRequest(
  { reference, receivedAt, endedAt, nature, recipient }: HandedOver,
  tenant: Pick<Tenant, 'administration' | 'desks'>,
): TrackedRequest {
  const { timeZone } = tenant.administration;
  return {
    reference,
    receivedAt: instantWithOffset(new Date(receivedAt), timeZone),
    nature,
    // What it was about is not known any more.
    subject: reference,
    recipient,
    status: 'in-progress',
    canWrite: false,
    canWithdraw: false,
    correctable: null,
    acknowledgement: null,
    acknowledgementDueBy: null,
    silence: null,
    decision: null,
    items: null,
    forwarded: null,
    handedOver: handedOverTo(tenant, recipient, civilDate(new Date(endedAt), timeZone)),
    canAskReasons: false,
    reasons: null,
    canAskAttestation: false,
    attestation: null,
    documents: [],
    timeline: [],
  };
}

/** @param anonymous the agents whose names are not told (CRPA L111-2); who decided is told all the same (L212-1) */
export function trackedRequestOf(
  { content, sent: first, reference, receivedAt, nature, recipient }: OpenedRequest,
  events: readonly TimelineEvent[],
  state: RequestState,
  tenant: Pick<Tenant, 'administration' | 'departement' | 'desks'>,
  now: Date,
  listed: (kept: readonly Attachment[] | undefined) => ListedAttachment[],
  anonymous: ReadonlySet<number>,
): TrackedRequest {
  const { administration, departement } = tenant;
  const { timeZone, name } = administration;
  const at = (instant: string) => instantWithOffset(new Date(instant), timeZone);
  const { file } = state;
  const situation = situationOf(state);
  const clock = situation?.clocks.acknowledgement;
  const sent = events.findLast(({ kind }) => kind === 'acknowledged');
  const silence = situation?.awaited;
  const changes = changesByEvent(first, events);
  const { canCorrect, ...examined } = examinationOf(
    state,
    events,
    { name, departement },
    civilDate(now, timeZone),
  );
  const acknowledgement =
    sent?.facts.receipt && sent.on !== null ? { ...sent.facts.receipt, sentOn: sent.on } : null;
  return {
    reference,
    receivedAt: at(receivedAt),
    nature: file?.nature ?? nature,
    subject: content.subject,
    recipient,
    status: state.status,
    canWrite: state.canWrite,
    acknowledgement,
    acknowledgementDueBy: clock?.kind === 'due' && !isOver(state, silence ?? null) ? clock.dueBy : null,
    silence: file && silence ? silenceMention(file.silence, silence) : null,
    ...examined,
    ...(file?.transit?.deliveredOn && {
      handedOver: handedOverTo(tenant, recipient, file.transit.deliveredOn),
    }),
    correctable: canCorrect ? correctionOf(content) : null,
    documents: documentsOf({ acknowledgement, ...examined }, state, events),
    timeline: events.flatMap((event) => {
      const kind = shownAs[event.kind];
      if (!kind) return [];
      const corrected = changes.get(event.id)?.find(({ member }) => member === 'message');
      const message =
        event.kind === 'received'
          ? first.message
          : (corrected?.after ?? event.content.message ?? event.content.decision?.message ?? null);
      const by = { kind: event.by, name: shownOf(event, anonymous) };
      const attachments = listed(event.kind === 'received' ? first.attachments : event.content.attachments);
      return [{ id: event.id, kind, at: at(event.at), by, message, attachments }];
    }),
  };
}
