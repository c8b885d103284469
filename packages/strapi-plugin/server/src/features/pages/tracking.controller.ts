/** The tracking page: the door, the opened request, a message to add. No cookie: the bearer travels in the forms. */
import { readReference, readTrackingCode } from '@guichet/contracts/reference';
import { checkMessage, limits } from '@guichet/contracts/request-rules';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { randomUUID } from 'node:crypto';
import type { EdgeCall, Reply } from '../../edge/route.js';
import { ProblemError } from '../../edge/problem-error.js';
import { asUnavailable } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { attributes, markup } from './html.js';
import { languageOf } from './language.js';
import { minutesOf } from './problem.page.js';
import { reply } from './reply.js';
import type { TrackingBody } from './tracking-body.js';
import { exampleReference, trackingOpen, type TrackingOpenModel } from './tracking-open.page.js';
import { trackingRequest, type TrackingRequestModel } from './tracking-request.page.js';
import { trackingWordsIn, type TrackingView } from './tracking-view.js';

type Call = EdgeCall<TrackingBody>;

const viewOf = (call: EdgeCall): TrackingView => ({
  administration: call.tenant.administration,
  language: languageOf(call, call.tenant.administration),
});

/** The door, which gives way to the widget where JavaScript runs: it alone reads the fragment of a mailed link. */
export function showTracking(call: EdgeCall): Reply {
  const view = viewOf(call);
  const main = markup`<guichet-request-tracker
    heading-level="1"
    ${attributes({ administration: view.administration.code })}
  >
    ${trackingOpen({ ...view, draft: {}, errors: {}, refusal: null, isExpired: false })}
  </guichet-request-tracker>`;
  const { title } = trackingWordsIn(view.language).tracking;
  const headers = { 'Cache-Control': 'private, no-cache' };
  return reply(call, 200, { title, main, at: 'trackingPage', hasWidget: true, canSwitch: true }, headers);
}

export async function takeTracking(call: Call): Promise<Reply> {
  switch (call.input.step) {
    case 'open':
      return open(call);
    case 'refresh':
      return refresh(call);
    case 'message':
      return addMessage(call);
  }
}

function door(call: Call, status: number, model: Partial<TrackingOpenModel>, headers = {}): Reply {
  const view = viewOf(call);
  const { reference, trackingCode, message } = call.input;
  const { errors = {}, refusal = null, isExpired = false } = model;
  return reply(
    call,
    status,
    {
      title: trackingWordsIn(view.language).tracking.title,
      isError: !!refusal || Object.keys(errors).length > 0,
      at: 'trackingPage',
      main: trackingOpen({
        ...view,
        draft: { reference, trackingCode, message },
        errors,
        refusal,
        isExpired,
      }),
    },
    headers,
  );
}

interface Opened extends Partial<Pick<TrackingRequestModel, 'news' | 'errors' | 'idempotencyKey'>> {
  request: TrackedRequest;
  token: string;
  message?: string;
}

function opened(
  call: Call,
  status: number,
  { request, token, message = '', ...model }: Opened,
  headers = {},
): Reply {
  const { errors = {}, news = null, idempotencyKey = randomUUID() } = model;
  const view = viewOf(call);
  return reply(
    call,
    status,
    {
      title: `${trackingWordsIn(view.language).tracking.title} – ${request.reference}`,
      isError: !!news?.isBad || Object.keys(errors).length > 0,
      at: 'trackingPage',
      main: trackingRequest({ ...view, request, token, idempotencyKey, draft: { message }, errors, news }),
    },
    headers,
  );
}

async function open(call: Call): Promise<Reply> {
  const { strapi, tenant, network, now } = call;
  const { reference, trackingCode, message } = call.input;
  const errors = doorErrors(call);
  if (Object.keys(errors).length) return door(call, 400, { errors });
  const { tracking, page } = trackingWordsIn(viewOf(call).language);
  try {
    await getService(strapi, 'rates').spend('track', network);
    const answer = await getService(strapi, 'tracking').open(
      { tenant, network, now },
      { reference, trackingCode },
    );
    const news = message ? { text: page.tracking.draftKept, isBad: false } : null;
    return opened(call, 200, { ...answer, message, news });
  } catch (error) {
    const problem = known(error);
    const refusals: Partial<Record<ProblemError['code'], string>> = {
      'request-not-found': tracking.refused.notFound,
      'rate-limited': tracking.refused.throttled(minutesOf(problem.retryAfter)),
      unavailable: tracking.refused.down,
    };
    const refusal = refusals[problem.code];
    if (!refusal) throw problem;
    return door(call, problem.status, { refusal }, retryAfter(problem));
  }
}

/** What cannot be a reference or a code is said at once, and costs no attempt. */
function doorErrors(call: Call): Record<string, string> {
  const { wrong } = trackingWordsIn(viewOf(call).language).tracking;
  const { reference, trackingCode } = call.input;
  const example = exampleReference(call.tenant.administration);
  const errors: Record<string, string> = {};
  if (!reference.trim()) errors['reference'] = wrong.referenceRequired;
  else if (!readReference(reference)) errors['reference'] = wrong.referenceInvalid(example);
  if (!trackingCode.trim()) errors['trackingCode'] = wrong.trackingCodeRequired;
  else if (!readTrackingCode(trackingCode)) errors['trackingCode'] = wrong.trackingCodeInvalid;
  return errors;
}

async function refresh(call: Call): Promise<Reply> {
  const { strapi, network } = call;
  try {
    await getService(strapi, 'rates').spend('track', network);
    const { read, token } = bearerOf(call);
    return opened(call, 200, { request: await read(), token: token(), message: call.input.message });
  } catch (error) {
    return closedDoor(call, known(error));
  }
}

function bearerOf({ strapi, tenant, now, input }: Call) {
  const tracking = getService(strapi, 'tracking');
  const call = { tenant, now, bearer: input.token };
  return { read: () => tracking.read(call), token: () => tracking.renew(call).token };
}

async function addMessage(call: Call): Promise<Reply> {
  const { strapi, tenant, network, now } = call;
  const { token: bearer, message, idempotencyKey } = call.input;
  const { tracking, page } = trackingWordsIn(viewOf(call).language);
  const held = bearerOf(call);
  let token: string;
  try {
    token = held.token();
  } catch (error) {
    return closedDoor(call, known(error));
  }
  const code = checkMessage(message);
  if (code) {
    const { wrong } = tracking;
    const sentence =
      code === 'required'
        ? wrong.messageRequired
        : code === 'too-long'
          ? wrong.messageTooLong(limits.message)
          : wrong.messageInvalid;
    return opened(call, 400, { request: await held.read(), token, message, errors: { message: sentence } });
  }
  try {
    const rates = getService(strapi, 'rates');
    await rates.spend('send', network);
    await rates.spend('sendToAdministration', tenant.id);
    const request = await getService(strapi, 'tracking').addMessage({
      tenant,
      now,
      bearer,
      message,
      idempotencyKey,
    });
    return opened(call, 201, { request, token, news: { text: tracking.sent, isBad: false } });
  } catch (error) {
    const problem = known(error);
    const delays: Partial<Record<ProblemError['code'], string>> = {
      'rate-limited': tracking.refused.throttled(minutesOf(problem.retryAfter)),
      'request-in-progress': page.tracking.inProgress,
      'request-closed': tracking.closed,
    };
    // From a page that was gone back to: its key has sent another message already.
    if (problem.code === 'idempotency-key-reused') {
      const news = { text: tracking.draftKept, isBad: true };
      return opened(call, problem.status, { request: await held.read(), token, message, news });
    }
    const text = delays[problem.code];
    if (!text) return closedDoor(call, problem);
    // With its key: sent again from this page, it is added once.
    const model = { request: await held.read(), token, message, idempotencyKey, news: { text, isBad: true } };
    return opened(call, problem.status, model, retryAfter(problem));
  }
}

/** The request cannot be shown (any more); what was being written is. */
function closedDoor(call: Call, problem: ProblemError): Reply {
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

function known(error: unknown): ProblemError {
  const problem = asUnavailable(error);
  if (problem instanceof ProblemError) return problem;
  throw problem;
}

const retryAfter = (problem: ProblemError) =>
  problem.retryAfter ? { 'Retry-After': String(problem.retryAfter) } : {};
