import { expect } from '@open-wc/testing';
import { VillageHosting } from './testing/hosting.js';
import { page } from './testing/page.js';
import {
  cleanAddress,
  announced,
  focused,
  look,
  namesIn,
  open,
  press,
  textOf,
  tick,
  until,
} from './testing/steps.js';
import { easterMonday, tuesday } from './testing/village.js';

beforeEach(cleanAddress);
after(cleanAddress);

describe('what is listed', () => {
  it('is every organisation and procedure, with whether it is open now', async () => {
    const { element } = await page();
    expect(namesIn(element, 'organisations')).to.have.length(8);
    expect(namesIn(element, 'procedures')).to.include('Réserver la salle des fêtes');
    const lines = textOf(element, '#organisations');
    expect(lines).to.include('État civil\nMairie\nOuvert jusqu’à 12 h.');
    expect(lines).to.include('Fermé, rouvre à 14 h.');
  });

  it('says why it is closed today', async () => {
    const { element } = await page(undefined, { now: easterMonday });
    expect(textOf(element, '#organisations')).to.include('Fermé (lundi de Pâques), rouvre demain à 9 h.');
  });

  it('says what is open when somebody looks again, as time goes by', async () => {
    const { element } = await page();
    expect(textOf(element, '#organisations')).to.include('Ouvert jusqu’à 12 h.');
    element.now = () => tuesday + 3 * 3_600_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
    expect(textOf(element, '#organisations')).to.include('Fermé, rouvre à 13 h 30.');
  });

  it('can be chosen by level, by what is open now and by what can be done online', async () => {
    const { element } = await page();
    await press(element, 'Choisir ce qui est affiché');
    await tick(element, 'level', 'intercommunality');
    expect(namesIn(element, 'organisations')).to.deep.equal([
      'Communauté de communes entre Beauce et Perche',
      'Déchetterie de Pontgouin',
    ]);
    expect(announced(element)).to.equal('2 services et 1 démarche');
    await tick(element, 'openNow');
    expect(namesIn(element, 'organisations')).to.deep.equal([
      'Communauté de communes entre Beauce et Perche',
    ]);
    await press(element, 'Tout afficher');
    expect(namesIn(element, 'organisations')).to.have.length(8);
    await tick(element, 'online');
    expect(namesIn(element, 'procedures')).to.deep.equal([
      'Demander un acte de naissance',
      'Réserver la salle des fêtes',
    ]);
  });
});

describe('one organisation', () => {
  it('says all that is known of it, and what can be started', async () => {
    const { element } = await page();
    await open(element, 'Mairie du Favril');
    await until(() => focused(element) === 'view');
    const text = textOf(element);
    for (const said of [
      'Mairie du Favril',
      'Fermé, rouvre à 14 h.',
      'Mardi : 14 h – 18 h',
      'Ouvert le samedi 28 mars : 9 h – 11 h 30 (inscriptions scolaires)',
      'Le maire reçoit sur rendez-vous le samedi matin.',
      '02 61 91 00 19 (Élu d’astreinte, en cas d’urgence)',
      '28190 Le Favril',
      'Entrée de plain-pied',
      'Réserver la salle des fêtes',
    ])
      expect(text).to.include(said);
  });
});

describe('the search', () => {
  it('finds what is meant by everyday words, and says so', async () => {
    const { element } = await page();
    await look(element, 'poubele');
    expect(namesIn(element, 'found').join()).to.match(/ordures|Déchetterie/);
    await until(() => /résultat/.test(announced(element)));
  });

  it('loads neither its library nor the guides before its field has the focus', async () => {
    const { element, hosting } = await page();
    expect(hosting.asked).to.not.include('readGuides');
    element.shadowRoot!.querySelector<HTMLElement>('#q')!.focus();
    await until(() => hosting.asked.includes('readGuides'));
  });
});

it('keeps the page’s own content where no directory can be read', async () => {
  const hosting = new VillageHosting();
  hosting.failures.set('readDirectory', 'not-found');
  const { fixture, html } = await import('@open-wc/testing');
  const element = await fixture(
    html`<guichet-services-directory administration="28148" .client=${hosting}
      ><p>Mairie : 02 61 91 00 10</p></guichet-services-directory
    >`,
  );
  await until(() => hosting.asked.includes('readDirectory'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(element.shadowRoot!.querySelector('slot')).to.exist;
});
