/** What the tracking page answers: the door, or the opened request. */
import type { Draft } from '@guichet/contracts/request-draft';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { randomUUID } from 'node:crypto';
import type { EdgeCall, Reply } from '../../../edge/route.js';
import { ProblemError } from '../../../edge/problem-error.js';
import { asUnavailable } from '../../../store/write.js';
import { carried, errorsOf, type FilesCall, type PageFiles, signFiles } from '../files.js';
import { languageOf } from '../language.js';
import { minutesOf } from '../problem.page.js';
import { reply } from '../reply.js';
import type { TrackingBody } from './body.js';
import { FIELD } from './correction.page.js';
import { trackingOpen, type TrackingOpenModel } from './door.page.js';
import { followedBeside, othersOf } from './followed.js';
import { trackingRequest, type TrackingRequestModel } from './request.page.js';
import { trackingWordsIn, type TrackingView } from './view.js';

export type Call = FilesCall<TrackingBody>;

export const viewOf = (call: EdgeCall): TrackingView => ({
  administration: call.tenant.administration,
  language: languageOf(call, call.tenant.administration),
  others: othersOf(call).join(' '),
});

export async function door(
  call: Call,
  status: number,
  model: Partial<TrackingOpenModel>,
  headers = {},
): Promise<Reply> {
  const view = viewOf(call);
  const { step, reference, trackingCode, message, linkEmail } = call.input;
  const { errors = {}, refusal = null, isExpired = false, isLinkAsked = false } = model;
  // Where nothing can be read now, they are carried all the same.
  const beside = refusal ? [] : await followedBeside(call, null);
  return reply(
    call,
    status,
    {
      title: trackingWordsIn(view.language).tracking.title,
      isError: !!refusal || Object.keys(errors).length > 0,
      at: 'trackingPage',
      main: trackingOpen({
        ...view,
        draft: {
          reference,
          trackingCode,
          message,
          linkEmail,
          files: signFiles(call, call.files.kept),
        },
        carried: prefixed(call.input.correction),
        errors,
        refusal,
        isExpired,
        isLinkOpen: step === 'link',
        isLinkAsked,
        beside,
        ...(!refusal && { others: beside.map((one) => one.token).join(' ') }),
      }),
    },
    headers,
  );
}

/** What is being corrected, by the names of its fields in forms. */
const prefixed = (correction: Draft) =>
  Object.fromEntries(Object.entries(correction).map(([name, text]) => [FIELD + name, text]));

interface Opened extends Partial<Pick<TrackingRequestModel, 'news' | 'errors' | 'idempotencyKey'>> {
  request: TrackedRequest;
  token: string;
  /** What is being written; absent once it has left, its files with it. */
  message?: string;
  /** Those that are there, where some are no longer. */
  files?: PageFiles;
}

/** With a key of its own, so that a message sent twice from this page is added once. */
export async function opened(
  call: Call,
  status: number,
  { request, token, message, files = call.files, ...model }: Opened,
  headers = {},
): Promise<Reply> {
  const beside = await followedBeside(call, request);
  const { news = null, idempotencyKey = randomUUID() } = model;
  const errors = { ...model.errors, ...errorsOf(files) };
  const kept = message === undefined ? [] : files.kept;
  const view = viewOf(call);
  return reply(
    call,
    status,
    {
      title: `${trackingWordsIn(view.language).tracking.title} – ${request.reference}`,
      isError: !!news?.isBad || Object.keys(errors).length > 0,
      at: 'trackingPage',
      main: trackingRequest({
        ...view,
        others: beside.map((one) => one.token).join(' '),
        beside,
        request,
        token,
        idempotencyKey,
        // What was ticked goes with what was written.
        draft: { message: message ?? '', completes: message || kept.length ? call.input.completes : '' },
        files: carried(call, kept),
        errors,
        news,
      }),
    },
    headers,
  );
}

/** The request cannot be shown (any more); what was being written is. */
export async function closedDoor(call: Call, problem: ProblemError): Promise<Reply> {
  const { tracking } = trackingWordsIn(viewOf(call).language);
  if (problem.code === 'token-invalid') return door(call, 401, { isExpired: true });
  if (problem.code === 'unavailable')
    return door(call, 503, { refusal: tracking.refused.down }, retryAfter(problem));
  if (problem.code === 'rate-limited') {
    const refusal = tracking.refused.throttled(minutesOf(problem.retryAfter));
    return door(call, 429, { refusal }, retryAfter(problem));
  }
  throw problem;
}

/** A failure that the page can answer; others are the edge's. */
export function known(error: unknown): ProblemError {
  const problem = asUnavailable(error);
  if (problem instanceof ProblemError) return problem;
  throw problem;
}

export const retryAfter = (problem: ProblemError) =>
  problem.retryAfter ? { 'Retry-After': String(problem.retryAfter) } : {};
