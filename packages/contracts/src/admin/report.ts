/**
 * A request that is forwarded to a system of the competent administration's which takes reports (Open311): what an agent
 * sends, as it leaves; and what that system tells of it.
 */
import * as z from 'zod';
import { checkMessage } from '../request-rules.js';
import type { RequestStatus } from '../tracking.js';

/** Open311 GeoReport v2 takes 4000 characters; ours ends with the request's reference. */
export const REPORT_MAX = 3900;
export const PLACE_MAX = 300;

/** What may be told of who wrote: nothing, unless an agent says so. */
export const reporterFacts = ['name', 'email', 'phone'] as const;
export type ReporterFact = (typeof reporterFacts)[number];

const position = z.strictObject({
  /** Degrees, WGS 84. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

export const newReport = z
  .strictObject({
    description: z.string().trim().max(REPORT_MAX, 'too-long'),
    /** Where, in words. */
    address: z.string().trim().max(PLACE_MAX, 'too-long').nullable(),
    position: position.nullable(),
    reporter: z.array(z.enum(reporterFacts)).max(reporterFacts.length),
  })
  .superRefine(({ description, address, position: at }, context) => {
    const code = checkMessage(description);
    if (code) context.addIssue({ code: 'custom', path: ['description'], message: code });
    if (!address && !at) context.addIssue({ code: 'custom', path: ['address'], message: 'required' });
  });

export type NewReport = z.output<typeof newReport>;

/**
 * The text that leaves. By the reference, which tells nothing to whoever has no code, the report is found again where it
 * is not known whether it arrived, and both administrations speak of the same thing.
 */
export const reportText = (description: string, reference: string): string =>
  `${description.trim()}\n\nRéférence de la mairie : ${reference}`;

/**
 * Why a report did not arrive, or may not have. `refused`: it was not taken as it is. `unsure`: nobody can tell whether it
 * was taken, and it is not sent twice. `down`: in two days the system was not there. `unlinked`: the system is no longer
 * offered, or its settings do not work any more. `moot`: the request could not be forwarded any more.
 */
export const reportFailures = ['refused', 'unsure', 'down', 'unlinked', 'moot'] as const;
export type ReportFailure = (typeof reportFailures)[number];

/** A system to which a request can be forwarded. */
export interface ReportTarget {
  /** Of the téléprocédure that links it. */
  slug: string;
  title: string;
  operator: string;
}

/** What the operator tells, in its own words. */
export interface ReportStep {
  /** RFC 3339 in UTC. */
  at: string;
  label: string;
  /** What it says of it beside. */
  note: string | null;
  status: RequestStatus;
}

/** A report that is on its way, has arrived and is followed, or has not. */
export interface FollowedReport {
  operator: { name: string; phone: string };
  state: 'waiting' | 'sent' | 'failed';
  /** Of one that has failed. */
  why: ReportFailure | null;
  /** The operator's own. */
  reference: string | null;
  /** The service that deals with it there. */
  agency: string | null;
  status: RequestStatus;
  /** The first first. */
  steps: ReportStep[];
  /** Since when the system could not be reached; null where what is shown is of now. */
  staleSince: string | null;
}
