import { expect, fixture, html } from '@open-wc/testing';
import { instantIn } from './dates.js';
import { languageAt, wordsIn } from './localize.js';

describe('the language of a widget', () => {
  it('is the page’s nearest: English where it is English, else French', async () => {
    for (const [lang, spoken] of [
      ['en', 'en'],
      ['en-GB', 'en'],
      ['EN', 'en'],
      ['fr', 'fr'],
      ['enm', 'fr'],
      ['br', 'fr'],
      ['', 'fr'],
    ] as const) {
      const place = await fixture(html`<div lang=${lang}><p></p></div>`);
      expect(languageAt(place.querySelector('p')!), lang).to.equal(spoken);
    }
  });

  it('is what the webmaster asks for before what the page says', async () => {
    const place = await fixture(html`<div lang="en"><p></p></div>`);
    expect(languageAt(place.querySelector('p')!, 'fr')).to.equal('fr');
  });

  it('is found above a shadow root', async () => {
    const place = await fixture(html`<div lang="en"></div>`);
    const inner = document.createElement('p');
    place.attachShadow({ mode: 'open' }).append(inner);
    expect(languageAt(inner)).to.equal('en');
  });

  it('falls back to French where the other words cannot be loaded', async () => {
    const words = await wordsIn('en', { fr: 'Bonjour', en: () => Promise.reject(new Error('offline')) });
    expect(words).to.equal('Bonjour');
  });

  it('counts the first of a month as it does', () => {
    const of = (day: string, language: 'fr' | 'en') =>
      instantIn(`2026-12-${day}T09:00:00Z`, language, 'Europe/Paris');
    expect(of('01', 'fr')).to.equal('mardi 1er décembre 2026 à 10:00');
    expect(of('11', 'fr')).to.equal('vendredi 11 décembre 2026 à 10:00');
    expect(of('01', 'en')).to.contain('1 December 2026');
  });
});
