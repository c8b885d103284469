/** A téléprocédure without JavaScript: shown, begun at its operator's in the same window, and come back from. */
import type { Language } from '@guichet/contracts/administration';
import { newStart, newSubmission } from '@guichet/contracts/teleprocedure';
import { START_PARAMETER } from '@guichet/contracts/teleprocedure-routes';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ProblemError } from '../../../edge/problem-error.js';
import type { EdgeCall, Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { languageOf } from '../language.js';
import { reply } from '../reply.js';
import { servicesRules } from '../services/rules.js';
import { spendOne } from '../spend-one.js';
import { returnAddress, teleprocedureAddress } from './address.js';
import { type Known, submittedPage } from './return.page.js';
import {
  keepFirst,
  missingTeleprocedure,
  type TeleprocedureView,
  teleprocedurePage,
} from './teleprocedure.page.js';
import { teleprocedureWords } from './words.js';

/** What the button sends: a press that is repeated begins the same. */
export const teleprocedureBody = z.strictObject({ key: z.uuid() });

/** What the operator's page leads back with, the beginning, or our own, which asks once more. */
export const returnBody = z.strictObject({
  [START_PARAMETER]: newSubmission.shape.start,
  step: z.literal('check').optional(),
});

async function viewOf(call: EdgeCall): Promise<TeleprocedureView | null> {
  const { strapi, tenant, params } = call;
  const { administration } = tenant;
  const teleprocedure = await getService(strapi, 'teleprocedures').read(tenant, params['id'] ?? '');
  return teleprocedure && { administration, language: languageOf(call, administration), teleprocedure };
}

/** @param known what is known of what one came back from; null: one has not been there */
function show(call: EdgeCall, view: TeleprocedureView | null, known: Known | null): Reply {
  const { administration } = call.tenant;
  const language = languageOf(call, administration);
  const rules = servicesRules;
  if (!view) {
    const main = missingTeleprocedure({ administration, language });
    const title = teleprocedureWords[language].notFound;
    return reply(call, 404, { title, main, at: null, isError: true, rules });
  }
  const { slug, title, origin } = view.teleprocedure;
  if (known?.kind === 'submitted')
    return reply(call, 200, { ...submittedPage(view, known.submission), at: null, rules });
  return reply(call, 200, {
    title,
    main: teleprocedurePage(view, { key: randomUUID(), known }),
    at: null,
    // What is known would be gone.
    canSwitch: !known,
    addressIn: (other: Language) => teleprocedureAddress(administration, other, slug),
    leadsTo: origin,
    rules,
  });
}

export async function showTeleprocedure(call: EdgeCall): Promise<Reply> {
  return show(call, await viewOf(call), null);
}

/** By a link: nothing says which beginning one comes back from. */
export async function showReturn(call: EdgeCall): Promise<Reply> {
  return show(call, await viewOf(call), { kind: 'awaited', start: null });
}

/**
 * By the operator's form, which holds the beginning: whoever holds it is told the same by the widget. Nothing is claimed
 * by it, and nothing stored.
 */
export async function takeReturn(call: EdgeCall<z.output<typeof returnBody>>): Promise<Reply> {
  const { strapi, tenant, params, now, input } = call;
  const view = await viewOf(call);
  const start = input[START_PARAMETER];
  if (!view?.teleprocedure.isFollowed) return show(call, view, { kind: 'awaited', start: null });
  try {
    const submission = await getService(strapi, 'operated').submission({
      tenant,
      slug: params['id'] ?? '',
      body: { start, reference: null },
      now,
    });
    return show(
      call,
      view,
      submission.state === 'submitted' ? { kind: 'submitted', submission } : { kind: 'awaited', start },
    );
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'token-invalid')
      return show(call, view, { kind: 'lost' });
    throw error;
  }
}

const seeOther = (location: string): Reply => ({ status: 303, headers: { Location: location } });

/** @throws ProblemError `rate-limited`, `validation-failed` */
export async function beginTeleprocedure(call: EdgeCall<z.output<typeof teleprocedureBody>>): Promise<Reply> {
  const { strapi, tenant, now, input } = call;
  const view = await viewOf(call);
  const slug = call.params['id'] ?? '';
  const language = languageOf(call, tenant.administration);
  const shown = teleprocedureAddress(tenant.administration, language, slug);
  // Since it was shown it was switched off, withdrawn, or is away: the page says so.
  if (!view?.teleprocedure.entry || view.teleprocedure.entry === 'link') return seeOther(shown);
  await spendOne(call);
  const { publicUrl } = getService(strapi, 'settings');
  const back = returnAddress(tenant.administration, language, slug);
  try {
    const { url, tracked } = await getService(strapi, 'operated').begin({
      tenant,
      slug,
      body: newStart.parse({ language, returnTo: new URL(back, publicUrl).href }),
      key: input.key,
      host: publicUrl.origin,
      isReturnPosted: true,
      now,
    });
    if (!tracked) return seeOther(url);
    return reply(call, 200, { ...keepFirst(view, { url, tracked }), at: null, rules: servicesRules });
  } catch (error) {
    if (error instanceof ProblemError && error.code.startsWith('teleprocedure-')) return seeOther(shown);
    throw error;
  }
}
