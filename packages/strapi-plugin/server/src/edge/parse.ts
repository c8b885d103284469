/** Parsing what came in by a route's schema; issues become our own codes, and never repeat what was sent. */
import { type FieldError, type FieldErrorCode, fieldErrorCodes } from '@guichet/contracts/problem';
import type * as z from 'zod';
import { ProblemError } from './problem-error.js';

const isFieldErrorCode = (text: string): text is FieldErrorCode =>
  (fieldErrorCodes as readonly string[]).includes(text);

function codeOf(issue: z.core.$ZodIssue): FieldErrorCode {
  if (isFieldErrorCode(issue.message)) return issue.message;
  if (issue.code === 'unrecognized_keys') return 'not-allowed';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  return 'invalid';
}

function errorsOf(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.map((issue) => ({ path: issue.path.join('.'), code: codeOf(issue) }));
}

/** @throws ProblemError `validation-failed` */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input, { reportInput: true });
  if (!result.success) throw new ProblemError('validation-failed', { errors: errorsOf(result.error.issues) });
  return result.data;
}
