/** Following a request: opening by reference and code or by a mailed link, then reading and writing with a bearer. */
import * as z from 'zod';
import { attachmentIds, listedAttachment } from './attachment.js';
import { correctable } from './correction.js';
import { receipt, receiptAppeal, receiptSilence } from './receipt.js';
import { checkMessage, natures } from './request-rules.js';

const text = z.string().max(1000);

/** `POST …/{code}/tracking`. `control`: family name (or name of the body) or postal code, without regard to case. */
export const openTracking = z.union([
  z.strictObject({ reference: text, trackingCode: text }),
  z.strictObject({ link: text, control: text }),
]);

export type OpenTracking = z.output<typeof openTracking>;

/**
 * `POST …/tracking/links`: for who lost the codes, one link to all that is followed at that administration from that
 * address; with a reference, to that request alone. It is mailed there. Answers 200 with {@link linkAsked} whether or not
 * there is anything: nobody learns from it who wrote.
 */
export const askLink = z.strictObject({ reference: text.optional(), email: text });
export const linkAsked = z.object({ asked: z.literal(true) });
export type AskLink = z.input<typeof askLink>;
export type LinkAsked = z.output<typeof linkAsked>;

export const requestStatuses = ['received', 'in-progress', 'answered', 'closed'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** The kinds of events that the resident sees. */
export const timelineKinds = [
  'received',
  'message',
  'corrected',
  'answered',
  'closed',
  'reopened',
  'acknowledged',
  'requalified',
  'withdrawn',
  'tacitly-granted',
  'tacitly-refused',
  'items-asked',
  'completed',
  'forwarded',
  'granted',
  'refused',
  'reasons-asked',
  'reasons-given',
  'attestation-asked',
  'attested',
] as const;

export const timelineEntry = z.object({
  id: z.string(),
  kind: z.enum(timelineKinds),
  at: z.iso.datetime({ offset: true }),
  by: z.object({
    kind: z.enum(['resident', 'agent', 'system']),
    /**
     * The agent's first name, surname and capacity (CRPA L111-2); of an agent whom safety wants to be anonymous, the
     * capacity, or null where that would tell who it is. Null for others.
     */
    name: z.string().nullable(),
  }),
  /** Plain text, null where the event carries none. Of a correction: the message, where that was corrected. */
  message: z.string().nullable(),
  /** Files that came with it. */
  attachments: z.array(listedAttachment),
});

/** What silence has decided (CRPA L231-1, L231-4), on the day at whose end it did. */
const tacitDecision = z.object({
  kind: z.enum(['tacitly-granted', 'tacitly-refused']),
  on: z.iso.date(),
  /** Of a refusal: before whom it can be challenged, and the last day; null while it cannot be told. */
  appeal: receiptAppeal.extend({ lastDay: z.iso.date().nullable() }).nullable(),
});

/** Who decided (CRPA L212-1). */
const author = z.object({
  givenName: z.string(),
  familyName: z.string(),
  capacity: z.string(),
  service: z.string(),
});

/** The considerations of law and of fact (CRPA L211-5). */
const reasons = z.object({ law: z.string(), facts: z.string() });

/** What the mairie has decided, and notified on that day. */
const expressDecision = z.object({
  kind: z.enum(['granted', 'refused']),
  on: z.iso.date(),
  author,
  message: z.string(),
  /** Of a refusal; null where none are owed (L211-2). */
  reasons: reasons.nullable(),
  /** Why what it takes back was illegal (CRPA L242-1); null where it takes nothing back. */
  illegality: z.string().nullable(),
  /** Of a refusal (CJA R421-5). */
  appeal: receiptAppeal.extend({ lastDay: z.iso.date().nullable() }).nullable(),
  /** Signed, to be verified like a receipt. */
  jws: z.string(),
});

/** What a request gives to keep, each as an accessible PDF. */
export const documentKinds = ['registration', 'acknowledgement', 'decision', 'attestation'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The query of `GET …/tracking/documents/{kind}`, with the bearer. A decision is in French (CRPA L111-1). */
export const documentQuery = z.strictObject({ language: z.enum(['fr', 'en']).default('fr') });

export const trackedRequest = z.object({
  reference: z.string(),
  receivedAt: z.iso.datetime({ offset: true }),
  /** As the mairie has read it, else as declared. */
  nature: z.enum(natures),
  subject: z.string(),
  /** The service it was sent to, null for the administration at large. */
  recipient: z.string().nullable(),
  status: z.enum(requestStatuses),
  /** Whether the resident can still add a message. */
  canWrite: z.boolean(),
  /** Whether the resident can still withdraw it. */
  canWithdraw: z.boolean(),
  /** What the resident can still correct, as it stands; null once it was decided, withdrawn or closed. */
  correctable: correctable.nullable(),
  /** The acknowledgement (R112-11-1) as it was last sent, null until then. */
  acknowledgement: receipt.extend({ sentOn: z.iso.date() }).nullable(),
  /** The last day for the acknowledgement to leave (R112-11-2), null once sent or where none is due. */
  acknowledgementDueBy: z.iso.date().nullable(),
  /** What silence will decide, and when; null where nothing is awaited from it any more. */
  silence: receiptSilence.nullable(),
  decision: z.union([tacitDecision, expressDecision]).nullable(),
  /** What the mairie waits for, null where nothing. */
  items: z
    .object({
      items: z.array(z.object({ name: z.string(), basis: z.string().nullable() })),
      askedOn: z.iso.date(),
      /** The last day of the time allowed (CRPA R112-11-4). */
      answerBy: z.iso.date().nullable(),
      /** Whether the mairie's own time stands still meanwhile (CRPA L114-5). */
      isRequired: z.boolean(),
    })
    .nullable(),
  /** The administration that it was forwarded to (CRPA L114-2), and that answers from then on. */
  forwarded: z
    .object({
      on: z.iso.date(),
      name: z.string(),
      contact: z.string(),
      /** What its system tells of it, where it tells. */
      followed: z
        .object({
          reference: z.string().nullable(),
          /** The service that deals with it there. */
          agency: z.string().nullable(),
          /** The first first, in its own words. */
          steps: z.array(z.object({ on: z.iso.date(), label: z.string(), note: z.string().nullable() })),
          /** Since when it could not be asked; null where what is shown is of now. */
          staleSince: z.iso.date().nullable(),
        })
        .optional(),
    })
    .nullable(),
  /** The service that deals with it in its own tools, where it only passed through: it is to be asked there. */
  handedOver: z.object({ on: z.iso.date(), name: z.string(), phone: z.string() }).optional(),
  /** Who deals with it in a téléprocédure of its own, and what it told of it; absent of what was sent to an administration here. */
  operated: z
    .object({
      operator: z.object({ name: z.string(), phone: z.string(), email: z.string().nullable() }),
      /** The operator's own reference; null until it is known. */
      reference: z.string().nullable(),
      /** False where it is only prepared there: its resident has yet to send it. */
      isSent: z.boolean(),
      /** Whether the operator itself has told of it, beyond its page in the resident's browser. */
      isConfirmed: z.boolean(),
      /** What it has told, the first first, in its own words. */
      steps: z.array(
        z.object({
          at: z.iso.datetime({ offset: true }),
          label: z.string(),
          status: z.enum(requestStatuses),
        }),
      ),
      /** Where the resident goes on, at the operator's; null for nowhere. */
      url: z.string().nullable(),
      /** The operator's acknowledgement (CRPA L114-4). */
      acknowledgement: z.object({ on: z.iso.date(), url: z.string().nullable() }).nullable(),
      /** Since when the operator could not be asked; null where what is shown is of now, or it tells by itself. */
      staleSince: z.iso.datetime({ offset: true }).nullable(),
    })
    .optional(),
  /** Whether the reasons of the tacit refusal can be asked for (CRPA L232-4); asked, until when they are due. */
  canAskReasons: z.boolean(),
  reasons: z
    .object({ askedOn: z.iso.date(), dueBy: z.iso.date().nullable(), given: reasons.nullable() })
    .nullable(),
  /** Whether the attestation of the tacit acceptance can be asked for (CRPA L232-3); `jws` once issued. */
  canAskAttestation: z.boolean(),
  attestation: z.object({ on: z.iso.date(), jws: z.string().nullable() }).nullable(),
  /** Those that there are. */
  documents: z.array(z.enum(documentKinds)),
  timeline: z.array(timelineEntry),
});

export const trackingToken = z.object({ token: z.string(), expiresAt: z.iso.datetime({ offset: true }) });
const openedRequest = trackingToken.extend({ request: trackedRequest });
/** `others`: where a link opens several, those besides the latest; each has a bearer of its own. */
export const trackingOpened = openedRequest.extend({ others: z.array(openedRequest).optional() });

/** `POST …/tracking/messages`, with the bearer; answers 201 with the request. Files may come without a word. */
export const newMessage = z
  .strictObject({
    message: z.string().max(65_536),
    /** Whether this is all that the mairie had asked for. */
    completes: z.boolean().default(false),
    attachments: attachmentIds,
  })
  .superRefine(({ message, attachments }, context) => {
    const code = checkMessage(message);
    if (code && !(code === 'required' && attachments.length))
      context.addIssue({ code: 'custom', path: ['message'], message: code });
  });

export type NewMessageBody = z.input<typeof newMessage>;

/** `POST …/tracking/withdrawal`, with the bearer; answers 201 with the request. */
export const newWithdrawal = z.strictObject({});

/** `POST …/tracking/reasons` and `…/tracking/attestation`, with the bearer; answer 201 with the request. */
export const newAsk = z.strictObject({});

export type TimelineEntry = z.output<typeof timelineEntry>;
export type TrackedRequest = z.output<typeof trackedRequest>;
export type TrackingToken = z.output<typeof trackingToken>;
export type TrackingOpened = z.output<typeof trackingOpened>;
