/** From a page's content to the reply of a route, refusals included. */
import type { EdgeCall, PublicRoute, RefusedCall, Reply } from '../../edge/route.js';
import type { ProblemError } from '../../edge/problem-error.js';
import { getService } from '../../strapi/services.js';
import { languageOf } from './language.js';
import { openingAt, type PageOpening } from './opening.js';
import { renderPage, type Page, type PageRoute, type RenderedPage } from './layout.js';
import { problemPage } from './problem.page.js';

type Content = Omit<Page, 'administration' | 'language' | 'opening'>;

/**
 * The page for the administration in the path, in the language of the call.
 *
 * @param opening where the page says it elsewhere too
 */
export function pageFor(call: EdgeCall, content: Content, opening?: PageOpening): RenderedPage {
  const { administration } = call.tenant;
  const language = languageOf(call, administration);
  const now = opening ?? openingAt(call.tenant, language, call.now);
  return renderPage({ ...content, administration, language, opening: now });
}

export function reply(call: EdgeCall, status: number, content: Content, headers = {}): Reply {
  const page = pageFor(call, content);
  return { status, body: page.body, headers: { ...page.headers, ...headers } };
}

/** How a page says that it cannot be shown. */
export function refuseAs(route: PageRoute | null): NonNullable<PublicRoute['refuse']> {
  return (problem: ProblemError, { strapi, tenant, path, ...call }: RefusedCall): Reply => {
    const administration = tenant?.administration ?? null;
    const language = languageOf(call, administration);
    const secure = new URL(path, getService(strapi, 'settings').publicUrl).href;
    const { title, main } = problemPage({ problem, language, administration, route, secure });
    const opening = tenant && openingAt(tenant, language, new Date());
    const page = renderPage({ title, main, language, administration, opening, isError: true, at: null });
    return { status: problem.status, body: page.body, headers: page.headers };
  };
}
