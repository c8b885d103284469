/**
 * What admin routes refuse. Strapi's own envelope, `{ data, error: { status, name, message, details } }`, which its
 * panel reads to renew a session: ours is in `details`.
 */

/** Every `details.code`, and its status. What another tenant has and what does not exist are one: `not-found`. */
export const adminProblemStatus = {
  'validation-failed': 400,
  /** Of files, as `problemStatus` says. */
  'file-empty': 400,
  'file-damaged': 400,
  'image-too-large': 400,
  /** The permission that the action takes is missing. */
  'not-allowed': 403,
  'not-found': 404,
  /** Somebody else acted since: what is shown is out of date. */
  'request-changed': 409,
  /** The request's state does not allow it: answering what is closed, for one. */
  'not-possible': 409,
  'attachment-waiting': 409,
  'file-too-large': 413,
  'file-type-not-accepted': 415,
  'file-infected': 422,
  'rate-limited': 429,
  unavailable: 503,
} as const;

export type AdminProblemCode = keyof typeof adminProblemStatus;

export const adminFieldCodes = [
  'required',
  'too-long',
  'invalid',
  'taken',
  'unknown',
  'not-allowed',
  /** Of opening hours. */
  'too-many',
  'ends-before-it-begins',
  'crosses-midnight',
  'overlaps',
] as const;
export type AdminFieldCode = (typeof adminFieldCodes)[number];

/** `path` names the member with dots: `human.email`, `origins.0`. */
export interface AdminFieldError {
  path: string;
  code: AdminFieldCode;
  /** Of a text that is `too-long`: the characters that it may have at most, and those that it has. */
  length?: { most: number; is: number };
}

export interface AdminProblem {
  code: AdminProblemCode;
  errors?: AdminFieldError[];
}
