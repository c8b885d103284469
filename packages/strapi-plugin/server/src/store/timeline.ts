/** The facts of a timeline, as rows and as what the rules fold. */
import type { Attachment } from '@guichet/contracts/attachment';
import type { AskedItem, DecisionAuthor, DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import type { Correction } from '@guichet/contracts/correction';
import type { NewReport } from '@guichet/contracts/admin/report';
import type { Receipt, ReceiptAppeal } from '@guichet/contracts/receipt';
import type { CaseEvent, CaseEventKind, Opening } from '../domain/case-events.js';
import type { CivilDate } from '../domain/civil-date.js';
import {
  type ActorKind,
  type EventKind,
  eventKinds,
  type Fact,
  type RequestEvent,
} from '../domain/request-state.js';

export type TimelineKind = EventKind | CaseEventKind;

/** What a fact carries beside its kind, day and actor; of an acknowledgement, what was sent too. */
export type Facts = { opening?: Opening; receipt?: Receipt; decides?: false } & Record<string, unknown>;

export interface EventContent {
  message?: string;
  /** The agent's first name, surname and capacity, as they were then (CRPA L111-2): for colleagues always. */
  agentName?: string;
  /** Of an agent who was anonymous then: what residents read instead, null for the administration alone. */
  shownAs?: string | null;
  /** Files that came with it. */
  attachments?: Attachment[];
  /** Of `corrected`: the whole of what can be corrected, as it was to be read from then on. */
  correction?: Correction;
  /** Of `assigned` and `forwarded`: to whom; of the latter also how to reach them. */
  to?: { name: string; contact?: string };
  /** Of `report-asked`: what is to be sent. */
  report?: NewReport;
  /** Of `items-asked`. */
  items?: AskedItem[];
  /** Of `draft-decided`, `granted` and `refused`. */
  decision?: DecisionContent;
  /** Of `refused`: how to challenge it, as it was notified. */
  appeal?: ReceiptAppeal | null;
  /** Of `reasons-given`. */
  reasons?: { law: string; facts: string };
  /** Of `reasons-given` and `attested`. */
  author?: DecisionAuthor;
  /** Of `granted`, `refused` and `attested`: what was issued, signed. */
  jws?: string;
}

/** How an agent's acts are signed: for colleagues, and for residents where these read something else. */
export type Signed = Required<Pick<EventContent, 'agentName'>> & Pick<EventContent, 'shownAs'>;

export interface TimelineEvent {
  id: string;
  seq: number;
  kind: TimelineKind;
  /** RFC 3339 in UTC. */
  at: string;
  /** The administration's civil date that deadlines count from; null where none does. */
  on: CivilDate | null;
  by: ActorKind;
  agentId: number | null;
  facts: Facts;
  content: EventContent;
}

const isConversation = (kind: string): kind is EventKind => (eventKinds as readonly string[]).includes(kind);

/** One fact as the rules fold it. `suspect` is the request's own: how it was sorted at reception. */
export function eventOf(
  { kind, by, on, facts }: Pick<TimelineEvent, 'kind' | 'by' | 'on' | 'facts'>,
  suspect: boolean,
): RequestEvent {
  const { receipt: _, opening, ...carried } = facts;
  if (isConversation(kind)) {
    const fact: Fact = { kind, by };
    if (kind === 'received') return { ...fact, suspect, ...(opening && { opening }) };
    return facts.decides === false ? { ...fact, decides: false } : fact;
  }
  return { kind, by, on, ...carried } as CaseEvent;
}

/** @param facts the column as it is stored */
export function factsOf(facts: string | null): Facts {
  return facts ? (JSON.parse(facts) as Facts) : {};
}
