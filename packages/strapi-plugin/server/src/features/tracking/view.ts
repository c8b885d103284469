/** A request as its resident sees it. */
import type { TimelineEntry, TrackedRequest } from '@guichet/contracts/tracking';
import { appealOf } from '../../domain/case-appeal.js';
import { civilDate, instantWithOffset } from '../../domain/civil-date.js';
import { appealOfSilence, silenceMention } from '../../domain/mentions.js';
import { awaitedSilence } from '../../domain/projection.js';
import type { RequestState } from '../../domain/request-state.js';
import { possibleKinds, situationOf } from '../../domain/situation.js';
import type { Tenant } from '../../domain/tenant.js';
import type { OpenedRequest } from '../../store/request-store.js';
import type { TimelineEvent, TimelineKind } from '../../store/timeline.js';

/** What each event is to the resident. What is not here is the mairie's own affair: how a request was sorted, by whom. */
const shownAs: Readonly<Partial<Record<TimelineKind, TimelineEntry['kind']>>> = {
  received: 'received',
  message: 'message',
  answered: 'answered',
  closed: 'closed',
  reopened: 'reopened',
  'rejected-as-abusive': 'closed',
  acknowledged: 'acknowledged',
  requalified: 'requalified',
  withdrawn: 'withdrawn',
  'tacitly-granted': 'tacitly-granted',
  'tacitly-refused': 'tacitly-refused',
};

export function trackedRequestOf(
  { content, reference, receivedAt, nature, recipient }: OpenedRequest,
  events: readonly TimelineEvent[],
  state: RequestState,
  { administration, departement }: Pick<Tenant, 'administration' | 'departement'>,
  now: Date,
): TrackedRequest {
  const { timeZone, name } = administration;
  const at = (instant: string) => instantWithOffset(new Date(instant), timeZone);
  const { file } = state;
  const clock = situationOf(state)?.clocks.acknowledgement;
  const sent = events.findLast(({ kind }) => kind === 'acknowledged');
  const silence = awaitedSilence(state);
  const decision = file?.decision;
  const appeal = file && appealOfSilence(file.silence, { name, departement });
  return {
    reference,
    receivedAt: at(receivedAt),
    nature: file?.nature ?? nature,
    subject: content.subject,
    recipient,
    status: state.status,
    canWrite: state.canWrite,
    canWithdraw:
      state.canWrite && possibleKinds(state, 'resident', civilDate(now, timeZone)).includes('withdrawn'),
    acknowledgement:
      sent?.facts.receipt && sent.on !== null ? { ...sent.facts.receipt, sentOn: sent.on } : null,
    acknowledgementDueBy:
      clock?.kind === 'due' && !state.isAnswered && state.status !== 'closed' ? clock.dueBy : null,
    silence: file && silence ? silenceMention(file.silence, silence) : null,
    decision:
      file && (decision?.kind === 'tacitly-granted' || decision?.kind === 'tacitly-refused')
        ? {
            kind: decision.kind,
            on: decision.on,
            appeal: appeal ? { ...appeal, lastDay: appealOf(file)?.lastDay ?? null } : null,
          }
        : null,
    items: null,
    forwarded: null,
    canAskReasons: false,
    reasons: null,
    canAskAttestation: false,
    attestation: null,
    timeline: events.flatMap((event) => {
      const kind = shownAs[event.kind];
      if (!kind) return [];
      const message = event.kind === 'received' ? content.message : (event.content.message ?? null);
      const by = { kind: event.by, name: event.content.agentName ?? null };
      return [{ id: event.id, kind, at: at(event.at), by, message }];
    }),
  };
}
