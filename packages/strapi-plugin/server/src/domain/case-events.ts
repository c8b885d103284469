/**
 * The facts of a request's life that the law dates. Each happened on a civil day of the administration, which whoever
 * records it states: it may be earlier than its recording.
 */
import type { TransitWay } from '@guichet/contracts/admin/retention';
import type { Nature } from '@guichet/contracts/request';
import type { Channel, Mention } from './acknowledgement.js';
import type { CivilDate } from './civil-date.js';
import type { ActorKind } from './request-state.js';
import type { SilenceRule } from './silence.js';
import type { Calendar } from './silence-clock.js';
import type { Territory } from './working-days.js';

/** What a reception fixes. Rules are those of that day: a later change of the procedure does not reach back. */
export interface Opening {
  /** Date of reception (CRPA R112-11-1, 1°; it is authoritative, L112-13). */
  on: CivilDate;
  /** When the registration receipt was sent; null where there was none. */
  registeredOn: CivilDate | null;
  channel: Channel;
  nature: Nature;
  silence: SilenceRule;
  calendar: Calendar;
  /** Months that distance adds to go to court (`appealDistance`). */
  distance: 0 | 1 | 2;
  /** The last day of the time that a text of the procedure sets for an answer, which silence does not end. */
  answer?: { by: CivilDate; basis: string };
  /** How it is handed to the service that deals with it elsewhere; absent of what is kept here. */
  transit?: TransitWay;
}

/** Something that the applicant is asked for, as far as clocks need it: its name may be personal. */
export interface AskedItem {
  /** By a law or regulation; a plain question moves no clock (CRPA L114-5). */
  isRequired: boolean;
  /** Whether the request cannot be examined without it (CRPA L114-5-1). */
  isIndispensable: boolean;
}

/** Who decides, who may not be the agent (CRPA L212-1, L212-2 1°). */
export interface Author {
  givenName: string;
  familyName: string;
  capacity: string;
  service: string;
}

export type Outcome = 'granted' | 'refused';

type Carried =
  /** `missing`: the mentions that the sent acknowledgement lacked (`missingMentions`). */
  | { kind: 'acknowledged'; missing: readonly Mention[] }
  /** An agent's reading of what was asked; a corrected acknowledgement follows, with the same date of reception. */
  | { kind: 'requalified'; nature: Nature; silence: SilenceRule }
  /** Id of the agent, null for nobody. */
  | { kind: 'assigned'; to: number | null }
  /** `answerBy`: last day of the time allowed, owed where an item has a basis (CRPA R112-11-4). */
  | { kind: 'items-asked'; items: readonly AskedItem[]; answerBy: CivilDate | null }
  /** Everything that was asked for has been received. */
  | { kind: 'completed' }
  /** `here`: to another administration of the hosting, which has it the same day under the same reference. */
  | {
      kind: 'forwarded';
      /** `distance`: `Opening`'s, to the court of who is competent. */
      to: { kind: 'here'; territory: Territory; distance: Opening['distance'] } | { kind: 'elsewhere' };
    }
  | { kind: 'draft-decided'; outcome: Outcome }
  | { kind: 'approved' }
  /** Whoever signs wants another draft. */
  | { kind: 'sent-back' }
  /** `on` is the day of its notification, as for `refused`. */
  | { kind: 'granted'; author: Author }
  | {
      kind: 'refused';
      author: Author;
      /** The considerations of law and of fact (CRPA L211-5); `not-required`: not one of the refusals of L211-2. */
      reasons: 'stated' | 'missing' | 'not-required';
      /** Whether the notification says how and until when to appeal (CJA R421-5). */
      mentionsAppeal: boolean;
      /** Whether it says why what it takes back was illegal, where it takes back an acceptance (CRPA L242-1). */
      statesIllegality: boolean;
    }
  /**
   * What was sent, put right by its author (CRPA L123-1). No clock moves: the date that the receipt gave is
   * authoritative (L112-13), and correcting must cost nobody the time already waited.
   */
  | { kind: 'corrected' }
  /** By its author: the administration need not decide any more. */
  | { kind: 'withdrawn' }
  /** Recorded once the day of the tacit decision is over; `on` is the day of the recording. */
  | { kind: 'tacitly-granted' }
  | { kind: 'tacitly-refused' }
  | { kind: 'reasons-asked' }
  | { kind: 'reasons-given' }
  | { kind: 'attestation-asked' }
  /** The attestation of the tacit acceptance was issued (CRPA L232-3). */
  | { kind: 'attested' }
  | { kind: 'sorted-as-suspect' }
  /** Nothing of it may be destroyed: a dispute, an inquiry. Its reason is for colleagues. */
  | { kind: 'held' }
  | { kind: 'hold-ended' }
  /** The service has it in its own tools: a webhook was answered, or an agent says so. */
  | { kind: 'delivered' }
  /** Nobody has taken it over in time: it is kept here. */
  | { kind: 'transit-lapsed' }
  /** `visa`: the archives' written agreement (code du patrimoine R212-14), or what says that they have taken it. */
  | { kind: 'eliminated'; visa: string; transferred?: true };

export type CaseEventKind = Carried['kind'];

export type CaseEvent = Carried & { on: CivilDate; by: ActorKind };

/** Each kind, and who may record it. An agent also records what came by post, by telephone or at the counter. */
export const caseActors: Readonly<Record<CaseEventKind, readonly ActorKind[]>> = {
  acknowledged: ['agent', 'system'],
  requalified: ['agent'],
  assigned: ['agent', 'system'],
  'items-asked': ['agent'],
  completed: ['resident', 'agent'],
  forwarded: ['agent'],
  'draft-decided': ['agent'],
  approved: ['agent'],
  'sent-back': ['agent'],
  granted: ['agent'],
  refused: ['agent'],
  corrected: ['resident'],
  withdrawn: ['resident', 'agent'],
  'tacitly-granted': ['system'],
  'tacitly-refused': ['system'],
  'reasons-asked': ['resident', 'agent'],
  'reasons-given': ['agent'],
  'attestation-asked': ['resident', 'agent'],
  attested: ['agent'],
  'sorted-as-suspect': ['agent', 'system'],
  held: ['agent'],
  'hold-ended': ['agent'],
  delivered: ['agent', 'system'],
  'transit-lapsed': ['system'],
  eliminated: ['agent', 'system'],
};
