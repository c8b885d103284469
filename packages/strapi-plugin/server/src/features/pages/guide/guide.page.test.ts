import type { Block, GuideCell, GuideContact, GuideService, Inline } from '@guichet/contracts/guide';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { mairie } from '../../../domain/testing/tenant.js';
import { pageOf, type Circumstances } from './testing/drawn.js';
import { aGuide } from './testing/guide.js';

const text = (...content: Inline[]): Block => ({ is: 'text', content });
const section = (title: string, ...blocks: Block[]): Block => ({ is: 'section', title: [title], blocks });
const shown = (changes: Parameters<typeof aGuide>[0], circumstances?: Circumstances) => {
  const { document } = new JSDOM(pageOf(aGuide(changes), circumstances)).window;
  return {
    all: (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)],
    one: (selector: string) => {
      const found = document.querySelectorAll<HTMLElement>(selector);
      assert.equal(found.length, 1, `${found.length} × ${selector}`);
      return found[0]!;
    },
    main: said(document.querySelector('main')!),
  };
};
/** Its text, without the white space that browsers do not show. */
const said = ({ textContent }: Element) => textContent.replaceAll(/[ \n]+/g, ' ').trim();
const says = (elements: readonly Element[]) => elements.map(said);
const hrefs = (elements: readonly Element[]) => elements.map((one) => one.getAttribute('href'));

describe('the text of a guide', () => {
  it('has its headings in order, and says strongly what is deeper than HTML’s six levels', () => {
    const deep = ['b', 'c', 'd', 'e', 'f', 'g'].reduceRight<Block[]>(
      (blocks, title) => [section(title, ...blocks)],
      [text('Texte')],
    );
    const { all, one } = shown({ body: deep });
    assert.deepEqual(
      all('article :is(h1,h2,h3,h4,h5,h6)').map(
        ({ localName, textContent }) => `${localName} ${textContent}`,
      ),
      ['h1 Carte d’identité', 'h2 b', 'h3 c', 'h4 d', 'h5 e', 'h6 f'],
    );
    assert.equal(one('article p > strong').textContent, 'g');
  });

  it('leads to its parts where there are many, and not where they are seen at a glance', () => {
    const parts = (count: number) =>
      'abcdef'
        .slice(0, count)
        .split('')
        .map((title) => section(title, text('x')));
    const { all } = shown({ body: parts(3) });
    assert.deepEqual(
      hrefs(all('.contents a')),
      all('article h2').map(({ id }) => `#${id}`),
    );
    assert.equal(shown({ body: parts(2) }).all('.contents').length, 0);
    const definitions = [1, 2, 3].map((n) => ({ id: `R${n}`, title: `${n}`, blocks: [] }));
    const abbreviations = [{ id: 'R4', title: 'CNI', text: 'Carte nationale d’identité' }];
    const contacts = [contact({})];
    assert.equal(shown({ definitions, abbreviations, contacts }).all('.contents').length, 0);
  });

  it('keeps the sense of what stands in a line', () => {
    const { one } = shown({
      body: [
        text(
          { is: 'strong', content: ['avant'] },
          { is: 'value', content: ['25 €'] },
          { is: 'quote', content: ['mention'] },
          { is: 'superscript', content: ['er'] },
          { is: 'subscript', content: ['2'] },
          { is: 'foreign', language: 'en', content: ['food trucks'] },
        ),
      ],
    });
    assert.equal(
      one('article > p:last-child').innerHTML,
      '<strong>avant</strong><b>25 €</b><i>mention</i><sup>er</sup><sub>2</sub><i lang="en">food trucks</i>',
    );
  });

  it('names no language that is none', () => {
    for (const language of ['\n', 'und', '"><script>']) {
      const { all } = shown({ body: [text({ is: 'foreign', language, content: ['CE'] })] });
      assert.deepEqual(
        all('article i').map((one) => one.hasAttribute('lang')),
        [false],
      );
    }
  });

  it('numbers what is numbered', () => {
    const list = (isNumbered: boolean): Block => ({
      is: 'list',
      isNumbered,
      items: [[text('un')], [text('deux')]],
    });
    const { one } = shown({ body: [list(true), list(false)] });
    assert.equal(one('article > ol').innerHTML, '<li>un</li><li>deux</li>');
    assert.equal(one('article > ul').innerHTML, '<li>un</li><li>deux</li>');
  });

  it('says what a picture shows, and where it is', () => {
    const picture = (alternative: string, caption: Inline[]): Block => ({
      is: 'picture',
      alternative,
      caption,
    });
    const { main } = shown({ body: [picture('Un fauteuil', ['Fauteuils roulants'])] });
    assert.match(main, /Illustration\u00a0: Un fauteuilFauteuils roulants/);
    const { one } = shown({ body: [picture('', [])] });
    assert.equal(one('article .out').getAttribute('href'), aGuide().url);
  });
});

describe('boxes', () => {
  const box = (look: 'note' | 'know' | 'warning' | 'reminder', title: string, ...blocks: Block[]): Block => ({
    is: 'box',
    look,
    title: title ? [title] : [],
    blocks,
  });

  it('say what they are, once, and are notes to those who hear them', () => {
    const { all } = shown({
      body: [
        box('note', 'À noter', text('un')),
        box('know', '', text('deux')),
        box('warning', 'Attention :', text('trois')),
        box('reminder', 'Rappel', { is: 'list', isNumbered: false, items: [[text('quatre')]] }),
      ],
    });
    assert.deepEqual(says(all('[role=note]')), [
      'À noter\u00a0: un',
      'À savoir\u00a0: deux',
      'Attention\u00a0: trois',
      'Rappel quatre',
    ]);
  });

  it('keep a title of their own, and a warning its word', () => {
    const { all } = shown({
      body: [box('note', 'Exemple', text('un')), box('warning', 'Délai', text('deux'))],
    });
    assert.deepEqual(says(all('[role=note] strong')), ['Exemple', 'Attention\u00a0: Délai']);
    assert.deepEqual(says(all('[role=note] p:last-child')), ['un', 'deux']);
  });
});

describe('cases', () => {
  const cases = (show: 'tabs' | 'choice' | 'sequence', ...titles: string[]): Block => ({
    is: 'cases',
    show,
    cases: titles.map((title) => ({ title: [title], blocks: [section(`de ${title}`, text('x'))] })),
  });

  for (const show of ['tabs', 'choice'] as const) {
    it(`of ${show} are folded, each by its title, one open at a time, none at first`, () => {
      const { all } = shown({ body: [cases(show, 'Majeur', 'Mineur')] });
      assert.deepEqual(says(all('details > summary')), ['Majeur', 'Mineur']);
      assert.ok(all('details').every((one) => !one.hasAttribute('open')));
      const [first, second] = all('details').map((one) => one.getAttribute('name'));
      assert.ok(first);
      assert.equal(first, second);
      // The title that folds is no heading: what it holds goes on where the text was.
      assert.deepEqual(says(all('article h2')), ['de Majeur', 'de Mineur']);
    });
  }

  it('of one question leave those of another as they are', () => {
    const inner: Block = { is: 'section', title: ['Où'], blocks: [cases('choice', 'Ici', 'Ailleurs')] };
    const { all } = shown({ body: [cases('tabs', 'a', 'b'), inner] });
    assert.equal(new Set(all('details').map((one) => one.getAttribute('name'))).size, 2);
  });

  it('that come one after the other, or alone, are not folded', () => {
    const { all } = shown({ body: [cases('sequence', 'Avant', 'Après'), cases('choice', 'Toujours')] });
    assert.equal(all('article details').length, 0);
    assert.deepEqual(says(all('article h2')), ['Avant', 'Après', 'Toujours']);
    assert.deepEqual(says(all('article h3')), ['de Avant', 'de Après', 'de Toujours']);
  });
});

describe('tables', () => {
  const cell = (content: string, isHeader = false, spans: Partial<GuideCell> = {}): GuideCell => ({
    isHeader,
    columns: 1,
    rows: 1,
    blocks: content ? [text(content)] : [],
    ...spans,
  });
  const table = (rows: GuideCell[][], title = 'Tarifs'): Block => ({
    is: 'table',
    title: title ? [title] : [],
    summary: [],
    rows,
  });
  const prices = [
    [cell('', true), cell('Adulte', true), cell('Enfant', true)],
    [cell('Entrée', true), cell('4 €'), cell('2 €')],
  ];

  it('tell what each heading heads', () => {
    const { one, all } = shown({ body: [table(prices)] });
    assert.equal(said(one('table > caption')), 'Tarifs');
    assert.deepEqual(
      all('th').map(
        (th) => `${th.parentElement!.parentElement!.localName} ${th.getAttribute('scope')} ${th.textContent}`,
      ),
      ['thead col Adulte', 'thead col Enfant', 'tbody row Entrée'],
    );
    assert.equal(one('thead > tr > td').textContent, '', 'what has no words heads nothing');
  });

  it('scroll by the keyboard under their name, where a phone cannot show them whole', () => {
    const { one, all } = shown({ body: [table(prices), table(prices, '')] });
    const [named, unnamed] = all('article [tabindex="0"]');
    assert.equal(said(one(`#${named!.getAttribute('aria-labelledby')}`)), 'Tarifs');
    assert.equal(unnamed!.getAttribute('aria-label'), 'Tableau');
    const narrow = shown({ body: [table(prices.map((row) => row.slice(0, 2)))] });
    assert.equal(narrow.all('[tabindex="0"]').length, 0);
  });

  it('keep what spans, and cut no cell at the end of the headings', () => {
    const { one, all } = shown({
      body: [
        table([
          [cell('Âge', true, { rows: 2 }), cell('Tarif', true, { columns: 2 })],
          [cell('Semaine'), cell('Week-end')],
        ]),
      ],
    });
    assert.equal(all('thead').length, 0);
    assert.equal(one('th[rowspan="2"]').textContent, 'Âge');
    assert.equal(one('th[colspan="2"]').textContent, 'Tarif');
  });
});

describe('what a guide explains', () => {
  const term = (id: string): Inline => ({ is: 'term', id, content: ['quotité'] });
  const definitions = [{ id: 'R10', title: 'Quotité', blocks: [text('Part de…')] }];

  it('is linked from the text to its end, and back to where it was first read', () => {
    const { all, one } = shown({ introduction: [text(term('R10'))], body: [text(term('R10'))], definitions });
    assert.deepEqual(hrefs(all('.term')), ['#def-R10', '#def-R10']);
    assert.equal(one('dt#def-R10').textContent, 'Quotité');
    const [way] = all('dd a');
    assert.match(way!.textContent, /^Revenir au texte/);
    assert.equal(way!.getAttribute('href'), `#${all('.term')[0]!.id}`);
    assert.equal(all('.term')[1]!.id, '');
  });

  it('has no way back where the text does not use it, and no link where it is not explained', () => {
    const { all } = shown({ body: [text(term('R99'))], definitions });
    assert.equal(all('.term, dd a[href^="#use"]').length, 0);
  });

  it('lists its abbreviations', () => {
    const { one } = shown({
      abbreviations: [{ id: 'R1', title: 'Pacs', text: 'Pacte civil de solidarité' }],
    });
    assert.equal(one('article dl').textContent, 'PacsPacte civil de solidarité');
  });
});

describe('links', () => {
  const to = (
    id: string,
    content: Inline[] = ['la fiche'],
    audience: 'individuals' | 'associations' | null = null,
  ) => text({ is: 'guide', id, audience, content });

  it('lead to the guide on this hosting where it is there', () => {
    const { one } = shown({ body: [to('F2')] }, { titles: new Map([['F2', 'Passeport']]) });
    const link = one('article p > a');
    assert.equal(link.getAttribute('href'), '/guichet/administrations/28148/guides/F2?lang=fr');
    assert.equal(link.textContent, 'la fiche');
  });

  it('keep the audience, or take the one that the source says', () => {
    const titles = new Map([['F2', 'Créer une association']]);
    const associations = shown({ audiences: ['associations'], body: [to('F2')] }, { titles });
    assert.match(hrefs(associations.all('article p > a'))[0]!, /pour=associations$/);
    const individuals = shown({ body: [to('F2', ['x'], 'associations')] }, { titles });
    assert.match(hrefs(individuals.all('article p > a'))[0]!, /pour=associations$/);
  });

  it('take the guide’s title where they have no words', () => {
    const { one } = shown({ body: [to('F2', [])] }, { titles: new Map([['F2', 'Passeport']]) });
    assert.equal(one('article p > a').textContent, 'Passeport');
  });

  it('lead to the source’s own site where the guide is not here, and nowhere where that is not known', () => {
    const { one } = shown({ body: [to('F2')] });
    assert.equal(
      one('article p > a').getAttribute('href'),
      'https://www.service-public.gouv.fr/particuliers/vosdroits/F2',
    );
    for (const lost of [
      shown({ body: [to('F2', ['x'], 'associations')] }),
      shown({ url: null, body: [to('F2', ['x'])] }),
    ])
      assert.equal(lost.all('article p > a').length, 0);
  });

  it('say that they lead away, except those to a mail or a telephone', () => {
    const link = (url: string) => text({ is: 'link', url, content: ['x'] });
    const { all } = shown({ body: [link('https://www.caf.fr/'), link('mailto:a@example.org')] });
    const [web, mail] = all('article p > a');
    assert.equal(web!.textContent, 'x (autre site)');
    assert.equal(web!.className, 'out');
    assert.equal(mail!.textContent, 'x');
  });

  it('never stand in each other', () => {
    const inner: Inline = { is: 'link', url: 'https://b.example/', content: ['b'] };
    const { all } = shown({ body: [text({ is: 'link', url: 'https://a.example/', content: ['a', inner] })] });
    assert.deepEqual(says(all('article p > a')), ['ab (autre site)']);
  });
});

const service = (changes: Partial<GuideService> = {}): GuideService => ({
  id: 'R5',
  type: 'form',
  title: 'Demande de carte',
  url: 'https://www.formulaires.example/cerfa_12101.pdf',
  cerfa: '12101*02',
  number: null,
  format: 'application/pdf',
  size: '605.7 KB',
  source: 'Ministère chargé de l’intérieur',
  introduction: [text('Permet de demander une carte.')],
  annexes: [
    {
      title: 'Notice',
      url: 'https://www.formulaires.example/n.pdf',
      cerfa: '51236#01',
      format: null,
      size: null,
      blocks: [text('À lire avant.')],
    },
  ],
  ...changes,
});

const contact = (changes: Partial<GuideContact> = {}): GuideContact => ({
  id: 'R7',
  type: 'local',
  title: 'Mairie',
  complement: null,
  localService: 'mairie',
  url: 'https://lannuaire.service-public.gouv.fr/navigation/mairie',
  blocks: [],
  ...changes,
});

describe('services', () => {
  it('tell what they are, their number and their file before they are opened', () => {
    const { one } = shown({ services: [service()] });
    assert.equal(one('article h3').textContent, 'Demande de carte');
    const card = one('.card').textContent;
    assert.match(card, /Formulaire · Cerfa n°\u00a012101\*02 · PDF · 605,7\u00a0Ko/);
    assert.match(card, /Permet de demander une carte\..*Ministère chargé de l’intérieur/s);
    assert.equal(
      one('.card .button').textContent,
      'Ouvrir le formulaire\u00a0: Demande de carte (autre site)',
    );
    assert.equal(said(one('.card li')), 'Notice (Cerfa n°\u00a051236#01) (autre site)À lire avant.');
  });

  it('have nothing to press where the source gives no address', () => {
    assert.equal(shown({ services: [service({ url: null })] }).all('.card .button').length, 0);
  });

  it('and contacts that the text offers are not said twice', () => {
    const body: Block[] = [
      section('Démarche', { is: 'service', service: service() }, { is: 'contact', contact: contact() }),
    ];
    const { all } = shown({ body, services: [service()], contacts: [contact()] });
    assert.equal(all('.card').length, 2);
    assert.deepEqual(says(all('article h2')), ['Démarche']);
  });

  it('that are a page of their own bear its title, and lead to the guides that need them', () => {
    const { all } = shown({
      kind: 'service',
      title: 'Demande de carte',
      services: [service()],
      groups: [{ id: null, title: null, guides: [{ id: 'F2', title: 'Passeport', audience: null }] }],
    });
    assert.deepEqual(says(all('article :is(h1,h2,h3)')), ['Demande de carte', 'Dans ces guides']);
    assert.match(hrefs(all('article li a'))[1]!, /F2$/);
  });
});

describe('contacts', () => {
  it('that are the reader’s mairie are whose page this is', () => {
    const { one } = shown({ contacts: [contact({ complement: 'Service de l’état civil' })] });
    const { name, human } = mairie.administration;
    for (const words of ['Service de l’état civil', name, human.phone, human.address])
      assert.ok(one('.card').textContent.includes(words), words);
    assert.ok(one('.card a[href^="tel:"]'));
    assert.equal(one('.card .out').textContent, 'Trouver une autre mairie (autre site)');
  });

  it('tell its hours', () => {
    const hours = ['Lundi : 9 h – 12 h'];
    const human = { ...mairie.administration.human, hours };
    const tenant = { ...mairie, administration: { ...mairie.administration, human } };
    assert.match(shown({ contacts: [contact()] }, { tenant }).one('.card').textContent, /Lundi : 9 h – 12 h/);
  });

  it('that are elsewhere keep their title, with where to find them', () => {
    const caf = contact({ title: 'Caisse d’allocations familiales', localService: 'caf' });
    const { one } = shown({ contacts: [caf] });
    assert.equal(one('.card h3').textContent, 'Caisse d’allocations familiales');
    assert.equal(one('.card a').textContent, 'Trouver\u00a0: Caisse d’allocations familiales (autre site)');
    const national = shown({ contacts: [contact({ type: 'national', localService: null, title: 'CNIL' })] });
    assert.equal(national.one('.card a').textContent, 'Voir le site\u00a0: CNIL (autre site)');
    assert.equal(shown({ contacts: [contact({ ...caf, url: null })] }).all('.card a').length, 0);
  });

  it('of another administration than a commune name no mairie', () => {
    const administration = { ...mairie.administration, kind: 'intercommunality' as const };
    const { one } = shown({ contacts: [contact()] }, { tenant: { ...mairie, administration } });
    assert.equal(said(one('.card')), 'Mairie Trouver\u00a0: Mairie (autre site)');
  });
});

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
      'Service-Public.gouv.fr (DILA)',
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
