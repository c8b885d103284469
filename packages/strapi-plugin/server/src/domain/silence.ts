/** What an administration's silence means: which sendings are requests, and by which rule silence decides them. */
import type { Nature } from '@guichet/contracts/request';

/** What can be brought before someone else first, and must be before the court where it is not `court`. */
export type FirstAppeal = 'court' | 'cada' | 'prefect';

/** A silence that decides. */
export interface TacitDecision {
  effect: 'acceptance' | 'rejection';
  months: number;
  /** The text, as a receipt cites it: `CRPA L231-4, 2°`. */
  basis: string;
  /**
   * What starts the months. A rejection runs from the administration first written to, an acceptance from the
   * competent one (CRPA L114-3); applications of town planning, from the sending of the receipt (c. urb. R474-1).
   */
  from: 'initial-reception' | 'competent-reception' | 'acknowledgement';
  firstAppeal: FirstAppeal;
  /** Where a text bounds what may be asked for: see `ItemsRule`. */
  items?: ItemsRule;
}

/**
 * Code de l'urbanisme R*423-38 and R*423-39: items asked for in time and not sent in time are a tacit rejection, and
 * items asked for too late move nothing.
 */
export interface ItemsRule {
  /** Months from reception within which items can be asked for. */
  askWithinMonths: number;
  /** Months that the applicant then has. */
  allowMonths: number;
  basis: string;
}

export type SilenceRule = { effect: 'none' } | TacitDecision;

export const noTacitDecision: SilenceRule = { effect: 'none' };

/** Silence on what no procedure provides for, and on a complaint, rejects. */
export const generalSilence: TacitDecision = {
  effect: 'rejection',
  months: 2,
  basis: 'CRPA L231-4, 2°',
  from: 'initial-reception',
  firstAppeal: 'court',
};

/**
 * A document that the administration holds: silence refuses it after one month, and the CADA comes before any court.
 * The month runs from its reception by the administration that holds it.
 */
export const accessToDocuments: TacitDecision = {
  effect: 'rejection',
  months: 1,
  basis: 'CRPA R*311-12 et R311-13',
  from: 'competent-reception',
  firstAppeal: 'cada',
};

/**
 * Complaints and appeals are requests (CRPA L110-1), and so is asking for a document (L311-1); the others ask for no
 * decision.
 */
export function isRequest(nature: Nature): boolean {
  return nature === 'request' || nature === 'complaint' || nature === 'document';
}

/** The rule of the general form. Never acceptance: it supposes a procedure that a text provides (L231-1, L231-4 2°). */
export function defaultSilence(nature: Nature): SilenceRule {
  if (!isRequest(nature)) return noTacitDecision;
  return nature === 'document' ? accessToDocuments : generalSilence;
}
