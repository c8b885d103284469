import type { Block, Guide, GuideLink, Inline } from '@guichet/contracts/guide';
import { aGuide, contact, section, service, text } from '@guichet/contracts/guide/testing/guides';
import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { guidesOfKinds, passport } from './testing/guides.js';
import { guidePage } from './testing/page.js';
import { type GuideProbe, hrefTo, newProbe, offices } from './testing/probe.js';
import { all, press, says, textOf, until } from './testing/reader.js';

const hrefs = (element: GuideProbe, selector: string) =>
  all(element, selector).map((one) => one.getAttribute('href'));
const shown = (changes: Partial<Guide>) => guidePage(aGuide(changes));

describe('a guide', () => {
  for (const [kind, guide] of Object.entries(guidesOfKinds)) {
    it(`of the kind ${kind} breaks no rule that axe knows, and fits 320 pixels`, async () => {
      const element = await guidePage(guide, { width: 320 });
      expect(textOf(element, '#view')).to.equal(guide.title.replaceAll('\u00a0', ' '));
      await expect(element).to.be.accessible();
      const end = Math.ceil(element.parentElement!.getBoundingClientRect().right);
      for (const each of all(element, '.guide *:not(.unseen, .wide *)'))
        expect(each.getBoundingClientRect().right, each.outerHTML.slice(0, 80)).to.be.at.most(end);
    });
  }

  it('has its headings in order', async () => {
    const element = await guidePage(passport);
    const levels = all(element, '.guide [role=heading]').map((one) => Number(one.ariaLevel));
    expect(levels[0]).to.equal(2);
    levels.reduce((before, level) => {
      expect(level).to.be.at.most(before + 1);
      return level;
    });
  });

  it('says strongly what is deeper than the six levels that programs know', async () => {
    const deep = ['3', '4', '5', '6', 'sept'].reduceRight<Block[]>(
      (blocks, title) => [section(title, ...blocks)],
      [text('x')],
    );
    const element = await shown({ body: deep });
    expect(all(element, 'article [role=heading]').map((one) => one.ariaLevel)).to.deep.equal([
      '2',
      ...'3456',
    ]);
    expect(says(element, 'article section > p > strong')).to.deep.equal(['sept']);
  });

  it('warns first, and leads to its parts where there are many', async () => {
    const element = await guidePage(passport);
    const told = textOf(element, '.guide');
    const order = [
      'en cours de mise à jour',
      'Délais plus longs',
      '1er mars 2026',
      'Pour un premier',
      'Sur cette page',
    ];
    const places = order.map((words) => told.indexOf(words));
    expect(places.every((place) => place > 0)).to.equal(true);
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
    await press(element, 'Où s’adresser ?');
    expect(textOf(element, ':focus')).to.equal('Où s’adresser ?');
    const short = await guidePage(guidesOfKinds.question);
    expect(all(short, '.contents').length).to.equal(0);
  });

  it('in English says that the guide is in French, to programs as well', async () => {
    const element = await guidePage(passport, { language: 'en' });
    expect(textOf(element, '.guide > .notice')).to.contain('in French only');
    expect(all(element, 'article').map(({ lang }) => lang)).to.deep.equal(['fr']);
    expect(textOf(element, '.source')).to.contain('Verified on').and.contain('1 October 2026');
    await expect(element).to.be.accessible();
  });

  it('names its source, its author, its file, its dates and its licence', async () => {
    const element = await guidePage(passport);
    const told = textOf(element, '.source');
    for (const words of [
      'Service-Public.gouv.fr / DILA',
      'Direction de l’information légale et administrative',
      '1er octobre 2026',
      'vosdroits-latest.zip',
      '23 mars 2026',
      'Licence Ouverte 2.0',
      'sans que son texte soit changé',
    ])
      expect(told).to.contain(words);
    expect(hrefs(element, '.source a')).to.deep.equal([
      passport.url,
      'https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip',
      'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    ]);
  });
});

describe('links of a guide', () => {
  const to = (id: string, content: Inline[] = ['la fiche']) =>
    text({ is: 'guide', id, audience: null, content });

  it('lead to the guide in the directory where it can be read here', async () => {
    const element = await guidePage(passport);
    expect(hrefs(element, '.trail a')).to.deep.equal([hrefTo('guide', 'N19810'), hrefTo('guide', 'N360')]);
    expect(says(element, '.trail a')).to.deep.equal(['Papiers - Citoyenneté', 'Passeport']);
  });

  it('keep the audience, or take the one that the source says', async () => {
    const toPassport = (audience: GuideLink['audience']): GuideLink => ({
      id: passport.id,
      title: 'Passeport',
      audience,
    });
    const seeAlso = [toPassport(null), toPassport('individuals'), toPassport('professionals')];
    const element = await shown({ audiences: ['associations'], seeAlso });
    expect(hrefs(element, '.folds a')).to.deep.equal(
      (['associations', 'individuals', 'professionals'] as const).map((audience) =>
        hrefTo('guide', passport.id, audience),
      ),
    );
  });

  it('lead to the source’s own site where it is not here, and nowhere where that is not known', async () => {
    const element = await shown({ body: [to('F9')] });
    expect(hrefs(element, 'article p > a')).to.deep.equal([
      'https://www.service-public.gouv.fr/particuliers/vosdroits/F9',
    ]);
    expect(says(element, 'article p > a')).to.deep.equal(['la fiche (autre site)']);
    const lost = await shown({ url: null, body: [to('F9'), to('constructor', [])] });
    expect(all(lost, 'article p > a').length).to.equal(0);
    expect(textOf(lost, 'article')).to.contain('la fiche constructor');
  });

  it('take the guide’s title where they have no words, and never stand in each other', async () => {
    const inner: Inline = { is: 'link', url: 'https://b.example/', content: ['b'] };
    const element = await shown({
      body: [to('F14929', [' ']), text({ is: 'link', url: 'https://a.example/', content: ['a', inner] })],
    });
    expect(says(element, 'article p > a')).to.deep.equal([
      passport.title.replace('\u00a0', ' '),
      'ab (autre site)',
    ]);
  });

  it('are none where their address could run something', async () => {
    const urls = [
      'javascript:alert(1)',
      'data:text/html,x',
      ' javascript:alert(1)',
      '//evil.example',
      'https:evil',
    ];
    const pages = urls.map((url) => ({ title: 'page', url, complement: null }));
    const element = await shown({
      body: urls.map((url) => text({ is: 'link', url, content: ['lien'] })),
      services: urls.map((url, at) => service({ id: `R${at}`, url, annexes: [] })),
      contacts: urls.map((url, at) => contact({ id: `C${at}`, url, localService: null })),
      learnMore: pages,
      references: pages,
    });
    expect(all(element, 'article a').length).to.equal(0);
    expect(textOf(element, 'article')).to.contain('lien');
  });
});

describe('what a source writes', () => {
  const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)><!-- &lt;`;
  const ours = new Set(['id', 'is', 'look', 'show', 'type', 'kind', 'audience', 'audiences', 'localService']);
  const spoilt = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string') return ours.has(name) || /^\d{4}-|^https:/.test(value) ? value : HOSTILE;
    if (Array.isArray(value)) return value.map((one) => spoilt(one, name));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoilt(one, key)]));
  };

  it('is text, whatever it is', async () => {
    for (const guide of Object.values(guidesOfKinds)) {
      const element = await guidePage(spoilt(guide) as Guide);
      expect(all(element, 'script, img').length).to.equal(0);
      const names = all(element, '.guide *').flatMap((one) => one.getAttributeNames());
      expect(names.filter((name) => /^on/.test(name))).to.deep.equal([]);
      expect(element.shadowRoot!.querySelector('.guide')!.textContent).to.contain(HOSTILE);
    }
  });
});

describe('boxes', () => {
  const box = (look: 'note' | 'know' | 'warning', title: string): Block => ({
    is: 'box',
    look,
    title: title ? [title] : [],
    blocks: [text('x')],
  });

  it('say what they are, once, and a warning always', async () => {
    const element = await shown({
      body: [box('note', 'À noter'), box('know', ''), box('note', 'Exemple'), box('warning', 'Délai')],
    });
    expect(says(element, '[role=note]')).to.deep.equal([
      'À noter : x',
      'À savoir : x',
      'Exemple x',
      'Attention : Délai x',
    ]);
  });
});

describe('tables', () => {
  it('tell what each heading heads, and scroll by the keyboard under their name', async () => {
    const element = await guidePage(passport);
    expect(
      all<HTMLTableCellElement>(element, 'th').map(
        (th) => `${th.parentElement!.parentElement!.localName} ${th.scope} ${th.innerText.trim()}`,
      ),
    ).to.deep.equal([
      'thead col En ligne',
      'thead col Chez un buraliste',
      'thead col À l’étranger',
      'tbody row Majeur',
      'tbody row De 15 à 17 ans',
      'tbody row Moins de 15 ans',
    ]);
    expect(says(element, 'td[colspan="2"]')).to.deep.equal(['17 €']);
    const [wide] = all(element, '.wide[tabindex="0"]');
    const caption = element.shadowRoot!.getElementById(wide!.getAttribute('aria-labelledby')!)!;
    expect(caption.innerText).to.contain('Prix du timbre fiscal');
  });

  it('that a phone shows whole do not scroll', async () => {
    const cell = (isHeader: boolean) => ({ isHeader, columns: 1, rows: 1, blocks: [text('x')] });
    const rows = [
      [cell(true), cell(true)],
      [cell(false), cell(false)],
    ];
    const element = await shown({ body: [{ is: 'table', title: [], summary: [], rows }] });
    expect(all(element, 'table').length).to.equal(1);
    expect(all(element, '.wide, caption').length).to.equal(0);
  });
});

describe('services', () => {
  it('tell what they are, their number and their file before they are opened', async () => {
    const element = await guidePage(passport);
    const card = textOf(element, '.card');
    expect(card).to.match(/^Demande de carte Formulaire · Cerfa n° 12101\*02 · PDF · 606 ko/);
    expect(card).to.contain('Ministère chargé de l’intérieur').and.contain('Notice (Cerfa n° 51236#01)');
  });

  it('and contacts that the text offers are not said twice', async () => {
    const element = await shown({
      body: [
        section('Démarche', { is: 'service', service: service() }, { is: 'contact', contact: contact() }),
      ],
      services: [service()],
      contacts: [contact()],
    });
    expect(all(element, '.card').length).to.equal(2);
    expect(says(element, 'article .depth-2')).to.deep.equal(['Démarche']);
  });

  it('that are a guide of their own bear its title', async () => {
    const element = await guidePage(guidesOfKinds.service);
    expect(says(element, 'article [role=heading]')).to.deep.equal(['Demande de carte', 'Dans ces guides']);
  });
});

describe('contacts', () => {
  it('are the resident’s own where the directory has an office of their kind', async () => {
    const element = await guidePage(passport);
    const [town, caf, consulate] = all(element, '.card')
      .slice(2)
      .map((one) => one.innerText);
    expect(town)
      .to.contain('Mairie du Favril')
      .and.contain('02 61 91 00 10')
      .and.match(/Ouvert/);
    expect(caf).to.contain('d’Eure-et-Loir').and.contain('02 61 91 00 32').and.contain('En trouver un autre');
    expect(consulate).to.contain('Trouver').and.not.contain('02 61');
    expect(hrefs(element, '.offices .name')).to.deep.equal([
      hrefTo('organisation', '28148'),
      hrefTo('organisation', 'caf-28'),
    ]);
  });

  it('are all of them, where there are several', async () => {
    const other = { ...offices[0]!, id: 'annexe', name: 'Mairie annexe', phones: [] };
    const organisations = [...offices, other];
    const element = await guidePage(aGuide({ contacts: [contact()] }), { organisations });
    expect(says(element, '.offices .name')).to.deep.equal(['Mairie du Favril', 'Mairie annexe']);
  });

  it('that are the same everywhere are no office of the commune’s', async () => {
    const element = await shown({ contacts: [contact({ type: 'national' })] });
    expect(all(element, '.offices').length).to.equal(0);
  });
});

describe('what a guide explains', () => {
  const open = async () => {
    const element = await guidePage(passport);
    await press(element, 'domicile');
    await until(() => element.shadowRoot?.activeElement?.classList.contains('explanation'));
    return element;
  };
  const term = (element: GuideProbe) => all(element, '.term')[0]!;

  it('opens under its line, takes the focus, and is announced as open', async () => {
    const element = await open();
    expect(term(element).ariaExpanded).to.equal('true');
    expect(term(element).getAttribute('aria-controls')).to.equal(element.shadowRoot!.activeElement!.id);
    expect(textOf(element, '.explanation')).to.match(/^Domicile\s+Le lieu où/);
    expect(textOf(element, 'p:has(.term) + .explanation')).to.contain('Il n’y en a qu’un.');
    await expect(element).to.be.accessible();
  });

  it('closes by Escape, by its own button and by the term, and gives the focus back', async () => {
    const closings = [
      () => sendKeys({ press: 'Escape' }),
      async (element: GuideProbe) => press(element, 'Fermer l’explication'),
      async (element: GuideProbe) => term(element).click(),
    ];
    for (const close of closings) {
      const element = await open();
      await close(element);
      await until(() => element.shadowRoot?.activeElement === term(element));
      expect(all(element, '.explanation').length).to.equal(0);
      expect(term(element).ariaExpanded).to.equal('false');
    }
  });

  it('keeps Escape from the page only while it is open', async () => {
    const seen: string[] = [];
    const hear = ({ key }: KeyboardEvent) => seen.push(key);
    document.addEventListener('keydown', hear);
    const element = await open();
    await sendKeys({ press: 'Escape' });
    await until(() => element.shadowRoot?.activeElement === term(element));
    expect(seen).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    expect(seen).to.deep.equal(['Escape']);
    document.removeEventListener('keydown', hear);
  });

  it('is told at the end too, where terms are words alone', async () => {
    const element = await guidePage(passport);
    expect(says(element, 'summary')[0]).to.equal('Définitions (1)');
    expect(says(element, 'details dt')[0]).to.equal('Domicile');
  });

  it('is no button where nothing explains it, or where no words are', async () => {
    const element = await shown({
      body: [
        text({ is: 'term', id: 'R99', content: ['mot'] }),
        text({ is: 'term', id: 'R10', content: [' '] }),
      ],
      definitions: passport.definitions,
    });
    expect(all(element, '.term').length).to.equal(0);
  });
});

describe('what is folded', () => {
  const open = (element: GuideProbe) =>
    all<HTMLDetailsElement>(element, 'details')
      .filter((one) => one.open)
      .map((one) => one.querySelector('summary')!.innerText);

  it('stays open while the guide is drawn again, and is closed in the next', async () => {
    const element = await guidePage(passport);
    const summary = all(element, 'summary').find((one) => one.innerText === 'Voir aussi (1)')!;
    setTimeout(() => summary.click());
    await oneEvent(summary.parentElement!, 'toggle');
    await element.updateComplete;
    await press(element, 'Vous êtes mineur');
    expect(open(element)).to.deep.equal(['Voir aussi (1)']);
    element.shown = newProbe({ ...passport, id: 'F1' }).shown;
    await element.updateComplete;
    expect(open(element)).to.deep.equal([]);
  });
});
