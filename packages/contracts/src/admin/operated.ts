/**
 * The requests that residents made at operators, as agents follow them: those of the residents of the administrations
 * that one serves, and those that such an administration is competent for (CRPA L114-4), wherever the resident came from:
 * made at an operator that it is itself, or by its own téléprocédure at one that is no administration of the hosting.
 */
import * as z from 'zod';
import { type RequestStatus, requestStatuses } from '../tracking.js';
import type { AdministrationTag } from './inbox.js';

/** Of a page. */
export const OPERATED_PAGE = 50;

/** `POST /operated/search`. The latest told of first. */
export const operatedQuery = z.strictObject({
  /** Id of one administration whose residents made them; null: any of those that the agent sees. */
  administrationId: z.string().max(64).nullable().default(null),
  /** Slug of one téléprocédure; null: all. */
  teleprocedure: z.string().max(80).nullable().default(null),
  status: z.enum(requestStatuses).nullable().default(null),
  /** A reference, the operator's or ours; empty: any. */
  reference: z.string().trim().max(100).default(''),
  /** `next` of the page before. */
  after: z.string().max(200).nullable().default(null),
});

export type OperatedQuery = z.input<typeof operatedQuery>;

export interface OperatedRow {
  id: string;
  reference: string;
  /** The operator's own; null until it is known. */
  operatorReference: string | null;
  teleprocedure: { slug: string; title: string };
  operator: string;
  /** Whose resident made it. */
  administration: AdministrationTag;
  /** Of that administration, in which its days are told. */
  timeZone: string;
  status: RequestStatus;
  /** Where it stands, in the operator's words. */
  label: string;
  /** Whether the operator itself has told of it, beyond its page in the resident's browser. */
  isConfirmed: boolean;
  /** Instants, RFC 3339 in UTC: when it was made, and when something was told of it last. */
  receivedAt: string;
  toldAt: string;
  /** Since when the operator could not be asked; null where what is shown is of now, or it tells by itself. */
  staleSince: string | null;
}

export interface OperatedRequests {
  requests: OperatedRow[];
  /** Where the next page begins; null at the end. */
  next: string | null;
  /** Those that there are any of: téléprocédures by title, and whose residents made them by name. */
  teleprocedures: { slug: string; title: string }[];
  administrations: AdministrationTag[];
}
