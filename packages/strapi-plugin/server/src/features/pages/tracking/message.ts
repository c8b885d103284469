/** Adding a message to an opened request; whatever happens, it is not lost. */
import { checkMessage, limits } from '@guichet/contracts/request-rules';
import type { Reply } from '../../../edge/route.js';
import type { ProblemError } from '../../../edge/problem-error.js';
import { getService } from '../../../strapi/services.js';
import { withoutLost } from '../files.js';
import { minutesOf } from '../problem.page.js';
import { spendOne } from '../spend-one.js';
import { type Call, closedDoor, known, opened, retryAfter, viewOf } from './replies.js';
import { whileOpen } from './sending.js';
import { trackingWordsIn } from './view.js';

export async function addMessage(call: Call): Promise<Reply> {
  const { strapi, tenant, now } = call;
  const { token: bearer, message, completes, idempotencyKey } = call.input;
  const { tracking, page } = trackingWordsIn(viewOf(call).language);
  return whileOpen(call, async (held) => {
    const { token } = held;
    const { kept, refused } = call.files;
    const wrong = checkMessage(message);
    // Files may come without a word.
    const code = wrong === 'required' && kept.length ? null : wrong;
    if (code || refused.length) {
      const { wrong } = tracking;
      const sentence =
        code === 'required'
          ? wrong.messageRequired
          : code === 'too-long'
            ? wrong.messageTooLong(limits.message)
            : wrong.messageInvalid;
      const errors: Record<string, string> = code ? { message: sentence } : {};
      return opened(call, 400, { request: await held.read(), token, message, errors });
    }
    try {
      await spendOne(call);
      const request = await getService(strapi, 'tracking').addMessage({
        tenant,
        now,
        bearer,
        message,
        completes: !!completes,
        attachments: kept.map(({ id }) => id),
        idempotencyKey,
      });
      return await opened(call, 201, { request, token, news: { text: tracking.sent, isBad: false } });
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
      if (problem.code === 'validation-failed') {
        const files = withoutLost(call, problem);
        return opened(call, 400, { request: await held.read(), token, message, files });
      }
      const text = delays[problem.code];
      if (!text) return closedDoor(call, problem);
      // With its key: sent again from this page, it is added once.
      const model = {
        request: await held.read(),
        token,
        message,
        idempotencyKey,
        news: { text, isBad: true },
      };
      return opened(call, problem.status, model, retryAfter(problem));
    }
  });
}
