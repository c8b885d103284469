import type { Language } from '@guichet/contracts/administration';
import type { Directory } from '@guichet/contracts/directory';
import { serialised, structuredData } from '@guichet/contracts/structured-data';
import { aDirectory, anOrganisation, aProcedure } from '@guichet/contracts/testing/a-directory';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'node:querystring';
import { JSDOM } from 'jsdom';
import { hoursOn } from '../../../domain/hours-today.js';
import { mairie } from '../../../domain/testing/tenant.js';
import { newJudge } from '../guide/testing/drawn.js';
import { hrefs, said, says } from '../guide/testing/shown.js';
import { renderPage } from '../layout.js';
import { openingAt } from '../opening.js';
import { contentAt } from './content.js';
import { placeIn, servicesAddress } from './place.js';
import { servicesRules } from './rules.js';
import { searchOf } from './search.js';
import { viewOf } from './view.js';

/** A Monday, at ten in the morning in Paris. */
const now = new Date('2026-11-23T09:00:00Z');
const tenant = hoursOn(mairie, '2026-11-23');
const guides = [{ id: 'N360', title: 'Passeport' }];

const weekday = [{ from: '09:00', until: '12:00', note: '' }];
const hours = {
  week: [weekday, weekday, [], [], weekday, [], []],
  closedOnHolidays: true,
  closings: [{ from: '2026-12-24', until: '2027-01-02', reason: 'congés' }],
  openings: [],
};

const itself = anOrganisation('28148', 'Mairie du Favril', 'commune', 'mairie', { openingHours: hours });
const roads = anOrganisation('voirie', 'Service de la voirie', 'commune', null, {
  recipient: 'voirie',
  description: 'Routes et trottoirs.\nSignalez tout danger.',
  phones: [
    { number: '02 37 00 00 01', label: 'Urgences' },
    { number: '02 37 00 00 02', label: '' },
  ],
  email: 'voirie@example.org',
  website: 'https://www.lefavril.example/voirie',
  contactForm: 'https://formulaire.example/x',
  accessibility: 'Rampe à l’arrière',
  position: { latitude: 48.4, longitude: 1.1 },
  hoursNote: 'Sur rendez-vous',
  source: {
    name: 'Annuaire de l’administration',
    url: 'https://annuaire.example/1',
    updatedOn: '2026-10-01',
  },
});
const prefecture = anOrganisation('prefecture', 'Préfecture d’Eure-et-Loir', 'state', 'prefecture', {
  phones: [],
  openingHours: { ...hours, week: [[], weekday, [], [], [], [], []] },
});
const salle = aProcedure('salle', 'Réserver la salle des fêtes', {
  organisation: '28148',
  description: 'Toute l’année.',
  audience: 'Habitants',
  documents: ['Attestation d’assurance', 'Chèque de caution'],
  cost: '120 €',
  delay: 'Une semaine',
  ways: ['online', 'counter'],
  guide: 'F999',
});
const small = aDirectory({ organisations: [itself, roads, prefecture], procedures: [salle] });

async function page(
  query: string,
  directory: Directory = small,
  language: Language = 'fr',
): Promise<string | null> {
  const place = placeIn(parse(query));
  const view = viewOf(tenant, directory, language, now);
  const content = await contentAt(place, view, async (text) =>
    (await searchOf(directory, guides)).find(text),
  );
  if (!content) return null;
  const { administration } = tenant;
  return renderPage({
    ...content,
    language,
    administration,
    opening: openingAt(tenant, language, now),
    at: 'servicesPage',
    canSwitch: true,
    addressIn: (other) => servicesAddress(administration, other, place),
    data: serialised(structuredData(administration, directory, content.shown)),
    rules: servicesRules,
  }).body;
}

async function shown(...of: Parameters<typeof page>) {
  const { document } = new JSDOM((await page(...of))!).window;
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  return { document, all, main: said(document.querySelector('main')!) };
}

const base = '/guichet/administrations/28148/services?lang=fr';

describe('the page of all services', () => {
  it('searches, browses and lists, as a plain page', async () => {
    const { document, all } = await shown('');
    assert.equal(document.title, 'Services et démarches – Mairie du Favril');
    const [search] = all('form[role=search]') as HTMLFormElement[];
    assert.equal(search!.getAttribute('action'), '/guichet/administrations/28148/services#resultats');
    assert.equal(search!.method, 'get');
    assert.deepEqual(says(all('main h2')), ['Fiches pratiques', 'Démarches', 'Services']);
    assert.deepEqual(hrefs(all('.columns a')), [
      '/guichet/administrations/28148/guides/N19810?lang=fr',
      '/guichet/administrations/28148/guides/F14128?lang=fr',
    ]);
    assert.deepEqual(hrefs(all('.list a.name')), [
      `${base}&demarche=salle`,
      `${base}&organisme=28148`,
      `${base}&organisme=voirie`,
      `${base}&organisme=prefecture`,
    ]);
  });

  it('says of each whether it is open now, and until or from when', async () => {
    const { all } = await shown('');
    assert.deepEqual(says(all('section:last-of-type .opening')), [
      'Ouvert jusqu’à 12\u00a0h.',
      'Fermé, rouvre demain à 9\u00a0h.',
    ]);
    assert.equal(all('.opening.open').length, 2, 'the town hall, and beside its procedure');
  });

  it('shows what is chosen of it, keeps the choice, and leads back from it', async () => {
    const names = async (query: string) => says((await shown(query)).all('.list .name'));
    assert.deepEqual(await names('niveau=state'), ['Préfecture d’Eure-et-Loir']);
    assert.deepEqual(await names('niveau=state&niveau=commune&ouvert=1'), [
      'Réserver la salle des fêtes',
      'Mairie du Favril',
    ]);
    assert.deepEqual(await names('en-ligne=1'), [
      'Réserver la salle des fêtes',
      'Mairie du Favril',
      'Service de la voirie',
    ]);
    const { all, main } = await shown('niveau=state&ouvert=1');
    assert.match(main, /Rien ne correspond à ces choix/);
    assert.ok(hrefs(all('.actions a')).includes(base));
    const checked = all('input:checked') as HTMLInputElement[];
    assert.deepEqual(
      checked.map(({ name, value }) => [name, value]),
      [
        ['niveau', 'state'],
        ['ouvert', '1'],
      ],
    );
    assert.ok(all('details:has(form)')[0]!.hasAttribute('open'));
    assert.match(hrefs(all('[hreflang=en]'))[0]!, /lang=en&niveau=state&ouvert=1$/);
  });

  it('offers no choice where there is none, and no guides where the hosting has none', async () => {
    const { all } = await shown(
      '',
      aDirectory({ organisations: [itself], procedures: [], themes: [], lifeEvents: [] }),
    );
    assert.deepEqual(says(all('main h2')), ['Services']);
    assert.equal(all('input[type=checkbox]').length, 0);
  });

  it('shows a long list in parts', async () => {
    const many = Array.from({ length: 120 }, (_, i) => anOrganisation(`o${i}`, `Service ${i}`, 'state'));
    const directory = aDirectory({ organisations: [itself, ...many] });
    const first = await shown('niveau=state', directory);
    assert.equal(first.all('section:last-of-type .list > li').length, 50);
    const [more] = first.all('section:last-of-type p a');
    assert.equal(more!.textContent, 'Afficher la suite (encore 70)');
    assert.equal(more!.getAttribute('href'), `${base}&niveau=state&voir=100#organisations-50`);
    const next = await shown('niveau=state&voir=100', directory);
    assert.equal(next.all('section:last-of-type .list > li').length, 100);
    assert.equal(next.all('#organisations-50').length, 1);
    assert.equal(
      (await shown('niveau=state&voir=1e9', directory)).all('section:last-of-type .list > li').length,
      120,
    );
  });
});

describe('what is looked for', () => {
  it('is found with its typos, each with who is competent and whether one can come', async () => {
    const { document, all } = await shown('q=nid+de+poulle');
    assert.match(document.title, /^1\u00a0résultat – /);
    const [link] = all('.list a.name');
    assert.equal(link!.textContent, 'Signaler un trou ou un danger sur la route');
    assert.equal(link!.getAttribute('href'), `${base}&organisme=voirie`);
    assert.deepEqual(hrefs(all('.competent a')), [`${base}&organisme=voirie`, `${base}&organisme=28148`]);
    assert.match(says(all('.list li'))[0]!, /La mairie transmet quand la route est au département/);
    assert.deepEqual(says(all('.list .opening')), ['Ouvert jusqu’à 12\u00a0h.']);
    assert.equal((all('#q')[0] as HTMLInputElement).value, 'nid de poulle');
  });

  it('leads to the State’s guide where there is one', async () => {
    const { all } = await shown('q=pasport');
    assert.equal(hrefs(all('.list a.name'))[0], '/guichet/administrations/28148/guides/N360?lang=fr');
  });

  it('leads to a human where nothing is found', async () => {
    const { main, all } = await shown('q=xqzwv');
    assert.match(main, /Aucun résultat pour «\u00a0xqzwv\u00a0»/);
    assert.deepEqual(hrefs(all('main a')).slice(1), [
      'tel:0199002814',
      '/guichet/administrations/28148/contact?lang=fr',
    ]);
  });

  it('stays text, whatever it is', async () => {
    const text = '"><script>alert(1)</script>';
    const { all } = await shown(`q=${encodeURIComponent(text)}`);
    assert.equal((all('#q')[0] as HTMLInputElement).value, text);
    assert.deepEqual(
      all('script').map((one) => one.getAttribute('type')),
      ['application/ld+json'],
    );
  });
});

describe('the page of an organisation', () => {
  it('tells all that is known of it', async () => {
    const { document, main, all } = await shown('organisme=voirie');
    assert.equal(document.title, 'Service de la voirie – Mairie du Favril');
    for (const words of [
      'Mairie',
      'Routes et trottoirs.',
      'Sur rendez-vous',
      'Rampe à l’arrière',
      '(Urgences)',
    ])
      assert.ok(main.includes(words), words);
    assert.deepEqual(hrefs(all('main article a')), [
      '/guichet/administrations/28148/contact?lang=fr&recipient=voirie',
      'tel:0237000001',
      'tel:0237000002',
      'https://www.openstreetmap.org/?mlat=48.4&mlon=1.1#map=18/48.4/1.1',
      'mailto:voirie@example.org',
      'https://formulaire.example/x',
      'https://www.lefavril.example/voirie',
      'https://annuaire.example/1',
    ]);
    assert.match(
      main,
      /Source\u00a0: Annuaire de l’administration.*, mise à jour le 1er octobre 2026 \(Licence Ouverte 2\.0\)/,
    );
  });

  it('tells the hours with their closings to come, and what can be started', async () => {
    const { all } = await shown('organisme=28148');
    assert.deepEqual(says(all('.lines li')), [
      'Lundi, mardi et vendredi\u00a0: 9\u00a0h\u00a0–\u00a012\u00a0h',
      ...says(all('.lines li')).slice(1),
    ]);
    assert.ok(says(all('.standing'))[0]!.includes('Ouvert jusqu’à 12\u00a0h.'));
    assert.deepEqual(hrefs(all('.list a')), [`${base}&demarche=salle`]);
  });

  it('says that hours are not known, and offers no form where one cannot write', async () => {
    const bare = anOrganisation('x', 'X', 'state', null, { address: '', phones: [] });
    const { main, all } = await shown('organisme=x', aDirectory({ organisations: [itself, bare] }));
    assert.match(main, /Les horaires ne sont pas connus/);
    assert.equal(all('main article a, main dd').length, 0);
  });
});

describe('the page of a procedure', () => {
  it('tells what to know before one starts, and starts it', async () => {
    const { main, all } = await shown('demarche=salle');
    assert.deepEqual(says(all('main h2')), [
      'Pour qui',
      'Ce qu’il faut avoir',
      'Prix',
      'Délai',
      'Comment faire',
      'Qui s’en occupe',
    ]);
    assert.deepEqual(says(all('main .bullets li')), [
      'Attestation d’assurance',
      'Chèque de caution',
      'En ligne',
      'Au guichet',
    ]);
    for (const words of ['Toute l’année.', 'Habitants', '120 €', 'Une semaine'])
      assert.ok(main.includes(words), words);
    assert.equal(
      hrefs(all('main .button'))[0],
      '/guichet/administrations/28148/contact?lang=fr&procedure=salle',
    );
    assert.ok(hrefs(all('main a')).includes('/guichet/administrations/28148/guides/F999?lang=fr'));
  });
});

describe('the pages of the directory', () => {
  it('show markup as text, whoever wrote it', async () => {
    const hostile = '</script><img src=x onerror=alert(1)>"\'';
    const one = anOrganisation('x', hostile, 'commune', null, {
      description: hostile,
      phones: [{ number: '1', label: hostile }],
      email: hostile,
      address: hostile,
      accessibility: hostile,
      hoursNote: hostile,
      source: { name: hostile, url: 'https://a.example/', updatedOn: null },
    });
    const procedure = aProcedure('p', hostile, {
      organisation: 'x',
      description: hostile,
      audience: hostile,
      documents: [hostile],
      cost: hostile,
      delay: hostile,
    });
    const themes = [{ id: 'N1', title: hostile }];
    const directory = aDirectory({ organisations: [itself, one], procedures: [procedure], themes });
    for (const query of ['', 'organisme=x', 'demarche=p', `q=${encodeURIComponent(hostile)}`]) {
      const { all, main } = await shown(query, directory);
      assert.ok(main.includes(hostile), query);
      assert.equal(all('img, script:not([type="application/ld+json"]), [onerror]').length, 0, query);
      assert.doesNotThrow(() => JSON.parse(all('script')[0]!.textContent) as unknown);
    }
  });

  it('tell search engines what they show', async () => {
    const told = async (query: string) => {
      const { all } = await shown(query);
      const { '@graph': graph } = JSON.parse(all('script')[0]!.textContent) as {
        '@graph': { '@type': string }[];
      };
      return graph.map((one) => one['@type']);
    };
    assert.deepEqual(await told(''), ['GovernmentOffice']);
    assert.deepEqual(await told('organisme=voirie'), ['GovernmentOffice']);
    assert.deepEqual(await told('demarche=salle'), ['GovernmentOffice', 'GovernmentService']);
  });

  it('are not there for what is not in the directory', async () => {
    for (const query of ['organisme=gone', 'demarche=gone', 'organisme=__proto__'])
      assert.equal(await page(query), null);
  });

  it('are first among the hosting’s pages, and say which of them one is on', async () => {
    const { all } = await shown('');
    assert.deepEqual(says(all('header nav a')), ['Services', 'Nous écrire', 'Suivre une demande', 'English']);
    assert.deepEqual(says(all('header [aria-current]')), ['Services']);
  });

  it('break no rule of accessibility, their texts French in English too', async () => {
    const judge = newJudge();
    for (const language of ['fr', 'en'] as const)
      for (const query of [
        '',
        'niveau=state',
        'q=passeport',
        'q=xqzwv',
        'organisme=voirie',
        'organisme=28148',
        'demarche=salle',
      ])
        assert.deepEqual(
          await judge.violations((await page(query, small, language))!),
          [],
          `${language} ${query}`,
        );
    const { all } = await shown('q=passeport', small, 'en');
    assert.ok(all('.list .name').every(({ lang }) => lang === 'fr'));
  });

  it('read whatever is in their address', () => {
    for (const query of [
      'niveau=x&niveau=state',
      'voir=-1',
      'voir[]=3',
      'organisme=',
      'q=%20',
      'ouvert=yes',
      'organisme=a&organisme=b',
    ])
      assert.ok(placeIn(parse(query)));
    const asked = placeIn(parse('q=eau&niveau=state&ouvert=1&en-ligne=1&voir=150'));
    assert.deepEqual(placeIn(parse(servicesAddress({ code: '1' }, 'fr', asked).split('?')[1]!)), asked);
  });
});
