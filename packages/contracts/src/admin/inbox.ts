/** The inbox: what agents read of requests, and what they do with them. */
import * as z from 'zod';
import type { ListedAttachment } from '../attachment.js';
import type { Change } from '../correction-rules.js';
import type { DeliveryKind } from './deliveries.js';
import type { EntryChannel } from './entries.js';
import type { Receipt, ReceiptAppeal, ReceiptSilence } from '../receipt.js';
import type { NewRequest, Nature } from '../request.js';
import { requestStatuses, type RequestStatus } from '../tracking.js';
import type { Action, AskedItem, DecisionAuthor, DecisionContent } from './inbox-actions.js';
import type { FollowedReport, NewReport, ReportFailure, ReportTarget } from './report.js';

export const INBOX_PAGE_SIZE = 20;

/**
 * `waiting`: the mairie's turn, what the law dates first coming first; `mine`: of those, what is assigned to the agent;
 * `approval`: decisions that wait for a signature. The others: newest first. Suspects are sorted apart, and are in no
 * other box until released.
 */
export const boxes = ['waiting', 'mine', 'approval', 'all', 'suspects'] as const;
export type Box = (typeof boxes)[number];

const civilDate = z.iso.date();
const id = z.string().min(1).max(64);

/** `POST /inbox/search`: a POST, so that names and addresses stay out of access logs and of the history. */
export const inboxQuery = z.strictObject({
  box: z.enum(boxes).default('waiting'),
  /** One of those the agent serves, or all of them. */
  administrationId: id.nullable().default(null),
  status: z.enum(requestStatuses).nullable().default(null),
  /** A service's slug, within the administration. */
  recipient: z.string().max(64).nullable().default(null),
  /** Received on or after, and on or before; civil dates of the administration. */
  from: civilDate.nullable().default(null),
  until: civilDate.nullable().default(null),
  /** A reference as people type it, an e-mail address, or a family name: each exact. */
  search: z.string().trim().max(254).default(''),
  page: z.int().min(1).max(10_000).default(1),
});

export type InboxQuery = z.input<typeof inboxQuery>;

/** An administration as it is always named beside what belongs to it. */
export interface AdministrationTag {
  id: string;
  code: string;
  name: string;
  /** CSS colour, or null for the neutral theme. */
  accent: string | null;
}

/** `GET /inbox/scope`: what the agent serves, and how the answers will be signed. */
export interface InboxScope {
  administrations: (AdministrationTag & {
    timeZone: string;
    recipients: { slug: string; name: string }[];
    /**
     * As residents read it: first name, surname and capacity of this agent here (CRPA L111-2); of an anonymous one the
     * capacity, or the administration's name where that would tell who it is.
     */
    signature: string;
  })[];
}

/** How it came: by the téléservice, or entered by an agent. */
export type InboxChannel = 'electronic' | EntryChannel;

export interface InboxRow {
  id: string;
  /** `seq` of its latest event. */
  version: number;
  reference: string;
  administrationId: string;
  /** RFC 3339 in UTC; of what was entered for a day that was past, that day's noon. */
  receivedAt: string;
  channel: InboxChannel;
  nature: Nature;
  subject: string;
  /** Name of the person or of the body; the e-mail address of whoever gave nothing else. */
  sender: string;
  /** Who has it on the desk, null for nobody. */
  assignedTo: Colleague | null;
  /** Name of the service it was sent to, null for the administration at large. */
  recipient: string | null;
  status: RequestStatus;
  suspicion: RequestSuspicion;
  awaitsAgent: boolean;
  /** The legal deadline that comes first, null where none runs. */
  due: DueDate | null;
  /** Whether a mail to the resident could not be delivered. */
  isUndelivered: boolean;
}

export interface DueDate {
  /**
   * `answer`: a text wants one, without silence deciding anything then. `decision`: after its day, silence has decided.
   * `reasons`: of a tacit refusal, asked for (CRPA L232-4). `transit`: the service is to take it over in its own tools.
   */
  for: 'acknowledgement' | 'answer' | 'decision' | 'reasons' | 'transit';
  /** The last day, a civil date of the administration. */
  on: string;
  /** From today there; negative once past. */
  daysLeft: number;
}

/** `suspect`: waiting to be sorted; `released` and `rejected`: an agent's decision. */
export type RequestSuspicion = 'none' | 'suspect' | 'released' | 'rejected';

export interface InboxPage {
  rows: InboxRow[];
  total: number;
  page: number;
  pageSize: number;
  /** Of the administrations listed, whatever the other filters. */
  counts: { waiting: number; mine: number; approval: number; suspects: number };
  /** Where a reference was searched for that the agent's administrations forwarded within the hosting; null elsewhere. */
  passedOn: PassedOn | null;
}

/** Where a request went: nothing of what was asked, nor by whom. */
export interface PassedOn {
  reference: string;
  /** Name of the administration that answers for it now. */
  to: string;
  /** RFC 3339 in UTC. */
  at: string;
}

/** Events that agents see; residents see fewer. */
export type InboxEventKind =
  | 'received'
  | 'message'
  | 'answered'
  | 'closed'
  | 'reopened'
  | 'released'
  | 'rejected-as-abusive'
  | 'acknowledged'
  | 'requalified'
  | 'corrected'
  | 'withdrawn'
  | 'tacitly-granted'
  | 'tacitly-refused'
  /** A colleague's note: nobody else reads it. */
  | 'noted'
  /** A mail to the resident could not be delivered. */
  | 'bounced'
  /** It is to be sent to the system of who is competent; it did not arrive; its operator says that it is done. */
  | 'report-asked'
  | 'report-failed'
  | 'report-ended'
  | 'assigned'
  | 'items-asked'
  | 'completed'
  | 'forwarded'
  | 'draft-decided'
  | 'approved'
  | 'sent-back'
  | 'granted'
  | 'refused'
  | 'reasons-asked'
  | 'reasons-given'
  | 'attestation-asked'
  | 'attested'
  /** Nothing of it may be destroyed: the message is the reason, for colleagues. */
  | 'held'
  | 'hold-ended'
  | 'delivered'
  | 'transit-lapsed';

/** What colleagues tell each other: nobody else reads it, nor another mairie that the request is forwarded to. */
export const internalKinds: ReadonlySet<string> = new Set([
  'noted',
  'assigned',
  'draft-decided',
  'approved',
  'sent-back',
  'held',
  'hold-ended',
  'report-asked',
  'report-failed',
  'report-ended',
] satisfies InboxEventKind[]);

export interface InboxEvent {
  id: string;
  kind: InboxEventKind;
  /** RFC 3339 in UTC. */
  at: string;
  by: 'resident' | 'agent' | 'system';
  /** The agent's first name, surname and capacity as they were then. */
  agentName: string | null;
  /** As residents read it: the same, unless the agent is anonymous, or was then; null for the administration alone. */
  shownAs: string | null;
  message: string | null;
  /** Files that came with it. */
  attachments: ListedAttachment[];
  /** Of `requalified`: what the request is held to be since. */
  nature: Nature | null;
  /** Of `acknowledged`: what was sent. */
  receipt: Receipt | null;
  /** Of `corrected`: what differs from how it stood. */
  changes: Change[];
  /** Of `items-asked`. */
  items: AskedItem[];
  answerBy: string | null;
  /** Of `assigned` (null: to nobody) and `forwarded`: to whom. */
  to: string | null;
  /** Of `draft-decided`, `granted`, `refused`, and of `reasons-given` its reasons. */
  decision: DecisionContent | null;
  /** Of `bounced`: which mail, and a mail server's code for it (RFC 3463): `5.1.1`, or `EENVELOPE-550`. */
  bounce: { mail: DeliveryKind; code: string } | null;
  /** Of `report-asked`: what was to be sent; of `report-failed`: why it did not arrive. */
  report: NewReport | null;
  why: ReportFailure | null;
}

/** Why no appeal time can be held against who asked (CRPA L112-12; CJA R421-5). */
export type InboxObstacle =
  | 'not-acknowledged'
  | 'correction-due'
  | 'mentions-missing'
  | 'acknowledged-after-silence'
  | 'appeal-not-mentioned';

/** What the law dates. */
export interface InboxLegal {
  /** As requalified, else as declared. */
  nature: Nature;
  acknowledgement:
    | {
        kind: 'due';
        /** The last day (R112-11-2: ten working days). */
        dueBy: string | null;
        /** The day it leaves by itself, on the declared nature. */
        leavesOn: string | null;
        /** One was sent, and the request requalified since. */
        isCorrection: boolean;
      }
    | { kind: 'sent'; on: string }
    | { kind: 'not-due' };
  /** By nature: the mentions on silence and appeal that the acknowledgement would carry, null where it has none. */
  outlook: Record<Nature, { silence: ReceiptSilence; appeal: ReceiptAppeal | null } | null>;
  /** Running now; null where silence decides nothing, or has decided. */
  silence: ReceiptSilence | null;
  decision: {
    kind: 'granted' | 'refused' | 'tacitly-granted' | 'tacitly-refused';
    on: string;
    /** Of a refusal; null while it cannot be told. */
    appealLastDay: string | null;
    /** Of an acceptance: the last day to take it back, and only where it was illegal (CRPA L242-1). */
    withdrawableUntil: string | null;
  } | null;
  /** What was asked for and has not come. */
  items: {
    items: AskedItem[];
    askedOn: string;
    answerBy: string | null;
    suspendsExamination: boolean;
  } | null;
  /** Reasons of a tacit refusal that were asked for (CRPA L232-4); `dueBy` null once given. */
  reasons: { askedOn: string; dueBy: string | null; givenOn: string | null } | null;
  /** Of a tacit acceptance (CRPA L232-3). */
  attestation: 'asked' | 'issued' | null;
  /** Until when a text of its procedure wants an answer, which silence does not end. */
  answer: { by: string; basis: string } | null;
  /** Where it was forwarded out of the hosting; null where it was not. */
  forwardedTo: string | null;
  /** What keeps the appeal times from counting; empty where they count, null where nothing is to decide. */
  obstacles: InboxObstacle[] | null;
}

/** `GET /inbox/requests/:id`. */
export interface InboxRequest {
  id: string;
  /** `seq` of its latest event. */
  version: number;
  reference: string;
  administrationId: string;
  receivedAt: string;
  channel: InboxChannel;
  /** Title of the procedure that it came by; null of the general form. */
  procedure: string | null;
  recipient: string | null;
  status: RequestStatus;
  suspicion: RequestSuspicion;
  awaitsAgent: boolean;
  due: DueDate | null;
  /** Whether a mail to the resident could not be delivered. */
  isUndelivered: boolean;
  legal: InboxLegal;
  /** Systems that it can be forwarded to; none where it cannot be forwarded. */
  reportTargets: ReportTarget[];
  /** What became of it there; null where it was sent to none. */
  report: FollowedReport | null;
  /** What its state, and the agent's permissions, allow now. */
  actions: Action[];
  /** Who may take it on: those who serve its administration. */
  colleagues: Colleague[];
  assignedTo: Colleague | null;
  /** Where that agent is away now: until when, and who stands in. */
  away: { until: string; cover: Colleague | null } | null;
  /** A decision that waits to be approved, or to be notified. */
  draft: { decision: DecisionContent; isApproved: boolean; agentName: string | null; at: string } | null;
  /** Who signs decisions here, the most recent first: what a form proposes. */
  signatories: DecisionAuthor[];
  /** Whether a hold keeps it from being destroyed; where what only passes through stands, else null. */
  retention: { isHeld: boolean; transit: 'awaited' | 'lapsed' | 'delivered' | null };
  /**
   * Whether a decision may be notified here without a handwritten signature: only through a téléservice whose
   * attestation is published (CRPA L212-2, 1°; ordonnance 2005-1516, art. 9).
   */
  mayNotifyUnsigned: boolean;
  content: Pick<NewRequest, 'nature' | 'sender' | 'subject' | 'message' | 'language'>;
  timeline: InboxEvent[];
}

/** What an action answers where the request is now another administration's, which the agent does not serve. */
export interface InboxForwarded {
  forwardedTo: AdministrationTag;
}

export interface Colleague {
  /** The Strapi admin user's. */
  id: number;
  /** First name and surname. */
  name: string;
}

/** `POST /inbox/administrations`: to whom a request can be forwarded within the hosting; twenty at most. */
export const forwardQuery = z.strictObject({ search: z.string().trim().max(200).default('') });
export type ForwardQuery = z.input<typeof forwardQuery>;

export interface ForwardTargets {
  administrations: AdministrationTag[];
}
