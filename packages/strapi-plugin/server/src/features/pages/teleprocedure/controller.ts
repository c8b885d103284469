/** A téléprocédure without JavaScript: shown, then begun at its operator's in the same window. */
import { newStart } from '@guichet/contracts/teleprocedure';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ProblemError } from '../../../edge/problem-error.js';
import type { EdgeCall, Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { languageOf } from '../language.js';
import { reply } from '../reply.js';
import { servicesRules } from '../services/rules.js';
import { spendOne } from '../spend-one.js';
import { BACK, teleprocedureAddress } from './address.js';
import {
  keepFirst,
  missingTeleprocedure,
  type TeleprocedureView,
  teleprocedurePage,
} from './teleprocedure.page.js';
import { teleprocedureWords } from './words.js';

/** What the button sends: a press that is repeated begins the same. */
export const teleprocedureBody = z.strictObject({ key: z.uuid() });

async function viewOf(call: EdgeCall): Promise<TeleprocedureView | null> {
  const { strapi, tenant, params } = call;
  const { administration } = tenant;
  const teleprocedure = await getService(strapi, 'teleprocedures').read(tenant, params['id'] ?? '');
  return teleprocedure && { administration, language: languageOf(call, administration), teleprocedure };
}

export async function showTeleprocedure(call: EdgeCall): Promise<Reply> {
  const { administration } = call.tenant;
  const language = languageOf(call, administration);
  const view = await viewOf(call);
  const rules = servicesRules;
  if (!view) {
    const main = missingTeleprocedure({ administration, language });
    const title = teleprocedureWords[language].notFound;
    return reply(call, 404, { title, main, at: null, isError: true, rules });
  }
  const { slug, title, origin } = view.teleprocedure;
  const isBack = BACK in call.query;
  return reply(call, 200, {
    title,
    main: teleprocedurePage(view, { key: randomUUID(), isBack }),
    at: null,
    canSwitch: true,
    addressIn: (other) => teleprocedureAddress(administration, other, slug, isBack),
    leadsTo: origin,
    rules,
  });
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
  const back = teleprocedureAddress(tenant.administration, language, slug, true);
  try {
    const { url, tracked } = await getService(strapi, 'operated').begin({
      tenant,
      slug,
      body: newStart.parse({ language, returnTo: new URL(back, publicUrl).href }),
      key: input.key,
      host: publicUrl.origin,
      now,
    });
    if (!tracked) return seeOther(url);
    return reply(call, 200, { ...keepFirst(view, { url, tracked }), at: null, rules: servicesRules });
  } catch (error) {
    if (error instanceof ProblemError && error.code.startsWith('teleprocedure-')) return seeOther(shown);
    throw error;
  }
}
