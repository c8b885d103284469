/** What a form's texts must be before they are sent: the same lengths as the server's own. */
import type { AdminFieldCode, AdminFieldError } from '@guichet/contracts/admin/problem';
import { checkMessage } from '@guichet/contracts/request-rules';

/** Of a text that is required. */
export function checkLine(text: string, max: number): AdminFieldCode | null {
  const { length } = text.trim();
  if (!length) return 'required';
  return length > max ? 'too-long' : null;
}

/** Of a text that a resident reads, and may be left out. */
export function checkOptionalMessage(text: string): AdminFieldCode | null {
  return text.trim() ? checkText(text) : null;
}

/** Of a text that a resident reads. */
export function checkText(text: string): AdminFieldCode | null {
  const code = checkMessage(text);
  return code === null || code === 'required' || code === 'too-long' ? code : 'invalid';
}

/** @returns the members that are wrong, in the order given */
export function errorsIn(
  checks: readonly (readonly [path: string, code: AdminFieldCode | null | false])[],
): AdminFieldError[] {
  return checks.flatMap(([path, code]) => (code ? [{ path, code }] : []));
}

/** @returns null for what was left empty */
export function orNull(text: string): string | null {
  return text.trim() || null;
}
