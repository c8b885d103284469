/** An administration's procedures (*démarches*), as its agents configure them. */
import type { ProcedureFacts } from '../directory.js';
import type { OfferedProcedure, Procedure } from '../procedure.js';
import type { RetentionSettings } from './retention.js';

/** The silence rules that a request can have, ready-made: each carries its text. Nothing is guessed from a title. */
export const requestSilenceIds = [
  'general',
  'acceptance',
  'financial',
  'lending-of-premises',
  'burial',
  'public-domain',
  'sewer-connection',
  'local-enrolment',
  'local-enrolment-with-opinion',
  'local-service',
  'local-opinion',
  'host-certificate',
  'prior-declaration',
  'demolition-permit',
  'house-permit',
  'other-building-permit',
] as const;
export type RequestSilence = (typeof requestSilenceIds)[number];

/** Procedures that one click makes. */
export const readyMadeIds = ['accessibility'] as const;
export type ReadyMade = (typeof readyMadeIds)[number];

/** What an agent configures of a procedure; its files as they were chosen, whatever the hosting takes. */
export interface ProcedureSettings extends Omit<OfferedProcedure, 'slug'> {
  /**
   * What silence means where a request is made: null while nobody has chosen. It has no effect on what is no request,
   * on complaints, and on asking for documents, whose rule is the law's own.
   */
  silence: RequestSilence | null;
  /** A closed one takes nothing any more; what it took goes on. */
  isOpen: boolean;
  /** How long its requests are kept, as the archives agreed. */
  retention: RetentionSettings;
  /** What is told of it in the directory of services. */
  facts: ProcedureFacts;
}

/** `POST /administrations/:id/procedures`. The slug is made of the title, and never changes: pages and requests name it. */
export type NewProcedure = ProcedureSettings;

/** `PUT /administrations/:id/procedures`. `seen`: the `version` that was on screen. */
export type ProcedureChange = ProcedureSettings & { slug: string; seen: string };

export interface AdminProcedure extends ProcedureSettings {
  slug: string;
  version: string;
  readyMade: ReadyMade | null;
  /** What its requests get, as residents are told. */
  offered: Pick<Procedure, 'silence' | 'receipt' | 'answer' | 'link'>;
}

/** A rule that can be chosen. */
export interface SilenceOption {
  id: RequestSilence;
  effect: 'acceptance' | 'rejection';
  months: number;
  /** The text: `CRPA L231-4, 2°`. */
  basis: string;
}

/** `GET /administrations/:id/procedures`. */
export interface AdminProcedures {
  /** What the hosting takes: no procedure takes more. */
  hostingFiles: { maxFiles: number; maxFileBytes: number };
  /** Name of the administration. */
  name: string;
  mayConfigure: boolean;
  /** By title. */
  procedures: AdminProcedure[];
  /** The services that can examine one. */
  recipients: { slug: string; name: string }[];
  options: SilenceOption[];
  /** Those that this administration does not have yet. */
  readyMade: ReadyMade[];
  /** What a webmaster's snippet needs. */
  integration: { code: string; loader: string; phone: string };
}
