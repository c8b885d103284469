import { isApiError, type ApiErrorCode } from '@guichet/client/api-error';
import type { FieldErrorCode } from '@guichet/contracts/problem';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import type { Problem } from './typed.js';

/** Why a call did not succeed, as far as it changes what the resident is told. */
export type Refusal =
  { why: 'not-found' } | { why: 'throttled'; minutes: number } | { why: 'offline' } | { why: 'down' };

export type Asking =
  /** `problems` were found as each field was left: said beside it only. */
  | { kind: 'asked'; problems: readonly Problem[] }
  /** Found when the form was sent: said in the summary too. */
  | { kind: 'invalid'; problems: readonly Problem[] }
  | { kind: 'opening' }
  | { kind: 'refused'; refusal: Refusal };

export type Reply =
  | { kind: 'writing'; note: 'none' | 'sent' | 'draft-kept' }
  | { kind: 'invalid'; code: FieldErrorCode }
  | { kind: 'sending' }
  /** The connection is down: sent by itself when it is back. */
  | { kind: 'waiting' }
  | { kind: 'refused'; refusal: Refusal };

export type Refresh =
  | { kind: 'idle' }
  | { kind: 'reading' }
  /** `count`: how many entries came. */
  | { kind: 'done'; count: number; at: Date }
  | { kind: 'refused'; refusal: Refusal };

/** Fetching a file of the timeline, `id`, or a document that the request gives to keep, whose kind it is. */
export type Download = { kind: 'none' } | { kind: 'reading' | 'refused'; id: string };

/** What one click does. `done` and `too-late` say how it went; until then nobody asked for it. */
export type Click =
  { kind: 'none' | 'sending' | 'done' | 'too-late' } | { kind: 'refused'; refusal: Refusal };

/** `asked`: what follows is said, and the resident asked whether to go on, or to correct. */
export type Withdrawal = Click | { kind: 'asked' };

export type TrackerState =
  | {
      kind: 'asking';
      /** `code`: reference and tracking code; `link`: the field that controls who follows a mailed link. */
      by: 'code' | 'link';
      /** What happened before that the resident should know. */
      note: 'none' | 'expired' | 'expired-draft' | 'left';
      asking: Asking;
    }
  | {
      kind: 'opened';
      request: TrackedRequest;
      reply: Reply;
      refresh: Refresh;
      download: Download;
      /** Asking for reasons, or for the attestation: no request has both. */
      ask: Click;
      /** `sending`: also while the form is being loaded. */
      correction: Withdrawal;
      withdrawal: Withdrawal;
    };

export function refusalOf(error: unknown): Refusal {
  if (!isApiError(error)) throw error;
  // A control that the schema refuses controls nothing either.
  if (isCode(error, 'request-not-found', 'validation-failed')) return { why: 'not-found' };
  if (isCode(error, 'rate-limited')) {
    return { why: 'throttled', minutes: Math.max(1, Math.ceil((error.retryAfter ?? 0) / 60)) };
  }
  return { why: isCode(error, 'network') ? 'offline' : 'down' };
}

export function isCode(error: unknown, ...codes: ApiErrorCode[]): boolean {
  return isApiError(error) && codes.includes(error.code);
}
