/** Withdrawing an opened request in two steps: what follows is said first, on a page of its own. */
import { randomUUID } from 'node:crypto';
import type { ProblemError } from '../../../edge/problem-error.js';
import type { Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { minutesOf } from '../problem.page.js';
import { signFiles } from '../files.js';
import { reply } from '../reply.js';
import { spendOne } from '../spend-one.js';
import { bearerOf } from './bearer.js';
import { type Call, closedDoor, known, opened, retryAfter, viewOf } from './replies.js';
import { whileOpen } from './sending.js';
import { trackingWordsIn } from './view.js';
import { trackingWithdrawal, type TrackingWithdrawalModel } from './withdrawal.page.js';

type Asked = Pick<TrackingWithdrawalModel, 'request' | 'token' | 'idempotencyKey' | 'delay'>;

function asked(call: Call, status: number, model: Asked, headers = {}): Reply {
  const view = viewOf(call);
  const title = `${trackingWordsIn(view.language).tracking.withdrawTitle} – ${model.request.reference}`;
  const main = trackingWithdrawal({
    ...view,
    ...model,
    message: call.input.message,
    files: signFiles(call, call.files.kept),
  });
  return reply(call, status, { title, isError: !!model.delay, at: 'trackingPage', main }, headers);
}

export async function askWithdrawal(call: Call): Promise<Reply> {
  const { message } = call.input;
  try {
    await getService(call.strapi, 'rates').spend('track', call.network);
    const held = bearerOf(call);
    const [request, token] = [await held.read(), held.token()];
    if (!request.canWithdraw) return await tooLate(call, { request, token, message });
    return asked(call, 200, { request, token, idempotencyKey: randomUUID(), delay: null });
  } catch (error) {
    return closedDoor(call, known(error));
  }
}

export async function withdraw(call: Call): Promise<Reply> {
  const { strapi, tenant, now } = call;
  const { token: bearer, message, idempotencyKey } = call.input;
  const { tracking, page } = trackingWordsIn(viewOf(call).language);
  return whileOpen(call, async (held) => {
    const { token } = held;
    try {
      await spendOne(call);
      const request = await getService(strapi, 'tracking').withdraw({ tenant, bearer, now, idempotencyKey });
      return await opened(call, 201, {
        request,
        token,
        message,
        news: { text: tracking.withdrawn, isBad: false },
      });
    } catch (error) {
      const problem = known(error);
      const delays: Partial<Record<ProblemError['code'], string>> = {
        'rate-limited': tracking.refused.throttled(minutesOf(problem.retryAfter)),
        'request-in-progress': page.tracking.withdrawalInProgress,
      };
      if (problem.code === 'request-closed')
        return tooLate(call, { request: await held.read(), token, message });
      const delay = delays[problem.code];
      if (!delay) return closedDoor(call, problem);
      // With its key: sent again from this page, it is withdrawn once.
      const model = { request: await held.read(), token, idempotencyKey, delay };
      return asked(call, problem.status, model, retryAfter(problem));
    }
  });
}

function tooLate(call: Call, model: Pick<Asked, 'request' | 'token'> & { message: string }): Promise<Reply> {
  const { tracking } = trackingWordsIn(viewOf(call).language);
  return opened(call, 409, { ...model, news: { text: tracking.withdrawTooLate, isBad: true } });
}
