/** A request as its row holds it, and what is derived of it there. */
import type { Attachment } from '@guichet/contracts/attachment';
import type { InboxChannel } from '@guichet/contracts/admin/inbox';
import type { NewRequest } from '@guichet/contracts/request';
import type { RequestStatus } from '@guichet/contracts/tracking';
import type { CivilDate } from '../domain/civil-date.js';
import type { Projection } from '../domain/projection.js';
import type { Suspicion } from '../domain/request-state.js';
import type { ObstacleCode } from '../domain/unopposable.js';

/** A request without what is sealed. */
export interface RequestRow {
  id: string;
  administrationId: string;
  reference: string;
  /** RFC 3339 in UTC. */
  receivedAt: string;
  updatedAt: string;
  channel: InboxChannel;
  nature: NewRequest['nature'];
  procedure: string;
  recipient: string | null;
  language: NewRequest['language'];
  suspect: boolean;
  status: RequestStatus;
  suspicion: Suspicion;
  awaitsAgent: boolean;
  /** Id of the agent who has it on the desk. */
  assignedTo: number | null;
  /** The first of the deadlines that the mairie must keep. */
  due: Projection['due'];
  /** Whether a mail to the resident could not be delivered. */
  isUndelivered: boolean;
  /** `seq` of its latest event. */
  lastSeq: number;
}

/** What is sealed of what the resident sent. Requests from before there were attachments have none. */
export type StoredContent = NewRequest & { attachments?: Attachment[] };

/** A request with what the resident sent. */
export interface OpenedRequest extends RequestRow {
  /** As it stands: corrected since, where it was. */
  content: StoredContent;
  /** As it was sent first; the same where nothing was corrected. */
  sent: StoredContent;
}

/** A sealed request as its columns are, with what only tracking needs. */
export interface SealedRequest extends RequestRow {
  /** The day its acknowledgement leaves by itself; null where none is awaited. */
  acknowledgeOn: CivilDate | null;
  /** The last day to answer before silence decides; null where none is. */
  silenceOn: CivilDate | null;
  /** The last day to give the reasons that were asked for; null where none are. */
  reasonsOn: CivilDate | null;
  /** The deadline that its service was reminded of last; null where it never was. */
  remindedOn: CivilDate | null;
  /** Why no appeal time can be held against who asked. */
  obstacles: readonly ObstacleCode[];
  /** The administration that received it: what is sealed bears its name, whoever answers for it since. */
  sealedUnder: string;
  trackingHash: string;
  wrappedKey: string;
  sealedContent: string;
  /** Null where nothing was corrected. */
  sealedCorrection: string | null;
  /** RFC 3339 in UTC: since when it is closed with nothing left to decide; null where it is not. */
  closedAt: string | null;
}

export interface Row {
  id: string;
  administration_id: string;
  reference: string;
  tracking_hash: string;
  received_at: string;
  updated_at: string;
  channel: string | null;
  nature: string;
  procedure: string;
  recipient: string | null;
  language: string;
  suspect: boolean | number;
  status: string;
  suspicion: string;
  awaits_agent: boolean | number;
  last_seq: number;
  acknowledge_on: string | null;
  silence_on: string | null;
  reasons_on: string | null;
  reminded_on: string | null;
  assigned_to: number | null;
  sealed_under: string | null;
  due_on: string | null;
  due_for: string | null;
  undelivered: boolean | number | null;
  obstacles: string | null;
  wrapped_key: string;
  content: string;
  corrected: string | null;
  closed_at: string | null;
}

/** The columns of a projection. */
export const columnsOf = (projection: Projection) => ({
  status: projection.status,
  suspicion: projection.suspicion,
  awaits_agent: projection.awaitsAgent,
  // Null rather than false: its index holds the few that do.
  awaits_approval: projection.awaitsApproval || null,
  held: projection.isHeld || null,
  undelivered: projection.isUndelivered || null,
  items_on: projection.itemsOn,
  transit: projection.transit,
  transit_on: projection.transitOn,
  assigned_to: projection.assignedTo,
  acknowledge_on: projection.acknowledgeOn,
  silence_on: projection.silenceOn,
  reasons_on: projection.reasonsOn,
  due_on: projection.due?.on ?? null,
  due_for: projection.due?.for ?? null,
  obstacles: obstaclesColumn(projection),
});

/** Null rather than empty: its index holds the few that have some. */
export function obstaclesColumn({ obstacles }: Pick<Projection, 'obstacles'>): string | null {
  return obstacles.join(' ') || null;
}

/** @param row as the database gives it: SQLite's booleans are numbers */
export function requestOf(row: Row): SealedRequest {
  return {
    id: row.id,
    administrationId: row.administration_id,
    reference: row.reference,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
    channel: (row.channel ?? 'electronic') as InboxChannel,
    nature: row.nature as RequestRow['nature'],
    procedure: row.procedure,
    recipient: row.recipient,
    language: row.language as RequestRow['language'],
    suspect: Boolean(row.suspect),
    status: row.status as RequestStatus,
    suspicion: row.suspicion as Suspicion,
    awaitsAgent: Boolean(row.awaits_agent),
    assignedTo: row.assigned_to,
    due: row.due_on === null ? null : ({ for: row.due_for, on: row.due_on } as Projection['due']),
    isUndelivered: Boolean(row.undelivered),
    lastSeq: row.last_seq,
    acknowledgeOn: row.acknowledge_on,
    silenceOn: row.silence_on,
    reasonsOn: row.reasons_on,
    remindedOn: row.reminded_on,
    obstacles: (row.obstacles?.split(' ') ?? []) as ObstacleCode[],
    sealedUnder: row.sealed_under ?? row.administration_id,
    trackingHash: row.tracking_hash,
    wrappedKey: row.wrapped_key,
    sealedContent: row.content,
    sealedCorrection: row.corrected,
    closedAt: row.closed_at,
  };
}
