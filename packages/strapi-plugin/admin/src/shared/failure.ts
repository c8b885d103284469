/** Why a call to an admin route failed, as pages tell it. */
import {
  type AdminFieldError,
  type AdminProblem,
  adminProblemStatus,
} from '@guichet/contracts/admin/problem';
import type { WordKey } from './words.js';

export type Failure =
  | { kind: 'problem'; code: AdminProblem['code']; errors: AdminFieldError[] }
  /** The session is over: log in again, in another tab, then try again. */
  | { kind: 'session' }
  /** The permission is missing. */
  | { kind: 'forbidden' }
  /** Too long, or otherwise beyond what a form can mend. */
  | { kind: 'refused' }
  /** The network or the server is away. */
  | { kind: 'away' };

interface Rejection {
  status?: unknown;
  response?: { data?: { error?: { status?: unknown; details?: Partial<AdminProblem> } } };
}

const isProblemCode = (code: unknown): code is AdminProblem['code'] =>
  typeof code === 'string' && code in adminProblemStatus;

/** @param error whatever Strapi's fetch client threw */
export function failureOf(error: unknown): Failure {
  const { status: ownStatus, response } = (typeof error === 'object' && error ? error : {}) as Rejection;
  const status = ownStatus ?? response?.data?.error?.status;
  const details = response?.data?.error?.details;
  if (isProblemCode(details?.code))
    return { kind: 'problem', code: details.code, errors: details.errors ?? [] };
  if (status === 401) return { kind: 'session' };
  if (status === 403) return { kind: 'forbidden' };
  if (typeof status === 'number' && status >= 400 && status < 500) return { kind: 'refused' };
  return { kind: 'away' };
}

/** The sentence that says what happened and what to do. */
export function failureWords(failure: Failure): WordKey {
  switch (failure.kind) {
    case 'problem':
      return `failure.${failure.code}`;
    case 'session':
      return 'failure.session';
    case 'forbidden':
      return 'failure.forbidden';
    case 'refused':
      return 'failure.refused';
    case 'away':
      return 'failure.away';
  }
}
