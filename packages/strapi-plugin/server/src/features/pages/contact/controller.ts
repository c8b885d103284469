/** The contact page: the form, what is to be corrected, reading again, the receipt. */
import { newRequest } from '@guichet/contracts/request';
import { randomUUID } from 'node:crypto';
import type { EdgeCall, Reply } from '../../../edge/route.js';
import { ProblemError } from '../../../edge/problem-error.js';
import { asUnavailable } from '../../../store/write.js';
import { getService } from '../../../strapi/services.js';
import { readDraft, sentences, type ContactBody } from './body.js';
import { contactForm } from './form.page.js';
import { contactReview } from './review.page.js';
import { contactSent } from './sent.page.js';
import { contactWordsIn, type ContactView } from './view.js';
import { attributes, markup } from '../html.js';
import { languageOf } from '../language.js';
import { minutesOf } from '../problem.page.js';
import { reply } from '../reply.js';

/** Kept by the browser for « back », where the form still holds what was typed; by nobody in between. */
const KEPT_FOR_BACK = { 'Cache-Control': 'private, no-cache' };

const viewOf = (call: EdgeCall): ContactView => ({
  administration: call.tenant.administration,
  language: languageOf(call, call.tenant.administration),
});

/** The empty form, which gives way to the widget where JavaScript runs. */
export function showContact(call: EdgeCall): Reply {
  const view = viewOf(call);
  const { code, recipients } = view.administration;
  const recipient = recipients.find(({ slug }) => slug === call.query['recipient'])?.slug;
  const main = markup`<guichet-contact-form
    heading-level="1"
    ${attributes({ administration: code, recipient })}
  >
    ${contactForm({
      ...view,
      draft: recipient ? { recipient } : {},
      errors: {},
      formToken: getService(call.strapi, 'request').formToken(call.tenant, call.now),
    })}
  </guichet-contact-form>`;
  const { title } = contactWordsIn(view.language).contact;
  return reply(
    call,
    200,
    { title, main, at: 'contactPage', hasWidget: true, canSwitch: true },
    KEPT_FOR_BACK,
  );
}

export async function takeContact(call: EdgeCall<ContactBody>): Promise<Reply> {
  const { step, draft } = call.input;
  const { request, errors } = readDraft(draft, viewOf(call).language);
  if (step === 'edit') return form(call, 200, {});
  if (Object.keys(errors).length) return form(call, 400, errors);
  if (step === 'review' || !call.input.idempotencyKey) return review(call, 200, request, randomUUID(), null);
  return send(call, request);
}

type Request = ReturnType<typeof readDraft>['request'];
type Call = EdgeCall<ContactBody>;

function form(call: Call, status: number, errors: Record<string, string>): Reply {
  const view = viewOf(call);
  const { draft, formToken } = call.input;
  return reply(call, status, {
    title: contactWordsIn(view.language).contact.title,
    isError: Object.keys(errors).length > 0,
    at: 'contactPage',
    main: contactForm({ ...view, draft, errors, formToken }),
  });
}

function review(
  call: Call,
  status: number,
  request: Request,
  idempotencyKey: string,
  delay: string | null,
  headers = {},
): Reply {
  const view = viewOf(call);
  const { outcome } = contactWordsIn(view.language);
  const { draft, formToken } = call.input;
  return reply(
    call,
    status,
    {
      title: delay ? outcome.waitingTitle : outcome.reviewTitle,
      isError: delay !== null,
      at: 'contactPage',
      main: contactReview({ ...view, request, draft, formToken, idempotencyKey, delay }),
    },
    headers,
  );
}

async function send(call: Call, request: Request): Promise<Reply> {
  const { strapi, tenant, now, network } = call;
  const { formToken, draft, idempotencyKey } = call.input;
  const view = viewOf(call);
  try {
    const rates = getService(strapi, 'rates');
    await rates.spend('send', network);
    await rates.spend('sendToAdministration', tenant.id);
    const created = await getService(strapi, 'request').submit({
      tenant,
      now,
      idempotencyKey,
      submission: newRequest.parse({ ...request, formToken, trap: draft['trap'] }),
    });
    return reply(call, 201, {
      title: contactWordsIn(view.language).outcome.sentTitle,
      at: 'contactPage',
      main: contactSent({ ...view, request, created }),
    });
  } catch (error) {
    return notSent(call, request, asUnavailable(error));
  }
}

/** What was typed comes back, with its key: sent again, it is registered once. */
function notSent(call: Call, request: Request, error: unknown): Reply {
  if (!(error instanceof ProblemError)) throw error;
  const { language } = viewOf(call);
  const { contact } = contactWordsIn(language).page;
  const again = (delay: string) =>
    review(
      call,
      error.status,
      request,
      call.input.idempotencyKey,
      delay,
      error.retryAfter && { 'Retry-After': String(error.retryAfter) },
    );
  if (error.code === 'rate-limited') return again(contact.tooMany(minutesOf(error.retryAfter)));
  if (error.code === 'unavailable') return again(contact.unavailable);
  if (error.code === 'request-in-progress') return again(contact.inProgress);
  // From a page that was gone back to: its key has sent something else already.
  if (error.code === 'idempotency-key-reused') return review(call, error.status, request, randomUUID(), null);
  if (error.code === 'validation-failed') return form(call, 400, sentences(error.errors, language));
  throw error;
}
