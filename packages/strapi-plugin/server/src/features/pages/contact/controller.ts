/** The contact page: the form, what is to be corrected, reading again, the receipt. */
import { newRequest } from '@guichet/contracts/request';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { Draft } from '@guichet/contracts/request-draft';
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
import { carried, errorsOf, type FilesCall, type PageFiles, withoutLost } from '../files.js';
import { languageOf } from '../language.js';
import { minutesOf } from '../problem.page.js';
import { reply } from '../reply.js';
import { spendOne } from '../spend-one.js';

/** Kept by the browser for « back », where the form still holds what was typed; by nobody in between. */
const KEPT_FOR_BACK = { 'Cache-Control': 'private, no-cache' };

/** @param slug as the page or the form says; what is not open is the general form */
function viewOf(call: EdgeCall, slug: unknown): ContactView {
  const { administration } = call.tenant;
  const [, ...procedures] = administration.procedures;
  return {
    administration,
    language: languageOf(call, administration),
    procedure: procedures.find((procedure) => procedure.slug === slug) ?? null,
  };
}

/** What the procedure says in the resident's place. */
const presetOf = ({ procedure }: ContactView): Draft =>
  procedure
    ? {
        procedure: procedure.slug,
        recipient: procedure.recipient ?? '',
        ...(procedure.nature && { nature: procedure.nature }),
      }
    : {};

/** The empty form, which gives way to the widget where JavaScript runs. */
export function showContact(call: EdgeCall): Reply {
  const { procedure: named } = call.query;
  const view = viewOf(call, named);
  const { code, recipients } = view.administration;
  const recipient = recipients.find(({ slug }) => slug === call.query['recipient'])?.slug;
  // Named as it was, so that the widget says it too.
  const procedure = typeof named === 'string' && named !== GENERAL_FORM ? named : undefined;
  const main = markup`<guichet-contact-form
    heading-level="1"
    ${attributes({ administration: code, recipient, procedure })}
  >
    ${contactForm({
      ...view,
      draft: { ...(recipient && { recipient }), ...presetOf(view) },
      closed: view.procedure ? '' : (procedure ?? ''),
      errors: {},
      files: carried(call, []),
      formToken: getService(call.strapi, 'request').formToken(call.tenant, call.now),
    })}
  </guichet-contact-form>`;
  return reply(
    call,
    200,
    {
      title: titleOf(view),
      main,
      at: 'contactPage',
      procedure: view.procedure?.slug,
      hasWidget: true,
      canSwitch: true,
    },
    KEPT_FOR_BACK,
  );
}

export async function takeContact(call: Call): Promise<Reply> {
  const { step, draft } = call.input;
  const view = viewOfForm(call);
  const { request, errors } = readDraft({ ...draft, ...presetOf(view) }, view.language);
  // Closed since the form was opened: what was typed goes on by the general one.
  if (draft['procedure'] && !view.procedure) return form(call, 400, {});
  if (step === 'edit') return form(call, 200, {});
  if (Object.keys(errors).length || call.files.refused.length) return form(call, 400, errors);
  if (step === 'review' || !call.input.idempotencyKey) return review(call, 200, request, randomUUID(), null);
  return send(call, request);
}

type Request = ReturnType<typeof readDraft>['request'];
type Call = FilesCall<ContactBody>;

const viewOfForm = (call: Call) => viewOf(call, call.input.draft['procedure']);

const titleOf = ({ procedure, language }: ContactView) =>
  procedure?.title ?? contactWordsIn(language).contact.title;

/** @param files those that are there, where some are no longer */
function form(
  call: Call,
  status: number,
  wrong: Record<string, string>,
  files: PageFiles = call.files,
): Reply {
  const view = viewOfForm(call);
  const { draft, formToken } = call.input;
  // Where the field stands: after the message, before who sends it.
  const [about, who] = [false, true].map((isSender) =>
    Object.fromEntries(Object.entries(wrong).filter(([path]) => path.startsWith('sender.') === isSender)),
  );
  const errors = { ...about, ...errorsOf(files), ...who };
  const closed = view.procedure ? '' : (draft['procedure'] ?? '');
  return reply(call, status, {
    title: titleOf(view),
    isError: !!closed || Object.keys(errors).length > 0,
    at: 'contactPage',
    main: contactForm({
      ...view,
      draft: { ...draft, procedure: '', ...presetOf(view) },
      errors,
      files: carried(call, files.kept),
      formToken,
      closed,
    }),
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
  const view = viewOfForm(call);
  const { outcome } = contactWordsIn(view.language);
  const { draft, formToken } = call.input;
  return reply(
    call,
    status,
    {
      title: delay ? outcome.waitingTitle : outcome.reviewTitle,
      isError: delay !== null,
      at: 'contactPage',
      main: contactReview({
        ...view,
        request,
        draft,
        files: carried(call, call.files.kept),
        formToken,
        idempotencyKey,
        delay,
      }),
    },
    headers,
  );
}

async function send(call: Call, request: Request): Promise<Reply> {
  const { strapi, tenant, now } = call;
  const { formToken, draft, idempotencyKey } = call.input;
  const view = viewOfForm(call);
  try {
    await spendOne(call);
    const created = await getService(strapi, 'request').submit({
      tenant,
      now,
      idempotencyKey,
      submission: newRequest.parse({
        ...request,
        attachments: call.files.kept.map(({ id }) => id),
        formToken,
        trap: draft['trap'],
      }),
    });
    return reply(call, 201, {
      title: contactWordsIn(view.language).outcome.sentTitle,
      at: 'contactPage',
      main: contactSent({ ...view, request, created, files: call.files.kept }),
    });
  } catch (error) {
    return notSent(call, request, asUnavailable(error));
  }
}

/** What was typed comes back, with its key: sent again, it is registered once. */
function notSent(call: Call, request: Request, error: unknown): Reply {
  if (!(error instanceof ProblemError)) throw error;
  const { language } = viewOfForm(call);
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
  if (error.code === 'validation-failed') {
    const files = withoutLost(call, error);
    const others = error.errors.filter(({ path }) => !path.startsWith('attachments'));
    return form(call, 400, sentences(others, language), files);
  }
  throw error;
}
