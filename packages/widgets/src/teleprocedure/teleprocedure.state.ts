import { isApiError, type ApiErrorCode } from '@guichet/client/api-error';
import type { Started, Submission } from '@guichet/contracts/teleprocedure';

/** Why a call did not succeed, as far as it changes what the resident is told. */
export type Refusal =
  { why: 'offline' | 'unavailable' | 'closed' | 'refused' } | { why: 'throttled'; minutes: number };

/** A request that is known to have been sent. */
export type Submitted = Extract<Submission, { state: 'submitted' }>;

/** What came of a beginning, as far as it could be asked. */
export type Asked =
  | { kind: 'asking' }
  /** It could not be asked: it is tried again. */
  | { kind: 'waiting'; refusal: Refusal }
  /** Nothing is known of it yet; or ever, where the operator tells nothing. */
  | { kind: 'awaited' }
  /** The hosting does not know the beginning, or not any more. */
  | { kind: 'lost' }
  | { kind: 'known'; submitted: Submitted };

export interface Step {
  /** From 1. */
  index: number;
  count: number;
  /** The operator's own words. */
  title: string;
}

export type TeleprocedureState =
  /** What is told of it; `notice`: what happened before that the resident should know. */
  | { kind: 'facade'; notice: Refusal | 'back' | 'erased' | null }
  | { kind: 'beginning' }
  | {
      kind: 'framed';
      started: Started;
      /** Whether the operator's page has spoken. */
      isReady: boolean;
      /** Whether it was led on to a page that does not speak: a payment, or a login that may not be framed. */
      isSilent: boolean;
      step: Step | null;
      isUnsaved: boolean;
      /** When what was typed is lost, once that is near; `over`: it was. */
      end: Date | 'over' | null;
    }
  /** In the same window, the operator's page is next. `hasFallenBack`: it could not be shown here. */
  | { kind: 'leaving'; started: Started; hasFallenBack: boolean }
  /** The operator's page is in another tab. */
  | { kind: 'elsewhere'; started: Started }
  /** The resident is through. `operatorReference`: given where the operator's page said that it was sent. */
  | { kind: 'ending'; start: string; operatorReference: string | null; asked: Asked };

const reasons: Partial<Record<ApiErrorCode, 'offline' | 'unavailable' | 'closed'>> = {
  network: 'offline',
  timeout: 'offline',
  unavailable: 'unavailable',
  'internal-error': 'unavailable',
  'unexpected-reply': 'unavailable',
  'request-in-progress': 'unavailable',
  'teleprocedure-closed': 'closed',
  'teleprocedure-not-found': 'closed',
  'administration-not-found': 'closed',
};

/** @param error what a call was refused with */
export function refusalOf(error: unknown): Refusal {
  if (!isApiError(error)) return { why: 'unavailable' };
  const { code, retryAfter } = error;
  if (code === 'rate-limited')
    return { why: 'throttled', minutes: Math.max(1, Math.ceil((retryAfter ?? 0) / 60)) };
  return { why: reasons[code] ?? 'refused' };
}
