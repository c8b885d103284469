import type { Reading, TeleprocedureCalls } from '@guichet/client/port';
import type { Administration, Language } from '@guichet/contracts/administration';
import type { Teleprocedure } from '@guichet/contracts/teleprocedure';
import type { Words } from './teleprocedure.messages.js';

export type TeleprocedureClient = Reading & TeleprocedureCalls;

/** What every view is drawn from. */
export interface View {
  words: Words;
  language: Language;
  administration: Administration;
  teleprocedure: Teleprocedure;
  /** Of the first heading. */
  level: number;
}

/** A label, and what it is the label of. */
export type Row = readonly [label: string, value: unknown];
