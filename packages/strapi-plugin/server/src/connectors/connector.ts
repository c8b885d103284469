/**
 * A connector links a téléprocédure to the system of its operator: it makes a file there from what the resident typed
 * already, and asks where files stand. It is given `fetch`, the time and a place to log, never Strapi; one contract test
 * (`contract.test.ts`) holds for all.
 */
import type { Language } from '@guichet/contracts/administration';
import type { Prefill } from '@guichet/contracts/teleprocedure';
import type * as z from 'zod';
import type { OperatorWord, Standing } from '../domain/operated.js';
import type { Fetch } from './network/fetch.js';

/** What a connector knows of the world. */
export interface World {
  fetch: Fetch;
  now: Date;
  /** @param what without anything of a person, a key or a handle in it */
  log(what: string): void;
  /** How long one question may take, in milliseconds: a person waits for it, or nobody. */
  patience: number;
  /** Aborted where nobody waits any longer. */
  signal: AbortSignal;
}

/** What is sent to the operator's system. */
export interface Beginning {
  language: Language;
  /** What the resident typed already. */
  prefill: Prefill;
  /** What a resident reports of a place, where the operator's system takes reports. */
  report: Report | null;
}

export interface Report {
  description: string;
  /** Degrees, WGS 84; null where only an address is known. */
  position: { latitude: number; longitude: number } | null;
  address: string | null;
  /** Who reports, where an agent says that it is to be told. */
  reporter?: Reporter;
}

export interface Reporter {
  givenName?: string;
  familyName?: string;
  email?: string;
  phone?: string;
}

/** A report of which it is not known whether it has arrived. */
export interface LostReport {
  /** What its description holds and no other's. */
  mark: string;
  /** It was sent after this. */
  since: Date;
}

/** A file that was made at the operator's. */
export interface Begun {
  /** What the operator's system knows it by: whoever holds it may see or take the file, so it is sealed at rest. */
  handle: string;
  standing: Standing;
}

/** Where a file stands at the operator's, as it is asked. `handle`: by which it is known from now on, if by another. */
export type Polled = Standing & { handle?: string };

/** Settings as they are typed: a text each. */
export type TypedSettings = Readonly<Record<string, string>>;

export interface Connector<Settings = unknown> {
  /** What it sends: what a resident typed already, who goes on with it there; or a report, which is whole. */
  takes: 'prefill' | 'report';
  /** Of texts, each as it is typed: {@link TypedSettings}. Strict. */
  settings: z.ZodType<Settings>;
  /** Whether it needs what the operator's system knows us by. */
  needsSecret: boolean;
  /** What the operator's words mean, where the téléprocédure does not say otherwise. */
  words: readonly OperatorWord[];
  /** Files that are asked about at once. */
  batch: number;
  /** @throws ConnectorFailure */
  begin(link: Link<Settings>, beginning: Beginning, world: World): Promise<Begun>;
  /**
   * A report that was sent and not answered, where the system has it; null where it does not show any such. Absent: it
   * cannot be asked.
   *
   * @throws ConnectorFailure
   */
  find?(link: Link<Settings>, lost: LostReport, world: World): Promise<Begun | null>;
  /**
   * Those that the operator's system does not know (any more) are left out.
   *
   * @throws ConnectorFailure
   */
  poll(link: Link<Settings>, handles: readonly string[], world: World): Promise<Map<string, Polled>>;
}

/** A téléprocédure's own link. */
export interface Link<Settings = unknown> {
  settings: Settings;
  /** What the operator's system knows us by. */
  secret: string | null;
}

/**
 * `busy`: to be asked later (429, 503). `down`: it cannot be reached, is slow, or fails. `refused`: what is asked is not
 * taken. `nonsense`: what it answers is not what is documented.
 */
export type FailureCode = 'busy' | 'down' | 'refused' | 'nonsense';

/** The operator's system did not do as asked. Its message is a code: nothing of what was sent or answered is in it. */
export class ConnectorFailure extends Error {
  override name = 'ConnectorFailure';
  readonly code: FailureCode;
  /** Seconds that it asks to wait. */
  readonly retryAfter: number | null;
  /** Whether it may have been done all the same. */
  readonly isUnsure: boolean;

  /** @param isUnsure of `down` and of `nonsense`: false where it is certain that nothing was done */
  constructor(code: FailureCode, retryAfter: number | null = null, isUnsure = true) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
    this.isUnsure = isUnsure && (code === 'down' || code === 'nonsense');
  }
}
