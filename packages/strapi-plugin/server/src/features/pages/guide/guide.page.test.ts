import { text } from '@guichet/contracts/guide/testing/guides';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hrefs, says, shown } from './testing/shown.js';

describe('the page of a guide', () => {
  it('warns first', () => {
    const warning = { title: 'Réforme', date: '2026-11-01', blocks: [text('La loi change.')] };
    const { all, main } = shown({ warning, isBeingUpdated: true, introduction: [text('Pour obtenir…')] });
    assert.equal(all('[role=note]').length, 2);
    const order = [
      'Cette fiche est en cours de mise à jour',
      'Réforme',
      '1er novembre 2026',
      'La loi change.',
      'Pour',
    ];
    const places = order.map((words) => main.indexOf(words));
    assert.ok(places.every((place) => place > 0));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok(!shown({}).main.includes('mise à jour'));
  });

  it('says where one is, from where browsing begins', () => {
    const trail = [{ id: 'N19810', title: 'Papiers', audience: null }];
    const { one, all } = shown({ trail }, { titles: new Map([['N19810', 'Papiers']]) });
    assert.equal(one('.trail').localName, 'nav');
    assert.deepEqual(hrefs(all('.trail a')), [
      '/guichet/administrations/28148/guides?lang=fr',
      '/guichet/administrations/28148/guides/N19810?lang=fr',
    ]);
    assert.equal(one('.trail [aria-current=page]').textContent, 'Carte d’identité');
  });

  it('lists what a theme holds', () => {
    const guides = [{ id: 'N1', title: 'Carte', audience: null }];
    const { one, all } = shown({
      kind: 'theme',
      description: 'Vos papiers',
      groups: [
        { id: null, title: null, guides },
        { id: 'N3', title: 'Passeport', guides },
      ],
    });
    assert.deepEqual(says(all('article .links')), ['Carte (autre site)', 'Carte (autre site)']);
    assert.equal(one('article h2').textContent, 'Passeport');
    assert.equal(one('article > p:not(.over)').textContent, 'Vos papiers');
  });

  it('ends with what to read on, folded, nothing where there is nothing', () => {
    const links = [{ id: 'F2', title: 'Passeport', audience: null }];
    const pages = [{ title: 'Code civil', url: 'https://www.legifrance.gouv.fr/', complement: 'Article 16' }];
    const { all } = shown({
      questions: links,
      howTo: links,
      seeAlso: links,
      learnMore: pages,
      references: pages,
    });
    assert.deepEqual(says(all('.fold > summary')), [
      'Questions fréquentes (1)',
      'Comment faire si… (1)',
      'Voir aussi (1)',
      'Pour en savoir plus (1)',
      'Textes de référence (1)',
    ]);
    assert.deepEqual(says(all('.fold li')).slice(2), [
      'Passeport (autre site)',
      'Code civil (autre site)Article 16',
      'Code civil (autre site)Article 16',
    ]);
    assert.ok(all('.fold').every((one) => !one.hasAttribute('open')));
    assert.equal(shown({}).all('.folds').length, 0);
  });

  it('names its source, its author, its file, its dates and its licence', () => {
    const { one, all } = shown({});
    const told = one('.source').textContent;
    for (const words of [
      'Service-Public.gouv.fr / DILA',
      'Direction de l’information légale et administrative',
      '1er octobre 2026',
      'vosdroits-latest.zip',
      '22 novembre 2026',
      'Licence Ouverte 2.0',
      'sans que son texte soit changé',
    ])
      assert.ok(told.includes(words), words);
    assert.deepEqual(hrefs(all('.source a')), [
      'https://www.service-public.gouv.fr/particuliers/vosdroits/F1',
      'https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip',
      'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    ]);
  });

  it('in English says that the guide is in French, to programs as well', () => {
    const { one, all } = shown({}, { language: 'en' });
    assert.equal(one('article').getAttribute('lang'), 'fr');
    assert.match(one('main .notice').textContent, /in French only/);
    assert.match(one('.source').textContent, /Verified on.*1 October 2026/);
    assert.equal(one('.trail [aria-current]').parentElement!.getAttribute('lang'), 'fr');
    const french = shown({});
    assert.equal(french.all('article[lang], main .notice').length, 0);
    assert.ok(all('.source .unseen').every(({ textContent }) => textContent === ' (other site)'));
  });
});
