/** The error envelope (RFC 9457, `application/problem+json`) and every error code, with its HTTP status. */

/** Every `code` that the public API answers, and its status. `title` never echoes what was sent. */
export const problemStatus = {
  'malformed-request': 400,
  'validation-failed': 400,
  'idempotency-key-missing': 400,
  /** A file without a byte. */
  'file-empty': 400,
  /** A file that ends too early, or is not what it begins as. */
  'file-damaged': 400,
  /** An image of more pixels than anybody's screen or printer has use for. */
  'image-too-large': 400,
  'token-invalid': 401,
  'origin-not-allowed': 403,
  'https-required': 403,
  'not-found': 404,
  'administration-not-found': 404,
  /** None of this name, or none that is open. */
  'procedure-not-found': 404,
  /** None of this name, or none that is offered here. */
  'teleprocedure-not-found': 404,
  /** None of this id, or the hosting has no guides. */
  'guide-not-found': 404,
  'request-not-found': 404,
  'attachment-not-found': 404,
  'method-not-allowed': 405,
  'request-in-progress': 409,
  'request-closed': 409,
  /** It cannot be begun: withdrawn, or switched off here. */
  'teleprocedure-closed': 409,
  /** The antivirus has yet to read it. */
  'attachment-waiting': 409,
  'payload-too-large': 413,
  'file-too-large': 413,
  'unsupported-media-type': 415,
  'file-type-not-accepted': 415,
  'idempotency-key-reused': 422,
  /** The antivirus knows what is in it. */
  'file-infected': 422,
  'rate-limited': 429,
  'internal-error': 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Why one member was refused. */
export const fieldErrorCodes = ['required', 'too-long', 'invalid', 'not-allowed'] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

/** `path` names the member with dots: `sender.postalAddress.city`. */
export interface FieldError {
  path: string;
  code: FieldErrorCode;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  errors?: FieldError[];
}
