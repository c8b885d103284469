import { expect, fixture, html } from '@open-wc/testing';
import type { ServicesDirectory } from './services-directory.js';
import { VillageHosting } from './testing/hosting.js';
import { page } from './testing/page.js';
import { cleanAddress, find, focused, look, namesIn, open, press, textOf, until } from './testing/steps.js';

const title = (element: ServicesDirectory) => textOf(element, '#view');
const moved = (element: ServicesDirectory, to: string) => until(() => title(element) === to);
const home = 'Services et démarches';

describe('the address of what is shown', () => {
  beforeEach(cleanAddress);
  after(cleanAddress);

  it('says which organisation, and « back » leaves it, on from the link that led there', async () => {
    const { element } = await page();
    await open(element, 'État civil');
    expect(location.hash).to.equal('#guichet:organisation=etat-civil');
    history.back();
    await moved(element, home);
    expect(location.hash).to.equal('');
    await until(() => focused(element) === 'État civil');
    history.forward();
    await moved(element, 'État civil');
    await until(() => focused(element) === 'view');
  });

  it('leads straight to what it names', async () => {
    location.hash = '#guichet:procedure=salle';
    const { element } = await page();
    await moved(element, 'Réserver la salle des fêtes');
    // The page was opened, not the procedure: the focus stays where the page begins.
    expect(focused(element)).to.equal(undefined);
  });

  it('leads to a search, and says the one that is typed once one stops', async () => {
    location.hash = '#guichet:q=acte+de+naissance';
    const { element } = await page();
    await find(element, '#found');
    expect(namesIn(element, 'found')[0]).to.equal('Demander un acte de naissance');
    await look(element, 'Déchetterie');
    await until(() => location.hash === '#guichet:q=D%C3%A9chetterie');
    await open(element, 'Déchetterie de Pontgouin');
    await press(element, '← Retour aux résultats');
    await moved(element, home);
    expect(namesIn(element, 'found')).to.include('Déchetterie de Pontgouin');
  });

  it('leads back to a search that was left before one stopped typing', async () => {
    const { element } = await page();
    await look(element, 'Déchetterie');
    await open(element, 'Déchetterie de Pontgouin');
    history.back();
    await moved(element, home);
    await until(() => namesIn(element, 'found').includes('Déchetterie de Pontgouin'));
  });

  it('says in plain words that something is not there', async () => {
    location.hash = '#guichet:organisation=disparue';
    const { element } = await page();
    await moved(element, 'Cette page n’existe pas, ou n’existe plus.');
    expect(textOf(element, '.notice')).to.include('02 61 91 00 10');
  });

  it('is followed when another one is typed or linked to', async () => {
    const { element } = await page();
    location.hash = '#guichet:organisation=dechetterie';
    await moved(element, 'Déchetterie de Pontgouin');
  });
});

describe('the host’s own address', () => {
  beforeEach(cleanAddress);
  after(cleanAddress);

  it('keeps its anchors: they change nothing here, and are back behind « back »', async () => {
    location.hash = '#contact';
    const { element } = await page();
    await open(element, 'État civil');
    const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = '#autre';
    await changed;
    expect(title(element)).to.equal('État civil');
    history.back();
    await until(() => location.hash.startsWith('#guichet'));
    history.back();
    await moved(element, home);
    expect(location.hash).to.equal('#contact');
  });

  it('gets its anchor again where the directory is back at its beginning', async () => {
    location.hash = '#contact';
    const { element } = await page();
    await open(element, 'État civil');
    await press(element, '← Tous les services et démarches');
    await moved(element, home);
    expect(location.hash).to.equal('#contact');
  });

  it('keeps its routes: the directory then works without an address', async () => {
    location.hash = '#/services';
    const { element } = await page();
    await open(element, 'État civil');
    expect(location.hash).to.equal('#/services');
    await press(element, '← Tous les services et démarches');
    await moved(element, home);
  });

  it('keeps the state that its router left in the history', async () => {
    history.replaceState({ page: 7 }, '');
    const { element } = await page();
    await open(element, 'État civil');
    expect(history.state).to.deep.equal({ page: 7 });
  });

  it('is spoken for by the first of two directories only', async () => {
    const { element: first } = await page();
    const second = await fixture<ServicesDirectory>(
      html`<guichet-services-directory
        administration="28148"
        .client=${new VillageHosting()}
      ></guichet-services-directory>`,
    );
    await find(second, '#view');
    await open(second, 'État civil');
    expect(location.hash).to.equal('');
    await open(first, 'Déchetterie de Pontgouin');
    history.back();
    await moved(first, home);
    expect(title(second)).to.equal('État civil');
  });
});
