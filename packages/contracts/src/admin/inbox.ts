/** The inbox: what agents read of requests, and what they do with them. */
import * as z from 'zod';
import type { Receipt, ReceiptAppeal, ReceiptSilence } from '../receipt.js';
import type { NewRequest, Nature } from '../request.js';
import { checkMessage, natures } from '../request-rules.js';
import { requestStatuses, type RequestStatus } from '../tracking.js';

export const INBOX_PAGE_SIZE = 20;

/** `waiting`: the mairie's turn, what the law dates first coming first. The others: newest first. Suspects are sorted apart, and are in no other box until released. */
export const boxes = ['waiting', 'all', 'suspects'] as const;
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
    /** First name, surname and capacity of this agent here (CRPA L111-2). */
    signature: string;
  })[];
}

export interface InboxRow {
  id: string;
  reference: string;
  administrationId: string;
  /** RFC 3339 in UTC. */
  receivedAt: string;
  nature: Nature;
  subject: string;
  /** Name of the person or of the body; the e-mail address of whoever gave nothing else. */
  sender: string;
  /** Name of the service it was sent to, null for the administration at large. */
  recipient: string | null;
  status: RequestStatus;
  suspicion: RequestSuspicion;
  awaitsAgent: boolean;
  /** The legal deadline that comes first, null where none runs. */
  due: DueDate | null;
}

export interface DueDate {
  /** `decision`: after its day, silence has decided. */
  for: 'acknowledgement' | 'decision';
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
  counts: { waiting: number; suspects: number };
}

/** What an agent does. Each is one more fact in the timeline. */
export const actions = ['acknowledge', 'answer', 'close', 'reopen', 'release', 'reject'] as const;
export type Action = (typeof actions)[number];

/** `seen`: the request's `version` that the agent had before the eyes; another one answers `request-changed`. */
const seen = z.int().min(1);

const message = z
  .string()
  .max(65_536)
  .superRefine((text, context) => {
    const code = checkMessage(text);
    if (code) context.addIssue({ code: 'custom', message: code });
  });

/** `POST /inbox/requests/:id/actions`; answers the request as it is then. */
export const actOnRequest = z.discriminatedUnion('action', [
  /**
   * Confirms that the mairie is competent and what was asked, which sends the acknowledgement (CRPA R112-11-1). Another
   * nature than the present one requalifies; after a first acknowledgement a corrected one leaves, with the same date
   * of reception.
   */
  z.strictObject({ action: z.literal('acknowledge'), seen, nature: z.enum(natures) }),
  z.strictObject({ action: z.literal('answer'), seen, message, close: z.boolean().default(false) }),
  z.strictObject({ action: z.literal('close'), seen }),
  z.strictObject({ action: z.literal('reopen'), seen }),
  z.strictObject({ action: z.literal('release'), seen }),
  z.strictObject({ action: z.literal('reject'), seen }),
]);

export type ActOnRequest = z.input<typeof actOnRequest>;

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
  | 'withdrawn'
  | 'tacitly-granted'
  | 'tacitly-refused';

export interface InboxEvent {
  id: string;
  kind: InboxEventKind;
  /** RFC 3339 in UTC. */
  at: string;
  by: 'resident' | 'agent' | 'system';
  /** The agent's first name, surname and capacity as they were then. */
  agentName: string | null;
  message: string | null;
  /** Of `requalified`: what the request is held to be since. */
  nature: Nature | null;
  /** Of `acknowledged`: what was sent. */
  receipt: Receipt | null;
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
  decision: { kind: 'tacitly-granted' | 'tacitly-refused'; on: string; appealLastDay: string | null } | null;
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
  recipient: string | null;
  status: RequestStatus;
  suspicion: RequestSuspicion;
  awaitsAgent: boolean;
  due: DueDate | null;
  legal: InboxLegal;
  /** What its state allows now. */
  actions: Action[];
  content: Pick<NewRequest, 'nature' | 'sender' | 'subject' | 'message' | 'language'>;
  timeline: InboxEvent[];
}
