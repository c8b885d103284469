/** The tracking page: the door, the opened request, a message to add. No cookie: the bearer travels in the forms. */
import { readReference, readTrackingCode } from '@guichet/contracts/reference';
import type { EdgeCall, Reply } from '../../../edge/route.js';
import type { ProblemError } from '../../../edge/problem-error.js';
import { getService } from '../../../strapi/services.js';
import { attributes, markup } from '../html.js';
import { minutesOf } from '../problem.page.js';
import { reply } from '../reply.js';
import { ask } from './ask.js';
import { bearerOf } from './bearer.js';
import { askCorrection, correct, resumeCorrection } from './correction.js';
import { exampleReference, trackingOpen } from './door.page.js';
import { fetchFile } from './files.js';
import { askLink } from './link.js';
import { addMessage } from './message.js';
import { type Call, closedDoor, door, known, opened, retryAfter, viewOf } from './replies.js';
import { trackingWordsIn } from './view.js';
import { askWithdrawal, withdraw } from './withdrawal.js';

/** The door, which gives way to the widget where JavaScript runs: it alone reads the fragment of a mailed link. */
export function showTracking(call: EdgeCall): Reply {
  const view = viewOf(call);
  const main = markup`<guichet-request-tracker
    heading-level="1"
    ${attributes({ administration: view.administration.code })}
  >
    ${trackingOpen({ ...view, draft: {}, errors: {}, carried: {}, refusal: null, isExpired: false, isLinkOpen: false, isLinkAsked: false, beside: [] })}
  </guichet-request-tracker>`;
  const { title } = trackingWordsIn(view.language).tracking;
  const headers = { 'Cache-Control': 'private, no-cache' };
  return reply(call, 200, { title, main, at: 'trackingPage', hasWidget: true, canSwitch: true }, headers);
}

export async function takeTracking(call: Call): Promise<Reply> {
  if (call.input.download || call.input.document) return fetchFile(call);
  switch (call.input.step) {
    case 'open':
      return open(call);
    case 'link':
      return askLink(call);
    case 'refresh':
    case 'show':
      return refresh(call);
    case 'message':
      return addMessage(call);
    case 'correct':
      return askCorrection(call);
    case 'correction':
      return correct(call);
    case 'withdraw':
      return askWithdrawal(call);
    case 'withdrawal':
      return withdraw(call);
    case 'another':
      return another(call);
    case 'reasons':
    case 'attestation':
      return ask(call, call.input.step);
  }
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
    if (Object.keys(call.input.correction).length) return await resumeCorrection(call, answer);
    const news = message || call.files.kept.length ? { text: page.tracking.draftKept, isBad: false } : null;
    return await opened(call, 200, { ...answer, message, news });
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

/** The door, those that are open in reach. */
async function another(call: Call): Promise<Reply> {
  try {
    await getService(call.strapi, 'rates').spend('track', call.network);
    return await door(call, 200, {});
  } catch (error) {
    return closedDoor(call, known(error));
  }
}

async function refresh(call: Call): Promise<Reply> {
  const { strapi, network } = call;
  try {
    await getService(strapi, 'rates').spend('track', network);
    const { read, token } = bearerOf(call);
    return await opened(call, 200, { request: await read(), token: token(), message: call.input.message });
  } catch (error) {
    return closedDoor(call, known(error));
  }
}
