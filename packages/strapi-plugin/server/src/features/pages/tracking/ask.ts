/** Asking for the reasons of a tacit refusal (CRPA L232-4), or for the attestation of a tacit acceptance (L232-3). */
import type { ProblemError } from '../../../edge/problem-error.js';
import type { Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { minutesOf } from '../problem.page.js';
import { spendOne } from '../spend-one.js';
import { type Call, closedDoor, known, opened, retryAfter, viewOf } from './replies.js';
import { whileOpen } from './sending.js';
import { trackingWordsIn } from './view.js';

export async function ask(call: Call, what: 'reasons' | 'attestation'): Promise<Reply> {
  const { strapi, tenant, now } = call;
  const { token: bearer, message, idempotencyKey } = call.input;
  const { tracking, page } = trackingWordsIn(viewOf(call).language);
  return whileOpen(call, async (held) => {
    const { token } = held;
    try {
      await spendOne(call);
      const service = getService(strapi, 'tracking');
      const asked = { tenant, bearer, now, idempotencyKey };
      const request = await (what === 'reasons' ? service.askReasons(asked) : service.askAttestation(asked));
      return await opened(call, 201, {
        request,
        token,
        message,
        news: { text: tracking.asked, isBad: false },
      });
    } catch (error) {
      const problem = known(error);
      const delays: Partial<Record<ProblemError['code'], string>> = {
        'rate-limited': tracking.refused.throttled(minutesOf(problem.retryAfter)),
        'request-in-progress': page.tracking.askInProgress,
        'request-closed': tracking.askTooLate,
        // From a page that was gone back to: its key has sent something else already.
        'idempotency-key-reused': page.tracking.askAgain,
      };
      const text = delays[problem.code];
      if (!text) return closedDoor(call, problem);
      const model = { request: await held.read(), token, message, news: { text, isBad: true } };
      // With its key, where it may still be on its way: asked for again from this page, it is asked for once.
      const isNew = problem.code === 'idempotency-key-reused';
      return opened(call, problem.status, isNew ? model : { ...model, idempotencyKey }, retryAfter(problem));
    }
  });
}
