/** Where browsing the guides begins. */
import type { Administration, Language } from '@guichet/contracts/administration';
import { audiences, type GuideAudience, type GuideIndex } from '@guichet/contracts/guide';
import { attributes, markup, type Markup } from '../html.js';
import { guideAddress, guidesAddress } from './address.js';
import { sourceLine } from './source.js';
import { guideWords } from './words.js';

export interface ThemesView {
  administration: Administration;
  language: Language;
  audience: GuideAudience;
  themes: GuideIndex['themes'];
}

export function themesPage({ administration, language, audience, themes }: ThemesView): Markup {
  const words = guideWords[language];
  const french = attributes({ lang: language === 'fr' ? undefined : 'fr' });
  const links = themes.map(({ id, title }) => {
    const href = guideAddress(administration, language, id, audience);
    return markup`<li><a href="${href}"${french}>${title}</a></li>`;
  });
  return markup`<h1>${words.title}</h1>
    <p>${words.intro}</p>
    <nav class="audiences" aria-label="${words.audience}">
      <p>${words.audience}</p>
      <ul>${audiences.map((one) => {
        const href = guidesAddress(administration, language, one);
        const current = attributes({ 'aria-current': one === audience ? 'page' : undefined });
        return markup`<li><a href="${href}"${current}>${words.audiences[one]}</a></li>`;
      })}</ul>
    </nav>
    <section class="flow">
      <h2>${words.themes}</h2>
      ${themes.length > 0 ? markup`<ul class="themes">${links}</ul>` : markup`<p>${words.none}</p>`}
      ${themes.length > 0 && sourceLine(language)}
    </section>`;
}
