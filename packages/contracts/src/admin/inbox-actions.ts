/** What agents do with a request. Each action is one more fact in its timeline, or several. */
import * as z from 'zod';
import { attachmentIds } from '../attachment.js';
import { checkMessage, natures } from '../request-rules.js';
import type { Permission } from './permissions.js';
import { newReport } from './report.js';

export const actions = [
  'acknowledge',
  'answer',
  'ask-items',
  'complete',
  'forward',
  'draft',
  'approve',
  'send-back',
  'notify',
  'decide',
  'give-reasons',
  'attest',
  'assign',
  'note',
  'close',
  'reopen',
  'release',
  'reject',
] as const;
export type Action = (typeof actions)[number];

/** The permission that each action takes; those that are not here take `inbox.answer`. */
export const actionPermissions: Readonly<Partial<Record<Action, Permission>>> = {
  decide: 'inbox.decide',
  approve: 'inbox.approve',
  'send-back': 'inbox.approve',
  assign: 'inbox.assign',
  forward: 'inbox.forward',
};

/** `seen`: the request's `version` that the agent had before the eyes; another one answers `request-changed`. */
const seen = z.int().min(1);

const message = z
  .string()
  .max(65_536)
  .superRefine((text, context) => {
    const code = checkMessage(text);
    if (code) context.addIssue({ code: 'custom', message: code });
  });

const line = (max: number) => z.string().trim().min(1, 'required').max(max, 'too-long');
const civilDate = z.iso.date();

export const ITEMS_MAX = 20;

export const askedItem = z.strictObject({
  name: line(300),
  /** The law or regulation that requires it; null for a plain question, which moves no clock (CRPA L114-5). */
  basis: line(300).nullable().default(null),
  /** Whether the request cannot be examined without it (CRPA L114-5-1). */
  isIndispensable: z.boolean().default(false),
});
export type AskedItem = z.output<typeof askedItem>;

/** Who decides, who may not be the agent (CRPA L212-1): never anonymous. */
export const decisionAuthor = z.strictObject({
  givenName: line(100),
  familyName: line(100),
  /** « Maire », « Adjointe au maire, par délégation ». */
  capacity: line(200),
  service: line(200),
});
export type DecisionAuthor = z.output<typeof decisionAuthor>;

/** The considerations of law and of fact (CRPA L211-5). */
export const decisionReasons = z.strictObject({ law: line(5000), facts: line(5000) });

export const decisionContent = z.strictObject({
  outcome: z.enum(['granted', 'refused']),
  /** What the person reads. */
  message,
  author: decisionAuthor,
  /** Of a refusal; `not-required` where it is none of those of CRPA L211-2. Null for an acceptance. */
  reasons: z
    .union([decisionReasons, z.literal('not-required')])
    .nullable()
    .default(null),
  /** Why what it takes back was illegal, where it takes back an acceptance (CRPA L242-1). */
  illegality: line(5000).nullable().default(null),
});
export type DecisionContent = z.output<typeof decisionContent>;

/** `handwritten`: signed on paper, the text is its copy. `none`: only where `mayNotifyUnsigned` (CRPA L212-2, 1°). */
const signature = z.enum(['handwritten', 'none']);

/** To another administration of the hosting, under the same reference, or out of it (CRPA L114-2). */
export const forwardedTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('here'), administrationId: z.string().min(1).max(64) }),
  z.strictObject({
    kind: z.literal('elsewhere'),
    name: line(200),
    /** How the person reaches it: an e-mail, a telephone, an address. */
    contact: line(1000),
  }),
  /** To a system of its own, which tells where it stands: `reportTargets` of the request. It is forwarded once it is taken. */
  z.strictObject({
    kind: z.literal('system'),
    teleprocedure: z.string().min(1).max(80),
    report: newReport,
  }),
]);
export type ForwardedTo = z.output<typeof forwardedTo>;

/** `POST /inbox/requests/:id/actions`; answers the request as it is then, or `InboxForwarded`. */
export const actOnRequest = z.discriminatedUnion('action', [
  /**
   * Confirms that the mairie is competent and what was asked, which sends the acknowledgement (CRPA R112-11-1). Another
   * nature than the present one requalifies; after a first acknowledgement a corrected one leaves, with the same date
   * of reception.
   */
  z.strictObject({ action: z.literal('acknowledge'), seen, nature: z.enum(natures) }),
  /** Informs, and decides nothing: silence goes on. */
  z.strictObject({
    action: z.literal('answer'),
    seen,
    message,
    close: z.boolean().default(false),
    attachments: attachmentIds,
  }),
  /** `answerBy`: the last day of the time allowed, owed where an item has a basis (CRPA R112-11-4). */
  z.strictObject({
    action: z.literal('ask-items'),
    seen,
    items: z.array(askedItem).min(1).max(ITEMS_MAX),
    answerBy: civilDate.nullable().default(null),
    message: message.nullable().default(null),
    attachments: attachmentIds,
  }),
  /** What was asked for has come, by post or at the counter, on a day that may be past. */
  z.strictObject({ action: z.literal('complete'), seen, on: civilDate.nullable().default(null) }),
  z.strictObject({
    action: z.literal('forward'),
    seen,
    to: forwardedTo,
    message: message.nullable().default(null),
    attachments: attachmentIds,
  }),
  z.strictObject({ action: z.literal('draft'), seen, decision: decisionContent }),
  /** Approves the draft and, with a `signature`, notifies it at once; `attachments` only then. */
  z.strictObject({
    action: z.literal('approve'),
    seen,
    signature: signature.nullable().default(null),
    attachments: attachmentIds,
  }),
  /** `message`: what is to be changed; colleagues alone read it. */
  z.strictObject({ action: z.literal('send-back'), seen, message: message.nullable().default(null) }),
  /** Notifies the approved draft, with its signed copy for one. */
  z.strictObject({ action: z.literal('notify'), seen, signature, attachments: attachmentIds }),
  /** Notifies a decision without a draft: whoever signs has decided elsewhere. */
  z.strictObject({
    action: z.literal('decide'),
    seen,
    decision: decisionContent,
    signature,
    attachments: attachmentIds,
  }),
  /** Of a tacit refusal (CRPA L232-4). */
  z.strictObject({
    action: z.literal('give-reasons'),
    seen,
    reasons: decisionReasons,
    author: decisionAuthor,
    attachments: attachmentIds,
  }),
  /** Issues the attestation of the tacit acceptance (CRPA L232-3): no refusal was notified elsewhere. */
  z.strictObject({ action: z.literal('attest'), seen, author: decisionAuthor, noRefusal: z.literal(true) }),
  /** `to`: an agent who serves the administration, null for nobody. */
  z.strictObject({ action: z.literal('assign'), seen, to: z.int().nullable() }),
  /** For colleagues only; also on a closed request. */
  z.strictObject({ action: z.literal('note'), seen, message }),
  z.strictObject({ action: z.literal('close'), seen }),
  z.strictObject({ action: z.literal('reopen'), seen }),
  z.strictObject({ action: z.literal('release'), seen }),
  z.strictObject({ action: z.literal('reject'), seen }),
]);

export type ActOnRequest = z.input<typeof actOnRequest>;
