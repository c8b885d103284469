/**
 * How long requests are kept once they are closed, and what becomes of them then. Requests are public archives from the
 * start (code du patrimoine, L211-1, L211-4): nothing here is decided by the software.
 */
import * as z from 'zod';
import type { AdministrationTag } from './inbox.js';

const line = (max: number) => z.string().trim().min(1, 'required').max(max, 'too-long');
const civilDate = z.iso.date();

export const periodUnits = ['months', 'years'] as const;
/** `destroy`: eliminated with the archives' visa; `keep`: handed over to them. */
export const finalActions = ['destroy', 'keep'] as const;
export type FinalAction = (typeof finalActions)[number];

/** How the service that deals with requests elsewhere gets them. */
export const transitWays = ['webhook', 'email'] as const;
export type TransitWay = (typeof transitWays)[number];

/** Kept here, as an agreement with the archives says (code du patrimoine, R212-13): no member has a default. */
export const hereRule = z.strictObject({
  /** Counted from the day a request is closed. */
  period: z.strictObject({ count: z.int().min(1).max(100), unit: z.enum(periodUnits) }),
  finalAction: z.enum(finalActions),
  agreement: z.strictObject({ reference: line(200), date: civilDate }),
});
export type HereRule = z.output<typeof hereRule>;

export const retentionSettings = z.strictObject({
  /** Null while nobody has said: then nothing is ever proposed for elimination. */
  here: hereRule.nullable().default(null),
  /** Handed to the service's own tools, then shredded here; what is not taken in ten weeks falls back to `here`. */
  transit: z.enum(transitWays).nullable().default(null),
});
export type RetentionSettings = z.output<typeof retentionSettings>;

export const noRetention: RetentionSettings = { here: null, transit: null };

/** An arrêté of 4 July 2013 (NOR RDFJ1309338A) lets a portal keep three months what it hands on. */
const TRANSIT_MONTHS = 3;
/** What stops the clock is asked for with a time to answer (CRPA L114-5): a month is counted for it. */
const SUSPENSION_MONTHS = 1;

/** Why requests cannot only pass through. */
export type TransitObstacle = 'silence-unchosen' | 'accepts' | 'too-long';

/**
 * Where silence accepts, the proof of what was asked must stay; where an answer may take more than three months, what
 * only passes through would be gone before it.
 *
 * @param silence what silence means of its requests; null while nobody has chosen
 */
export function transitObstacle(
  silence: { effect: 'acceptance' | 'rejection'; months: number } | { effect: 'none' } | null,
): TransitObstacle | null {
  if (!silence) return 'silence-unchosen';
  if (silence.effect === 'none') return null;
  if (silence.effect === 'acceptance') return 'accepts';
  return silence.months + SUSPENSION_MONTHS > TRANSIT_MONTHS ? 'too-long' : null;
}

/** What is due, or waits, of one procedure. Dates are civil dates of the administration. */
export interface RetentionGroup {
  /** The general form's is `contact`. */
  slug: string;
  /** Null for the general form. */
  title: string | null;
  rule: HereRule | null;
  /** Closed and decided, kept since no rule says until when, or its time is not over. */
  waiting: number;
  /** Their time is over, on no list yet. */
  due: { count: number; oldest: string; newest: string } | null;
  /** On a list that waits for the archives, or is being executed. */
  listed: number;
  /** Stopped by a hold. */
  held: number;
}

export const slipStates = ['made', 'agreed', 'done', 'withdrawn'] as const;
/** `made`: waits for the archives; `agreed`: being executed; `done`; `withdrawn`: given up before they agreed. */
export type SlipState = (typeof slipStates)[number];

/** A *bordereau*: what is proposed to the archives, numbered by administration and year. */
export interface Slip {
  id: string;
  /** `2027-3`: never given again, as the archives may have it on paper. */
  number: string;
  finalAction: FinalAction;
  state: SlipState;
  /** RFC 3339 in UTC. */
  madeAt: string;
  madeBy: string;
  count: number;
  /** How many were taken off: once executed, those held or reopened meanwhile; once withdrawn, all. */
  takenOff: number;
  agreed: { reference: string; date: string; service: string; by: string } | null;
  doneAt: string | null;
  /** RFC 3339 in UTC, and the agent. */
  withdrawn: { at: string; by: string } | null;
}

/** `GET /administrations/:id/retention`. */
export interface Retention {
  administration: AdministrationTag;
  groups: RetentionGroup[];
  /** Newest first. */
  slips: Slip[];
  /** Of those that only pass through: how many their service has not taken over yet, and those it has let lapse. */
  transit: { awaited: number; lapsed: { id: string; reference: string; receivedOn: string }[] };
}

export const SLIP_MAX = 1000;

/** `POST /administrations/:id/retention/slips`: the thousand oldest of what is due, of these procedures. */
export const newSlip = z.strictObject({
  finalAction: z.enum(finalActions),
  procedures: z.array(z.string().max(64)).min(1).max(500),
});
export type NewSlip = z.output<typeof newSlip>;

/**
 * `POST /retention/slips/:id/agreement`. For `destroy`, the visa (code du patrimoine, R212-14); for `keep`, what says
 * that the archives have taken them.
 */
export const slipAgreement = z.strictObject({
  reference: line(200),
  date: civilDate,
  /** « Archives départementales d’Eure-et-Loir ». */
  service: line(200),
});
export type SlipAgreement = z.output<typeof slipAgreement>;

/** A request on a list: nothing of a person, nothing of what was written. */
export interface SlipRow {
  reference: string;
  /** Title of the procedure; null for the general form. */
  procedure: string | null;
  receivedOn: string;
  closedOn: string;
  /** The last day of its time. */
  keptUntil: string;
  files: number;
  bytes: number;
  agreement: string;
  /** Null until the list is executed. */
  outcome: 'eliminated' | 'transferred' | 'taken-off' | null;
}

/** `GET /retention/slips/:id`. */
export interface SlipSheet extends Slip {
  administration: AdministrationTag & { siren: string };
  rows: SlipRow[];
}

/** `POST /retention/requests/:id/hold` and `…/hold/end`. */
export const holdReason = z.strictObject({ reason: line(2000), seen: z.int().min(1) });
export type HoldReason = z.output<typeof holdReason>;

/** `POST /retention/requests/:id/delivery`: the service has it in its own tools. */
export const deliveryConfirmed = z.strictObject({ seen: z.int().min(1) });
export type DeliveryConfirmed = z.output<typeof deliveryConfirmed>;
