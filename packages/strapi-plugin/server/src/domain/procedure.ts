/** A procedure (*démarche*) that residents can start: what its requests are, and the rules that they are received under. */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { ReadyMade } from '@guichet/contracts/admin/procedures';
import {
  noRetention,
  type RetentionSettings,
  type TransitObstacle,
  transitObstacle,
} from '@guichet/contracts/admin/retention';
import { noProcedureFacts, type ProcedureFacts } from '@guichet/contracts/directory';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { ProcedureFiles } from '@guichet/contracts/procedure';
import type { Nature } from '@guichet/contracts/request';
import { natures } from '@guichet/contracts/request-choices';
import type { CivilDate } from './civil-date.js';
import { defaultSilence, type SilenceRule, type TacitDecision } from './silence.js';

/** Until when a text wants an answer, beside what silence decides. */
export interface AnswerTime {
  /** Calendar days from reception. */
  days: number;
  basis: string;
}

export interface Procedure {
  slug: string;
  title: string;
  description: string;
  /** Null: the resident declares it. */
  nature: Nature | null;
  /** Slug of the service that examines it; null: the administration itself. */
  recipient: string | null;
  /** What silence means of a request by it; null while nobody has chosen. */
  silence: TacitDecision | null;
  answer: AnswerTime | null;
  /** What may come with its requests; null: whatever the hosting takes. */
  attachments: ProcedureFiles | null;
  /** Which of those that texts describe. */
  readyMade: ReadyMade | null;
  /** How long its requests are kept, and whether they only pass through. */
  retention: RetentionSettings;
  /** What is told of it before one starts it. */
  facts: ProcedureFacts;
}

/** What every administration has: nothing of it is configured but its retention, and the resident chooses its service. */
export const generalForm: Procedure = {
  slug: GENERAL_FORM,
  title: 'Nous écrire',
  description: '',
  nature: null,
  recipient: null,
  silence: null,
  answer: null,
  attachments: null,
  readyMade: null,
  retention: noRetention,
  facts: noProcedureFacts,
};

/** What the texts themselves describe. Residents read these words. */
export const readyMadeProcedures: Record<
  ReadyMade,
  Pick<Procedure, 'slug' | 'title' | 'description' | 'nature' | 'answer'>
> = {
  accessibility: {
    slug: 'accessibilite',
    title: 'Signaler un défaut d’accessibilité',
    description:
      'Une page, un document ou un service en ligne vous est difficile ou impossible à utiliser\u00a0? Dites-nous lequel et ce qui vous arrête. Nous vous répondrons dans la semaine, et pouvons vous donner l’information par un autre moyen.',
    // CRPA L110-1: a complaint is a request.
    nature: 'complaint',
    answer: { days: 7, basis: 'loi n° 2005-102, art. 47\u00a0; RGAA, obligations d’accessibilité' },
  },
};

/**
 * The rule of a procedure's requests. A complaint is never accepted by silence (CRPA L231-4, 2°), documents have their
 * own month (R*311-12), and what asks for no decision none, whatever was chosen for requests.
 */
export function silenceOfProcedure({ silence }: Pick<Procedure, 'silence'>, nature: Nature): SilenceRule {
  return nature === 'request' && silence ? silence : defaultSilence(nature);
}

/** The rule that a procedure has before anybody writes; null where the resident's word or an agent's choice is missing. */
export function fixedSilence({ silence, nature }: Pick<Procedure, 'silence' | 'nature'>): SilenceRule | null {
  if (nature === null || (nature === 'request' && silence === null)) return null;
  return silenceOfProcedure({ silence }, nature);
}

/** Whether requests can come by it while nobody has said what silence means of them. */
export function needsSilence({ silence, nature }: Pick<Procedure, 'silence' | 'nature'>): boolean {
  return silence === null && (nature === null || nature === 'request');
}

/** The last day of the time that a text sets for an answer. */
export function answerBy({ days }: AnswerTime, receivedOn: CivilDate): CivilDate {
  return daysAfter(receivedOn, days);
}

/** Why its requests cannot only pass through, whatever they turn out to be; null where they can. */
export function transitObstacleOf(
  procedure: Pick<Procedure, 'slug' | 'silence' | 'nature'>,
): TransitObstacle | null {
  // The general form's rules are the law's own: nobody has to choose them.
  if (procedure.slug !== GENERAL_FORM && needsSilence(procedure)) return transitObstacle(null);
  const possible = procedure.nature === null ? natures : [procedure.nature];
  const obstacles = possible.map((nature) => transitObstacle(silenceOfProcedure(procedure, nature)));
  return obstacles.find((obstacle) => obstacle !== null) ?? null;
}
