/**
 * A téléprocédure: a procedure that somebody else operates, shown on the administration's site. What is told of it before
 * it is begun, beginning it, and what came of it.
 */
import * as z from 'zod';
import { procedureFacts } from './directory.js';
import { OPERATOR_REFERENCE_MAX } from './frame.js';
import { isEmail } from './identity.js';
import { receiptService } from './receipt.js';

/** What a framed page may be let use of the device, each only where its procedure asks for it. */
export const framePermissions = ['camera', 'microphone', 'geolocation', 'clipboard-write'] as const;
export type FramePermission = (typeof framePermissions)[number];

/** How the resident gets to it: the hosting chooses, by what the operator's address lets. */
export const entries = ['frame', 'hand-off', 'link'] as const;
export type Entry = (typeof entries)[number];

/** `GET …/{code}/teleprocedures/{slug}`. Public, cached, the same for everyone. Every text is plain. */
export const teleprocedure = z.object({
  slug: z.string(),
  /** The administration's own words for it, where it has some. */
  title: z.string(),
  introduction: z.string(),
  ...procedureFacts.shape,
  /** How it is done on paper or at the counter instead; empty where nobody wrote it. */
  offline: z.string(),
  /** Who operates it. `website`: absolute URL. */
  operator: z.object({ name: z.string(), website: z.string().nullable() }),
  /** Who is competent, acknowledges and decides (CRPA L114-4). */
  competent: receiptService,
  /** A human to call about it. */
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string().nullable() }),
  /** Null where it was withdrawn. */
  entry: z.enum(entries).nullable(),
  /**
   * The origin of the operator's page, which is the only one that a frame shows and speaks with; and where a `link`
   * leads.
   */
  origin: z.string(),
  url: z.string(),
  /** What the frame is let use. */
  allow: z.array(z.enum(framePermissions)),
  /** Whether what the resident typed already can be handed over. */
  takesPrefill: z.boolean(),
  /** Whether what was sent can be followed here. */
  isFollowed: z.boolean(),
  /** Whether it alone validly seises the administration electronically (CRPA L112-9). */
  isReserved: z.boolean(),
  /** Why it is not there any more, since when, and what there is instead. */
  withdrawn: z
    .object({
      on: z.iso.date(),
      message: z.string(),
      replacement: z.object({ slug: z.string(), title: z.string(), link: z.string() }).nullable(),
    })
    .nullable(),
  /** Absolute URL of the hosting's page of it, which works without JavaScript. */
  link: z.string(),
});

export type Teleprocedure = z.output<typeof teleprocedure>;

const short = z.string().trim().max(200);

/** What the resident typed already. Members that the operator has no use for are left out by the hosting. */
export const prefill = z.strictObject({
  familyName: short.optional(),
  givenName: short.optional(),
  email: short.optional(),
  phone: short.optional(),
  /** Street and number, a line each. */
  addressLines: z.array(short).max(4).optional(),
  postalCode: short.optional(),
  city: short.optional(),
});

export type Prefill = z.output<typeof prefill>;

/** `POST …/{code}/teleprocedures/{slug}/starts`. */
export const newStart = z.strictObject({
  language: z.enum(['fr', 'en']).default('fr'),
  prefill: prefill.default({}),
  /** Where the operator leads back to: a page of one of the administration's origins, or the hosting's own. */
  returnTo: z.url().max(2000).nullable().default(null),
});

export type NewStart = z.input<typeof newStart>;

/** `201`. */
export const started = z.object({
  /** Opaque and signed: names this beginning to the operator, who names it in what it tells of the request. */
  start: z.string(),
  /** Absolute URL on the operator's origin, `start`, language and return in it: what a frame shows, or a window opens. */
  url: z.string(),
  /** What is sent to that URL by a form of the page, by POST; null: it is opened by GET, nothing personal in it. */
  post: z.record(z.string(), z.string()).nullable(),
  /** Until when what was sent by it can be asked for. */
  expiresAt: z.iso.datetime({ offset: true }),
  /** Where the request exists before the resident leaves: to be kept. */
  tracked: z.object({ reference: z.string(), trackingCode: z.string() }).nullable(),
});

export type Started = z.output<typeof started>;

/**
 * `POST …/{code}/teleprocedures/{slug}/submissions`: what became of a beginning. Asked again, it answers the same.
 * `reference`: the operator's own, where its page just said that the request was sent.
 */
export const newSubmission = z.strictObject({
  start: z.string().max(500),
  reference: z.string().trim().min(1).max(OPERATOR_REFERENCE_MAX).nullable().default(null),
});

export type NewSubmission = z.input<typeof newSubmission>;

/**
 * `POST …/{code}/teleprocedures/{slug}/links`: has the reference of what was sent, and a link to follow it, mailed to an
 * address. It is kept with the request, so that a link to all of that address opens it too. Answers 200 with `linkAsked`.
 */
export const newMailedLink = z.strictObject({
  start: z.string().max(500),
  email: z.string().trim().max(254).refine(isEmail, { message: 'invalid' }),
  language: z.enum(['fr', 'en']),
});

export type NewMailedLink = z.input<typeof newMailedLink>;

/** `200`. `awaited`: nothing is known of it yet. */
export const submission = z.discriminatedUnion('state', [
  z.object({ state: z.literal('awaited') }),
  z.object({
    state: z.literal('submitted'),
    /** As of any request: what `<guichet-request-tracker>` takes. */
    reference: z.string(),
    trackingCode: z.string(),
    /** The operator's own. */
    operatorReference: z.string().nullable(),
    /** Whether the operator itself has told so, beyond its page in the resident's browser. */
    isConfirmed: z.boolean(),
  }),
]);

export type Submission = z.output<typeof submission>;
