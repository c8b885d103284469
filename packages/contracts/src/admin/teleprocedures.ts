/**
 * Téléprocédures as the hosting, or who is competent, defines them once; who operates them; and what each administration
 * makes of those that are offered to it.
 */
import * as z from 'zod';
import type { FrameHeaders } from '../frame-headers.js';
import { isEmail, isPhone } from '../identity.js';
import { type Entry, entries, type FramePermission, framePermissions } from '../teleprocedure.js';
import { type RequestStatus, requestStatuses } from '../tracking.js';
import type { AdministrationTag } from './inbox.js';
import { procedureFactsInput } from './procedure-facts.js';

const line = (max: number) => z.string().trim().max(max, 'too-long');
const text = (max: number) => z.string().trim().max(max, 'too-long');
const webAddress = z.url({ protocol: /^https?$/, error: 'invalid' }).max(500, 'too-long');
const phone = z.string().trim().min(1, 'required').refine(isPhone, 'invalid');
const email = z.string().trim().refine(isEmail, 'invalid').nullable();
const uid = z.string().min(1).max(64);

/* Operators: the hosting's allow-list. */

/** `POST /operators`. */
export const newOperator = z.strictObject({
  name: line(200).min(1, 'required'),
  /**
   * The exact origin of its pages, `https://creches.agglo.example`; `http` on the loopback of a development alone. Neither
   * the hosting's own (`not-allowed`) nor another operator's (`taken`).
   */
  origin: z.string().trim().min(1, 'required').max(300, 'too-long'),
  phone,
  email,
  /** A line each. */
  address: text(500),
  website: webAddress.nullable(),
  /** Where it is itself an administration of this hosting: that one is competent for what it operates. */
  administrationId: uid.nullable(),
});

export type NewOperator = z.input<typeof newOperator>;

/** `PUT /operators/:id`. `seen`: the `version` that was on screen; another one answers `request-changed`. */
export const operatorChange = newOperator.extend({ seen: z.int() });

export type OperatorChange = z.input<typeof operatorChange>;

export interface Operator extends Omit<z.output<typeof newOperator>, 'administrationId'> {
  id: string;
  version: number;
  administration: AdministrationTag | null;
  /** How many téléprocédures it operates, withdrawn ones left out. */
  teleprocedures: number;
  /** Absolute URL that it sends what happens to (`operator-event.ts`). */
  eventsUrl: string;
  /** Until when the secret before the present one signs too; null where none does. RFC 3339 in UTC. */
  formerSecretUntil: string | null;
}

/** `GET /operators`, by name. */
export interface Operators {
  /** Whether the caller may add and change them: the hosting's administrators alone. */
  mayManage: boolean;
  operators: Operator[];
}

/** `POST /operators` and `POST /operators/:id/secret`: the secret is told this once. */
export interface OperatorSecret {
  operator: Operator;
  /** `whsec_` and 32 bytes in base64. */
  secret: string;
}

/* Téléprocédures. */

/** To whom one is offered. Who is no administrator of the hosting offers to the owner's own communes alone. */
export const teleprocedureOffer = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('all') }),
  /** Ids of administrations; none: nobody sees it yet. */
  z.strictObject({ to: z.literal('administrations'), ids: z.array(uid).max(5000, 'too-many') }),
  /** An intercommunality's SIREN, or a département's code. */
  z.strictObject({
    to: z.literal('territories'),
    codes: z
      .array(z.string().regex(/^(?:\d{2}|2[AB]|97\d|\d{9})$/, 'invalid'))
      .min(1, 'required')
      .max(500, 'too-many'),
  }),
]);

export type TeleprocedureOffer = z.output<typeof teleprocedureOffer>;

/** What links it to the operator's own system, by the connector's name; its `settings` are that connector's to check. */
const connector = z.strictObject({
  name: line(40).min(1, 'required'),
  settings: z.record(line(60), text(2000)),
  /** What the operator's system knows us by. Never told again: left out, it stays; null: none. */
  secret: z.string().trim().min(1).max(500, 'too-long').nullable().optional(),
});

const settings = {
  title: line(150).min(1, 'required'),
  introduction: text(2000),
  /** On the operator's origin (`not-allowed` elsewhere). */
  url: webAddress,
  /**
   * The furthest way in: `frame` where the operator's page speaks `guichet-frame/1`, `hand-off` where it only takes the
   * parameters of its address, `link` where it knows nothing of Guichet. What its address answers may lower it.
   */
  furthest: z.enum(entries),
  facts: procedureFactsInput,
  /** On paper, or at the counter. */
  offline: text(2000),
  /** What a frame may use of the device. */
  allow: z.array(z.enum(framePermissions)).max(framePermissions.length),
  connector: connector.nullable(),
  /** The operator's words for where a request stands; of another word it tells nothing but that word. */
  statuses: z
    .array(
      z.strictObject({
        word: line(100).min(1, 'required'),
        /** As residents read it. */
        label: line(200).min(1, 'required'),
        status: z.enum(requestStatuses),
      }),
    )
    .max(50, 'too-many'),
  /** Whether it alone validly seises the administration electronically (CRPA L112-9). */
  isReserved: z.boolean(),
  takesPrefill: z.boolean(),
  offer: teleprocedureOffer,
};

/** `POST /teleprocedures`. The slug is made of the title, and never changes: pages name it. */
export const newTeleprocedure = z.strictObject({
  /** The administration whose it is; null: the hosting's, for its administrators alone. It never changes. */
  ownerId: uid.nullable(),
  /** It never changes either: what was sent to one operator is not another's to tell of. */
  operatorId: uid,
  ...settings,
});

export type NewTeleprocedure = z.input<typeof newTeleprocedure>;

/** `PUT /teleprocedures/:id`. `:id` is the slug; `seen` as of operators. */
export const teleprocedureChange = z.strictObject({ seen: z.int(), ...settings });

export type TeleprocedureChange = z.input<typeof teleprocedureChange>;

/** `POST /teleprocedures/:id/withdrawal`: from today on it cannot be begun. What was sent goes on. */
export const teleprocedureWithdrawal = z.strictObject({
  seen: z.int(),
  /** Why, as residents read it. */
  message: text(2000),
  /** Slug of the téléprocédure that there is instead. */
  replacement: z.string().max(80).nullable(),
});

export type TeleprocedureWithdrawal = z.input<typeof teleprocedureWithdrawal>;

/** `POST /teleprocedures/:id/reinstatement`. */
export const teleprocedureReinstatement = z.strictObject({ seen: z.int() });

/**
 * Why the way in is what it is. `framable`: nothing stands against a frame. `furthest`: its settings say no more than
 * that. `untried`: it was never reached, and is tried within the hour. `own-origin`: the operator's pages are on the
 * administration's or the hosting's own origin, where a frame could do what the page can. `frame-options`,
 * `frame-ancestors`: its headers refuse. `redirected`: to another origin, a login for instance. `insecure`: by http.
 * `refused`: it does not answer programs (401, 403, 429). The others: it is not there.
 */
export const entryReasons = [
  'framable',
  'furthest',
  'untried',
  'own-origin',
  'frame-options',
  'frame-ancestors',
  'redirected',
  'too-many-redirects',
  'insecure',
  'refused',
  'gone',
  'server-error',
  'unknown-name',
  'certificate',
  'private-address',
  'unreachable',
] as const;
export type EntryReason = (typeof entryReasons)[number];

/** The way in, and why. */
export interface EntryChosen {
  entry: Entry;
  reason: EntryReason;
}

/** What the operator's address answered last. */
export interface TeleprocedureProbe extends FrameHeaders {
  /** RFC 3339 in UTC. */
  at: string;
  /** HTTP status; null where nothing answered in the end. */
  status: number | null;
  /** Why nothing did; null where something did. */
  fault: EntryReason | null;
  /** Where redirects led to. */
  finalUrl: string | null;
  /** Since when it is not there; what it answered before counts for a day more. */
  failingSince: string | null;
  /** When it is tried next by itself. */
  nextAt: string;
}

/** Of the catalogue, by title. */
export interface TeleprocedureRow {
  slug: string;
  title: string;
  /** Null: the hosting's. */
  owner: AdministrationTag | null;
  operator: { id: string; name: string; origin: string };
  mayEdit: boolean;
  isReserved: boolean;
  /** Civil date. */
  withdrawnOn: string | null;
  /** Of an administration whose pages the operator's headers have no word against. */
  chosen: EntryChosen;
  failingSince: string | null;
  /** In how many administrations of the hosting it is offered, and is on; null for who may not edit it. */
  reach: { offered: number; on: number } | null;
}

/** `GET /teleprocedures`: the hosting's, and those of the administrations that the agent serves. */
export interface Teleprocedures {
  teleprocedures: TeleprocedureRow[];
  /** Of those that the agent serves, whose new one can be, by name. The hosting's administrators search among all instead. */
  owners: AdministrationTag[];
  /** Whether the caller may define the hosting's, and any administration's. */
  mayManage: boolean;
}

/**
 * `POST /teleprocedures/audience`: to whom an owner may offer by name, of those on the hosting: to itself, to the communes
 * of its territory, and to whom the agent serves as well. Any administration's, of the hosting's administrators.
 */
export const audienceQuery = z.strictObject({
  ownerId: uid,
  /** Part of a name, or the beginning of a code. */
  search: z.string().trim().max(200).default(''),
});

export type AudienceQuery = z.input<typeof audienceQuery>;

/** By name: the first of them, and how many there are. */
export interface Audience {
  rows: AdministrationTag[];
  total: number;
}

/** `GET /teleprocedures/:id`, and what every change of it answers; for who may edit it. */
export interface AdminTeleprocedure extends Omit<
  z.output<typeof newTeleprocedure>,
  'ownerId' | 'operatorId' | 'connector'
> {
  slug: string;
  version: number;
  owner: AdministrationTag | null;
  operator: { id: string; name: string; origin: string };
  connector: { name: string; settings: Record<string, string>; hasSecret: boolean } | null;
  allow: FramePermission[];
  statuses: { word: string; label: string; status: RequestStatus }[];
  withdrawn: { on: string; message: string; replacement: string | null } | null;
  chosen: EntryChosen;
  /** Null while it was never tried. */
  probe: TeleprocedureProbe | null;
  /** The names of what it is offered to: those of `offer` that exist. */
  offeredTo: {
    administrations: AdministrationTag[];
    territories: { code: string; name: string }[];
  };
  /** In how many administrations of the hosting it is offered, is on, and is shown in a frame. */
  reach: { offered: number; on: number; framed: number };
  /**
   * The origins whose pages are to show it in a frame, the hosting's own included: the first of them, and how many more
   * there are.
   */
  framers: { origins: string[]; more: number };
  /** Where residents read it on the hosting, in the first administration where it is on; null: nowhere. */
  link: string | null;
}

/* What an administration makes of those that are offered to it. */

/** `PUT /administrations/:id/teleprocedures`. */
export const teleprocedureChoice = z.strictObject({
  slug: z.string().max(80),
  /** The `version` that was on screen. */
  seen: z.int(),
  isOn: z.boolean(),
  /** In the place of its own; empty: its own. */
  title: line(150),
  introduction: text(2000),
  /** Whom residents call in the place of the operator; null: the operator. */
  contact: z.strictObject({ name: line(200).min(1, 'required'), phone, email }).nullable(),
});

export type TeleprocedureChoice = z.input<typeof teleprocedureChoice>;

export interface OfferedTeleprocedure {
  slug: string;
  /** 0 where nothing was chosen yet. */
  version: number;
  /** Without a choice it is on. */
  isOn: boolean;
  /** The administration's own, empty or null where it has none. */
  own: { title: string; introduction: string; contact: z.output<typeof teleprocedureChoice>['contact'] };
  /** As it is defined. */
  title: string;
  introduction: string;
  operator: { name: string; phone: string; email: string | null; website: string | null; origin: string };
  /** Whose it is; null: the hosting's. */
  owner: string | null;
  isReserved: boolean;
  chosen: EntryChosen;
  /** Those of the administration's origins that the operator's headers refuse. */
  refusedOrigins: string[];
  withdrawn: { on: string; message: string } | null;
  /** Absolute URL of the hosting's page of it. */
  link: string;
}

/** `GET /administrations/:id/teleprocedures`, and what the PUT answers. By title. */
export interface AdministrationTeleprocedures {
  administration: AdministrationTag;
  /** Who answers for its residents since a merger, and chooses; null: itself. */
  succeededBy: AdministrationTag | null;
  mayConfigure: boolean;
  teleprocedures: OfferedTeleprocedure[];
  /** What a webmaster's snippet needs. */
  integration: { code: string; loader: string; phone: string };
}
