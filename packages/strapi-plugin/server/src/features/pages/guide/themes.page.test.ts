import type { Language } from '@guichet/contracts/administration';
import type { GuideAudience, GuideIndex } from '@guichet/contracts/guide';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { mairie } from '../../../domain/testing/tenant.js';
import { renderPage } from '../layout.js';
import { openingAt } from '../opening.js';
import { newJudge } from './testing/drawn.js';
import { hrefs, says } from './testing/shown.js';
import { themesPage } from './themes.page.js';

const themes: GuideIndex['themes'] = [
  { id: 'N19805', title: 'Famille' },
  { id: 'N19810', title: 'Papiers' },
];

function page(audience: GuideAudience, language: Language, all = themes): string {
  const { administration } = mairie;
  const opening = openingAt(mairie, language, new Date('2026-11-23T09:00:00Z'));
  const main = themesPage({ administration, language, audience, themes: all });
  return renderPage({ language, title: 'Guides', administration, opening, at: null, main }).body;
}

const shown = (...of: Parameters<typeof page>) => {
  const { document } = new JSDOM(page(...of)).window;
  return (selector: string) => [...document.querySelectorAll<HTMLElement>(`main ${selector}`)];
};

describe('where browsing the guides begins', () => {
  it('lists the themes in their order, for whom one looks', () => {
    const all = shown('professionals', 'fr');
    assert.deepEqual(says(all('.themes li')), ['Famille', 'Papiers']);
    assert.deepEqual(hrefs(all('.themes a')), [
      '/guichet/administrations/28148/guides/N19805?lang=fr&pour=professionnels',
      '/guichet/administrations/28148/guides/N19810?lang=fr&pour=professionnels',
    ]);
    assert.deepEqual(says(all('.audiences a')), ['Particulier', 'Professionnel', 'Association']);
    assert.deepEqual(says(all('.audiences [aria-current]')), ['Professionnel']);
    assert.deepEqual(hrefs(all('.audiences a')), [
      '/guichet/administrations/28148/guides?lang=fr',
      '/guichet/administrations/28148/guides?lang=fr&pour=professionnels',
      '/guichet/administrations/28148/guides?lang=fr&pour=associations',
    ]);
    assert.ok(says(all('small'))[0]!.includes('Service-Public.gouv.fr / DILA'));
  });

  it('says what to do where there are none, and names no source', () => {
    const all = shown('individuals', 'fr', []);
    assert.match(says(all('section'))[0]!, /Téléphonez-nous/);
    assert.equal(all('.themes, small').length, 0);
  });

  it('breaks no rule of accessibility, its titles French in English too', async () => {
    assert.ok(shown('individuals', 'en')('.themes a').every(({ lang }) => lang === 'fr'));
    const judge = newJudge();
    for (const language of ['fr', 'en'] as const)
      assert.deepEqual(await judge.violations(page('individuals', language)), []);
  });
});
