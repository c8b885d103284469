/**
 * The silence rules that a procedure of a commune can have, ready-made, each with its text. An agent chooses; nothing
 * is guessed from a procedure's title.
 */
import type { RequestSilence } from '@guichet/contracts/admin/procedures';
import {
  accessToDocuments,
  generalSilence,
  noTacitDecision,
  type SilenceRule,
  type TacitDecision,
} from './silence.js';

const rejection = (months: number, basis: string): TacitDecision => ({ ...generalSilence, months, basis });

const acceptance = (months: number, basis: string): TacitDecision => ({
  effect: 'acceptance',
  months,
  basis,
  from: 'competent-reception',
  firstAppeal: 'court',
});

const townPlanning = (months: number): TacitDecision => ({
  ...acceptance(months, 'code de l’urbanisme R*423-23 et R*424-1'),
  from: 'acknowledgement',
  items: { askWithinMonths: 1, allowMonths: 3, basis: 'code de l’urbanisme R*423-38 et R*423-39' },
});

/** Of what asks for a decision that no other text dates. */
export const requestSilences = {
  general: generalSilence,
  /** An individual decision within a procedure that a text provides, and that no exception covers. */
  acceptance: acceptance(2, 'CRPA L231-1'),
  financial: rejection(2, 'CRPA L231-4, 3°'),
  'lending-of-premises': rejection(2, 'décret n° 2015-1459 (CGCT L2144-3)'),
  /** Burial, exhumation, cremation. */
  burial: rejection(2, 'décret n° 2015-1459'),
  'public-domain': rejection(2, 'décret n° 2015-1459'),
  'sewer-connection': rejection(2, 'décret n° 2015-1459'),
  /** Enrolment in a service of limited capacity, under a local regulation. */
  'local-enrolment': rejection(2, 'décret n° 2016-625'),
  /** The same, where the regulation requires the opinion of an expert or of a consultative body. */
  'local-enrolment-with-opinion': rejection(4, 'décret n° 2016-625'),
  /** Honours, notices in the commune's media, services or works, supplies or equipment. */
  'local-service': rejection(2, 'décret n° 2016-625'),
  /** Any other local regulation that requires the opinion of an expert or of a consultative body. */
  'local-opinion': acceptance(4, 'décret n° 2015-1460 modifié par le décret n° 2016-677'),
  /** Its refusal is brought before the prefect before any court (CESEDA R313-12). */
  'host-certificate': { ...rejection(1, 'CESEDA R313-11'), firstAppeal: 'prefect' },
  'prior-declaration': townPlanning(1),
  'demolition-permit': townPlanning(2),
  'house-permit': townPlanning(2),
  'other-building-permit': townPlanning(3),
} as const satisfies Record<RequestSilence, TacitDecision>;

/** The same, with those that follow from what is asked. */
export const silenceChoices = {
  ...requestSilences,
  none: noTacitDecision,
  'access-to-documents': accessToDocuments,
} as const satisfies Record<string, SilenceRule>;

export type SilenceChoice = keyof typeof silenceChoices;
