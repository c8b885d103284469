/** The directory of services without JavaScript: one address for all of it, its query says where one is. */
import { serialised, structuredData } from '@guichet/contracts/structured-data';
import { cacheable } from '../../../edge/cacheable.js';
import type { EdgeCall, Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { markup } from '../html.js';
import { languageOf } from '../language.js';
import { pageFor, reply } from '../reply.js';
import { contentAt } from './content.js';
import { home, placeIn, servicesAddress } from './place.js';
import { servicesRules } from './rules.js';
import { searchOf } from './search.js';
import { type ServicesView, viewOf } from './view.js';
import { directoryWords } from './words.js';

/** A page is read to its end: what is further down is hardly what was meant. */
const RESULTS = 20;

function missing(call: EdgeCall, { language, href }: ServicesView): Reply {
  const { title, notFound, back } = directoryWords[language];
  const main = markup`<h1>${title}</h1>
    <p>${notFound}</p>
    <p><a href="${href(home)}">${back}</a></p>`;
  return reply(call, 404, { title, main, at: null, isError: true, rules: servicesRules });
}

export async function showServices(call: EdgeCall): Promise<Reply> {
  const { strapi, tenant, now, query } = call;
  const { administration } = tenant;
  const language = languageOf(call, administration);
  const place = placeIn(query);
  const directory = await getService(strapi, 'directory').read(tenant);
  const view = viewOf(tenant, directory, language, now);
  const content = await contentAt(place, view, async (text) => {
    const { guides } = await getService(strapi, 'guides').index('individuals');
    return (await searchOf(directory, guides)).find(text, RESULTS);
  });
  if (!content) return missing(call, view);
  const { title, main, shown } = content;
  const page = pageFor(call, {
    title,
    main,
    at: 'servicesPage',
    canSwitch: true,
    addressIn: (other) => servicesAddress(administration, other, place),
    data: serialised(structuredData(administration, directory, shown)),
    rules: servicesRules,
  });
  const kept = cacheable(call, page.body, 'text/html; charset=utf-8');
  return { ...kept, headers: { ...page.headers, ...kept.headers } };
}
