import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { EdgeCall, Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { languageOf } from '../language.js';
import { pageAddress, pageWords } from '../layout.js';
import { reply } from '../reply.js';
import { termsEn } from './en.page.js';
import { termsFr } from './fr.page.js';

/** Generated, so that no administration has to write them, and none forgets a mention. */
export function showTerms(call: EdgeCall): Reply {
  const { administration, securityAttestation, procedures } = call.tenant;
  const { mailFrom, publicUrl } = getService(call.strapi, 'settings');
  const language = languageOf(call, administration);
  const accessibility = procedures.find(({ readyMade }) => readyMade === 'accessibility');
  const terms = language === 'fr' ? termsFr : termsEn;
  const main = terms({
    administration,
    securityAttestation,
    mailFrom,
    host: publicUrl.host,
    contact: pageAddress('contactPage', administration, language),
    accessibility: accessibility
      ? pageAddress('contactPage', administration, language, accessibility.slug)
      : null,
    tracking: pageAddress('trackingPage', administration, language),
    retentions: procedures.map(({ slug, title, retention }) => ({
      title: slug === GENERAL_FORM ? null : title,
      here: retention.here,
      isPassing: retention.transit !== null,
    })),
  });
  const headers = { 'Cache-Control': 'public, max-age=60' };
  return reply(
    call,
    200,
    { title: pageWords[language].terms, main, at: 'termsPage', canSwitch: true },
    headers,
  );
}
