import type { Guide, GuideLink, ShownGuide } from '@guichet/contracts/guide';
import type { GuideOptions } from '@guichet/client/port';
import { aGuide } from '@guichet/contracts/guide/testing/guides';
import { expect } from '@open-wc/testing';
import { VillageHosting } from '../testing/hosting.js';
import { page } from '../testing/page.js';
import { find, focused, press, textOf, until } from '../testing/steps.js';
import { guidesOfKinds, passport } from './testing/guides.js';

const guides = Object.values(guidesOfKinds);

/** Has one guide of each kind, which lead to each other. */
class GuidesHosting extends VillageHosting {
  override async readGuide(id: string): Promise<ShownGuide> {
    await super.readGuide('N19810');
    const guide = guides.find((one) => one.id === id)!;
    const titles = Object.fromEntries(guides.map((one) => [one.id, one.title]));
    return { guide, titles, source: { url: null, file: 'vosdroits-latest.zip', fetchedOn: '2026-03-23' } };
  }
}

const toTax = (audience: GuideLink['audience']): GuideLink => ({ id: 'N1', title: 'Impôts', audience });
const taxGuides: Guide[] = [
  aGuide({ id: 'N1', title: 'Impôts des particuliers', seeAlso: [toTax('professionals')] }),
  aGuide({
    id: 'N1',
    title: 'Impôts des entreprises',
    audiences: ['professionals'],
    groups: [{ id: null, title: null, guides: [toTax(null)] }],
    seeAlso: [{ ...toTax('individuals'), title: 'Impôts du foyer' }],
  }),
];

/** Has a guide of the same id for individuals and for professionals. */
class TwoAudiencesHosting extends VillageHosting {
  readonly read: (string | null | undefined)[] = [];

  override async readGuide(id: string, { audience }: GuideOptions = {}): Promise<ShownGuide> {
    await super.readGuide('N19810');
    this.read.push(audience);
    const guide = taxGuides[audience === 'professionals' ? 1 : 0]!;
    return {
      guide,
      titles: { [id]: guide.title },
      source: { url: null, file: 'vosdroits-latest.zip', fetchedOn: '2026-03-23' },
    };
  }
}

const place = (text = '') => history.replaceState(null, '', `${location.href.split('#')[0]!}${text}`);

describe('a guide in the directory', () => {
  const opened = async () => {
    place(`#guichet:guide=${passport.id}`);
    const { element } = await page(new GuidesHosting());
    await until(() => textOf(element, '.guide #view').startsWith('Passeport'));
    return element;
  };
  afterEach(() => place());

  it('leads to another without leaving the page, and back to what was chosen in it', async () => {
    const element = await opened();
    await press(element, 'Vous êtes mineur');
    await press(element, 'Passeport');
    await until(() => textOf(element, '#view') === 'Passeport');
    await until(() => focused(element) === 'view');
    expect(location.hash).to.equal('#guichet:guide=N360');
    history.back();
    await until(() => textOf(element, '#view').startsWith('Passeport : première'));
    const chosen = await find(element, '[role=tab][aria-selected=true]');
    expect(chosen.innerText.trim()).to.equal('Vous êtes mineur');
  });

  it('leads to its own parts without changing the address', async () => {
    const element = await opened();
    await press(element, 'Retirer le passeport');
    expect(element.shadowRoot!.activeElement!.textContent.trim()).to.equal('Retirer le passeport');
    expect(location.hash).to.equal(`#guichet:guide=${passport.id}`);
  });

  it('leads to the resident’s own office, beside which it says when it opens', async () => {
    const element = await opened();
    expect((await find(element, '.offices')).innerText).to.contain('rouvre à 14');
    await press(element, 'Mairie du Favril');
    await until(() => textOf(element, '#view') === 'Mairie du Favril');
    expect(location.hash).to.equal('#guichet:organisation=28148');
  });

  it('leads to the one for professionals, stays among theirs, and back to the one for individuals', async () => {
    place('#guichet:guide=N1');
    const hosting = new TwoAudiencesHosting();
    const { element } = await page(hosting);
    const opened: unknown[] = [];
    element.addEventListener('guichet-guide-opened', ({ detail }) => opened.push(detail));
    const titled = (title: string) => until(() => textOf(element, '.guide #view') === title);
    await titled('Impôts des particuliers');
    await press(element, 'Voir aussi (1)');
    await press(element, 'Impôts');
    await titled('Impôts des entreprises');
    expect(location.hash).to.equal('#guichet:guide=N1&pour=professionnels');
    expect((await find(element, '.guide .links a')).getAttribute('href')).to.match(
      /#guichet:guide=N1&pour=professionnels$/,
    );
    await press(element, 'Voir aussi (1)');
    await press(element, 'Impôts du foyer');
    await titled('Impôts des particuliers');
    expect(location.hash).to.equal('#guichet:guide=N1');
    history.back();
    await titled('Impôts des entreprises');
    expect(hosting.read).to.deep.equal([null, 'professionals']);
    expect(opened).to.deep.equal([
      { id: 'N1', audience: 'professionals' },
      { id: 'N1', audience: 'individuals' },
    ]);
  });

  it('is the one for whom the address says; for individuals where it says a word that is none', async () => {
    for (const [word, title] of [
      ['professionnels', 'Impôts des entreprises'],
      ['martiens', 'Impôts des particuliers'],
    ] as const) {
      place(`#guichet:guide=N1&pour=${word}`);
      const { element } = await page(new TwoAudiencesHosting());
      await until(() => textOf(element, '.guide #view') === title);
    }
  });

  it('breaks no rule that axe knows', async () => {
    await expect(await opened()).to.be.accessible();
  });
});
