/** The inbox: what agents read of requests, and what they do with them. */
import * as z from 'zod';
import type { NewRequest, Nature } from '../request.js';
import { checkMessage } from '../request-rules.js';
import { requestStatuses, type RequestStatus } from '../tracking.js';

export const INBOX_PAGE_SIZE = 20;

/** `waiting`: the resident spoke last. Suspects are sorted apart, and are in no other box until released. */
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
export const actions = ['answer', 'close', 'reopen', 'release', 'reject'] as const;
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
  z.strictObject({ action: z.literal('answer'), seen, message, close: z.boolean().default(false) }),
  z.strictObject({ action: z.literal('close'), seen }),
  z.strictObject({ action: z.literal('reopen'), seen }),
  z.strictObject({ action: z.literal('release'), seen }),
  z.strictObject({ action: z.literal('reject'), seen }),
]);

export type ActOnRequest = z.input<typeof actOnRequest>;

/** Events that agents see; residents see fewer. */
export type InboxEventKind =
  'received' | 'message' | 'answered' | 'closed' | 'reopened' | 'released' | 'rejected-as-abusive';

export interface InboxEvent {
  id: string;
  kind: InboxEventKind;
  /** RFC 3339 in UTC. */
  at: string;
  by: 'resident' | 'agent' | 'system';
  /** The agent's first name, surname and capacity as they were then. */
  agentName: string | null;
  message: string | null;
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
  /** What its state allows now. */
  actions: Action[];
  content: Pick<NewRequest, 'nature' | 'sender' | 'subject' | 'message' | 'language'>;
  timeline: InboxEvent[];
}
