import type { FieldError, ProblemCode } from '@guichet/contracts/problem';

/** Every way a call can fail: what the server answered, or what befell the call on its way. */
export type ApiErrorCode = ProblemCode | 'network' | 'timeout' | 'unexpected-reply';

/** The only error that a client throws, a caller's own abort apart, which is thrown as `fetch` throws it. */
export class ApiError extends Error {
  override readonly name = 'GuichetApiError';
  readonly code: ApiErrorCode;
  /** The members that were refused; empty unless `code` is `validation-failed`. */
  readonly errors: readonly FieldError[];
  /** Seconds after which to try again, as the server asked by `Retry-After`; null where it did not. */
  readonly retryAfter: number | null;

  constructor(code: ApiErrorCode, errors: readonly FieldError[] = [], retryAfter: number | null = null) {
    super(code);
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

/** By name, not `instanceof`: two copies of this module (a pinned bundle, a frame) recognise each other's errors. */
export function isApiError(error: unknown): error is ApiError {
  return (error as ApiError | null | undefined)?.name === 'GuichetApiError';
}
