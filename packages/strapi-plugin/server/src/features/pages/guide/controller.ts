import type { Language } from '@guichet/contracts/administration';
import type { GuideAudience } from '@guichet/contracts/guide';
import { AUDIENCE, audienceFrom } from '@guichet/contracts/guide/audience';
import { cacheable } from '../../../edge/cacheable.js';
import type { EdgeCall, Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { languageOf } from '../language.js';
import type { Page } from '../layout.js';
import { markup } from '../html.js';
import { openingAt, type PageOpening } from '../opening.js';
import { pageFor, reply } from '../reply.js';
import { viewOf } from '../services/view.js';
import { guideAddress, guidesAddress } from './address.js';
import { guidePage } from './guide.page.js';
import { guideRules } from './rules.js';
import { themesPage } from './themes.page.js';
import { guideWords } from './words.js';

/** Browsers and caches on the way keep it, as they do the reads of programs. */
function cached(
  call: EdgeCall,
  content: Pick<Page, 'title' | 'main' | 'addressIn'>,
  opening?: PageOpening,
): Reply {
  const page = pageFor(call, { ...content, at: null, canSwitch: true, rules: guideRules }, opening);
  const kept = cacheable(call, page.body, 'text/html; charset=utf-8');
  return { ...kept, headers: { ...page.headers, ...kept.headers } };
}

export async function showGuides(call: EdgeCall): Promise<Reply> {
  const { administration } = call.tenant;
  const language = languageOf(call, administration);
  const audience = audienceFrom(call.query[AUDIENCE]) ?? 'individuals';
  const { themes } = await getService(call.strapi, 'guides').index(audience);
  return cached(call, {
    title: guideWords[language].title,
    main: themesPage({ administration, language, audience, themes }),
    addressIn: (other) => guidesAddress(administration, other, audience),
  });
}

function missing(call: EdgeCall, audience: GuideAudience | null): Reply {
  const { administration } = call.tenant;
  const language = languageOf(call, administration);
  const { title, text, link } = guideWords[language].missing;
  const main = markup`<h1>${title}</h1>
    <p>${text}</p>
    <p><a href="${guidesAddress(administration, language, audience)}">${link}</a></p>`;
  return reply(call, 404, { title, main, at: null, isError: true });
}

export async function showGuide(call: EdgeCall): Promise<Reply> {
  const { strapi, tenant, params, now } = call;
  const { administration } = tenant;
  const language = languageOf(call, administration);
  const audience = audienceFrom(call.query[AUDIENCE]);
  const shown = await getService(strapi, 'guides').byId(params['id'] ?? '', audience);
  if (!shown) return missing(call, audience);
  const { guide } = shown;
  const titles = new Map(Object.entries(shown.titles));
  const opening = openingAt(tenant, language, now);
  const directory = await getService(strapi, 'directory').read(tenant);
  const services = viewOf(tenant, directory, language, now);
  const page = {
    title: guide.title,
    main: guidePage({ ...shown, titles, administration, opening, language, services }),
    addressIn: (other: Language) => guideAddress(administration, other, guide.id, audience),
  };
  return cached(call, page, opening);
}
