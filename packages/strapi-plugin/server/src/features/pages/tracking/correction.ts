/** Correcting what was sent: a form on a page of its own; whatever happens, what was typed in it is not lost. */
import {
  type CorrectionField,
  correctionFields,
  correctionFrom,
  draftOf,
} from '@guichet/contracts/correction-from-draft';
import type { Correction } from '@guichet/contracts/correction';
import { changesOf, checkCorrection } from '@guichet/contracts/correction-rules';
import type { FieldError } from '@guichet/contracts/problem';
import type { Draft } from '@guichet/contracts/request-draft';
import { correctionError } from '@guichet/contracts/words/correction';
import { randomUUID } from 'node:crypto';
import type { ProblemError } from '../../../edge/problem-error.js';
import type { Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { countryCode, countryName } from '../contact/countries.js';
import { signFiles } from '../files.js';
import { minutesOf } from '../problem.page.js';
import { reply } from '../reply.js';
import { spendOne } from '../spend-one.js';
import { bearerOf } from './bearer.js';
import { FIELD, trackingCorrection, type TrackingCorrectionModel } from './correction.page.js';
import { type Call, closedDoor, known, opened, retryAfter, viewOf } from './replies.js';
import { whileOpen } from './sending.js';
import { trackingWordsIn } from './view.js';

const COUNTRY = 'sender.postalAddress.country';

type Asked = Pick<TrackingCorrectionModel, 'request' | 'token'> &
  Partial<Pick<TrackingCorrectionModel, 'draft' | 'errors' | 'news' | 'idempotencyKey'>>;

/** What a form of this page holds, by its fields; empty where it came from another. */
export function typedCorrection({ input }: Call): Draft {
  const typed = Object.entries(input.correction);
  return Object.fromEntries(typed.map(([name, text]) => [FIELD + name, text]));
}

async function asked(call: Call, status: number, model: Asked, headers = {}): Promise<Reply> {
  const view = viewOf(call);
  const { request, errors = {}, news = null } = model;
  const before = request.correctable;
  if (!before) return tooLate(call, model);
  const draft = draftOf(before);
  if (draft[COUNTRY]) draft[COUNTRY] = countryName(draft[COUNTRY], view.language);
  const { correction } = trackingWordsIn(view.language);
  const main = trackingCorrection({
    idempotencyKey: randomUUID(),
    message: call.input.message,
    files: signFiles(call, call.files.kept),
    ...view,
    ...model,
    errors,
    news,
    draft: Object.fromEntries(
      Object.entries(draft).map(([name, text]) => [FIELD + name, model.draft?.[FIELD + name] ?? text]),
    ),
  });
  const title = `${correction.title} – ${request.reference}`;
  const isError = !!news || Object.keys(errors).length > 0;
  return reply(call, status, { title, isError, at: 'trackingPage', main }, headers);
}

/** The form, as it stands or as it was typed before the code had to be asked for again. */
export function resumeCorrection(call: Call, model: Pick<Asked, 'request' | 'token'>): Promise<Reply> {
  const { correction } = trackingWordsIn(viewOf(call).language);
  return asked(call, 200, { ...model, draft: typedCorrection(call), news: correction.kept });
}

export async function askCorrection(call: Call): Promise<Reply> {
  try {
    await getService(call.strapi, 'rates').spend('track', call.network);
    const held = bearerOf(call);
    return await asked(call, 200, { request: await held.read(), token: held.token() });
  } catch (error) {
    return closedDoor(call, known(error));
  }
}

export async function correct(call: Call): Promise<Reply> {
  const { strapi, tenant, now } = call;
  const { token: bearer, message, idempotencyKey } = call.input;
  const { correction: words, page, tracking } = trackingWordsIn(viewOf(call).language);
  const draft = typedCorrection(call);
  return whileOpen(call, async (held) => {
    const { token } = held;
    const request = await held.read();
    const before = request.correctable;
    if (!before) return tooLate(call, { request, token });
    const correction = correctionIn(call, before);
    const errors = errorsOf(call, checkCorrection(correction, before));
    if (Object.keys(errors).length) return asked(call, 400, { request, token, draft, errors });
    // Sent twice from the same page, it is how the request stands already.
    const isDone = request.timeline.at(-1)?.kind === 'corrected';
    if (!isDone && !changesOf(before, correction).length)
      return asked(call, 400, { request, token, draft, news: words.unchanged });
    try {
      await spendOne(call);
      const sent = { tenant, bearer, now, idempotencyKey, correction };
      const corrected = await getService(strapi, 'tracking').correct(sent);
      return await opened(call, 201, {
        request: corrected,
        token,
        message,
        news: { text: tracking.corrected, isBad: false },
      });
    } catch (error) {
      const problem = known(error);
      const delays: Partial<Record<ProblemError['code'], string>> = {
        'rate-limited': tracking.refused.throttled(minutesOf(problem.retryAfter)),
        'request-in-progress': page.tracking.askInProgress,
        // From a page that was gone back to: its key has sent another correction already.
        'idempotency-key-reused': words.kept,
      };
      if (problem.code === 'request-closed') return tooLate(call, { request: await held.read(), token });
      const news = delays[problem.code];
      if (!news) return closedDoor(call, problem);
      // With its key, where it may still be on its way: sent again from this page, it is recorded once.
      const isNew = problem.code === 'idempotency-key-reused';
      const model = { request, token, draft, news, ...(!isNew && { idempotencyKey }) };
      return asked(call, problem.status, model, retryAfter(problem));
    }
  });
}

function correctionIn({ input }: Call, before: Correction): Correction {
  const country = input.correction[COUNTRY];
  return correctionFrom(
    { ...input.correction, ...(country !== undefined && { [COUNTRY]: countryCode(country) }) },
    before,
  );
}

function errorsOf(call: Call, found: readonly FieldError[]): Record<string, string> {
  const { correction, page } = trackingWordsIn(viewOf(call).language);
  return Object.fromEntries(
    correctionFields.flatMap((name: CorrectionField) => {
      const code = found.find(({ path }) => path === name)?.code;
      if (!code) return [];
      const isUnknown = name === COUNTRY && code === 'invalid';
      const sentence = isUnknown ? page.contact.countryInvalid : correctionError(correction, name, code);
      return [[FIELD + name, sentence]];
    }),
  );
}

function tooLate(call: Call, model: Pick<Asked, 'request' | 'token'>): Promise<Reply> {
  const { message } = call.input;
  const { tracking } = trackingWordsIn(viewOf(call).language);
  return opened(call, 409, { ...model, message, news: { text: tracking.correctTooLate, isBad: true } });
}
