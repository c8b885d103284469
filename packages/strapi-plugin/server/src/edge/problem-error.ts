import type { FieldError, Problem, ProblemCode } from '@guichet/contracts/problem';
import { problemStatus } from '@guichet/contracts/problem';

/** What people who read logs and replies see; programs read `code`. */
const titles: Record<ProblemCode, string> = {
  'malformed-request': 'The request could not be read',
  'validation-failed': 'Some members are missing or wrong',
  'idempotency-key-missing': 'An Idempotency-Key header with a UUID is needed',
  'file-empty': 'The file is empty',
  'file-damaged': 'The file is damaged',
  'image-too-large': 'The image has too many pixels',
  'token-invalid': 'The token is missing, wrong or expired',
  'origin-not-allowed': 'This site may not send to this administration',
  'https-required': 'HTTPS is needed',
  'not-found': 'Nothing is here',
  'administration-not-found': 'No administration has this code here',
  'procedure-not-found': 'This procedure is not open here',
  'teleprocedure-not-found': 'This téléprocédure is not offered here',
  'guide-not-found': 'No guide has this id here',
  'request-not-found': 'No request matches',
  'attachment-not-found': 'No attachment matches',
  'method-not-allowed': 'This address does not take this method',
  'request-in-progress': 'The same request is being handled',
  'request-closed': 'The request is closed',
  'teleprocedure-closed': 'This téléprocédure cannot be begun',
  'attachment-waiting': 'The file has yet to be read by the antivirus',
  'payload-too-large': 'The body is too large',
  'file-too-large': 'The file is too large',
  'unsupported-media-type': 'This media type is not accepted here',
  'file-type-not-accepted': 'Files of this type are not accepted',
  'idempotency-key-reused': 'This Idempotency-Key was used with another body',
  'file-infected': 'The antivirus refuses the file',
  'rate-limited': 'Too many calls',
  'internal-error': 'Something went wrong here',
  unavailable: 'The service cannot take this now',
};

/** Anything a public route refuses, with its code. Never carries what was sent. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ProblemCode,
    options: { errors?: readonly FieldError[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.errors = options.errors ?? [];
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return problemStatus[this.code];
  }

  /** The RFC 9457 body. */
  toProblem(): Problem {
    return {
      type: `urn:guichet:problem:${this.code}`,
      title: titles[this.code],
      status: this.status,
      code: this.code,
      ...(this.errors.length && { errors: [...this.errors] }),
    };
  }
}
