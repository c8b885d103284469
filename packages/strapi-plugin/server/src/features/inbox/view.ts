/** Requests as agents see them. */
import {
  type Colleague,
  type InboxEvent,
  type InboxRow,
  internalKinds,
} from '@guichet/contracts/admin/inbox';
import type { DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import type { NewRequest } from '@guichet/contracts/request';
import { shownOf } from '../../domain/agent-shown.js';
import { civilDate } from '../../domain/civil-date.js';
import type { OpenedRequest } from '../../store/request-row.js';
import type { TimelineEvent } from '../../store/timeline.js';
import type { GuichetServices } from '../../strapi/services.js';
import { dueDate } from './legal.js';

/** What an agent reads, and the names of those who have requests on their desks. */
export interface Seen {
  scope: Awaited<ReturnType<GuichetServices['agents']['scopeOf']>>;
  names: ReadonlyMap<number, string>;
}

function senderName({ sender }: NewRequest): string {
  if ('name' in sender) return sender.name;
  return 'familyName' in sender ? `${sender.givenName} ${sender.familyName}`.trim() : sender.email;
}

function recipientName(
  { administrationId, recipient }: Pick<OpenedRequest, 'administrationId' | 'recipient'>,
  { scope }: Seen,
): string | null {
  const desks = scope.find(({ id }) => id === administrationId)?.recipients ?? [];
  return recipient && (desks.find(({ slug }) => slug === recipient)?.name ?? recipient);
}

/** @returns null for nobody, and for an account that is gone */
export function colleagueOf(id: number | null, { names }: Pick<Seen, 'names'>): Colleague | null {
  const name = id === null ? undefined : names.get(id);
  return id === null || name === undefined ? null : { id, name };
}

export function rowOf(request: OpenedRequest, seen: Seen): InboxRow {
  const { id, reference, administrationId, receivedAt, nature, status, suspicion, awaitsAgent, content } =
    request;
  const timeZone =
    seen.scope.find(({ id: served }) => served === administrationId)?.timeZone ?? 'Europe/Paris';
  return {
    due: dueDate(request.due, civilDate(new Date(), timeZone)),
    isUndelivered: request.isUndelivered,
    id,
    version: request.lastSeq,
    reference,
    administrationId,
    receivedAt,
    channel: request.channel,
    nature,
    status,
    suspicion,
    awaitsAgent,
    assignedTo: colleagueOf(request.assignedTo, seen),
    subject: content.subject,
    sender: senderName(content),
    recipient: recipientName(request, seen),
  };
}

const isForwardedHere = ({ kind, facts }: TimelineEvent) =>
  kind === 'forwarded' && (facts['to'] as { kind?: string } | undefined)?.kind === 'here';

/** The timeline of those who deal with a request now. */
export function ownTimeline(events: readonly TimelineEvent[]): TimelineEvent[] {
  const came = events.findLastIndex(isForwardedHere);
  return events.filter(({ kind }, i) => i > came || !internalKinds.has(kind));
}

/** Of reasons, what a decision has of them. */
function decisionOf({ kind, content }: TimelineEvent): DecisionContent | null {
  const { decision, reasons, author } = content;
  if (decision) return decision;
  if (kind !== 'reasons-given' || !reasons || !author) return null;
  return { outcome: 'refused', message: '', author, reasons, illegality: null };
}

/** @param anonymous the agents of whom residents are not told the names */
export function eventOf(
  event: TimelineEvent,
  anonymous: ReadonlySet<number>,
): Omit<InboxEvent, 'attachments' | 'changes'> {
  const { id, kind, at, by, content, facts } = event;
  return {
    id,
    kind: kind as InboxEvent['kind'],
    at,
    by,
    agentName: content.agentName ?? null,
    shownAs: shownOf(event, anonymous),
    message: content.message ?? null,
    nature: (facts['nature'] as InboxEvent['nature'] | undefined) ?? null,
    receipt: facts.receipt ?? null,
    items: content.items ?? [],
    answerBy: (facts['answerBy'] as string | null | undefined) ?? null,
    to: content.to?.name ?? null,
    decision: decisionOf(event),
    bounce: (facts['bounce'] as InboxEvent['bounce'] | undefined) ?? null,
    report: content.report ?? null,
    why: (facts['why'] as InboxEvent['why'] | undefined) ?? null,
  };
}
