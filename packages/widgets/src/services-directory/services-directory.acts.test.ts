import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../contact-form/contact-form.js';
import type { GuichetContactForm } from '../contact-form/contact-form.js';
import { Hosting } from '../contact-form/testing/hosting.js';
import type { ServicesDirectory } from './services-directory.js';
import { VillageHosting } from './testing/hosting.js';
import { page } from './testing/page.js';
import { cleanAddress, announced, find, focused, look, open, press, textOf, until } from './testing/steps.js';
import { acte, creche, village, villageAdministration } from './testing/village.js';

const stay = (event: Event) => event.preventDefault();
const engines = () => [...document.head.querySelectorAll('script[type="application/ld+json"]')];

beforeEach(cleanAddress);
after(cleanAddress);

describe('what is started or written', () => {
  async function formBeside(): Promise<GuichetContactForm> {
    const administration = {
      ...villageAdministration,
      procedures: [...villageAdministration.procedures, acte],
    };
    const form = await fixture<GuichetContactForm>(
      html`<guichet-contact-form
        administration="28148"
        .client=${new Hosting(administration)}
      ></guichet-contact-form>`,
    );
    await until(() => form.shadowRoot?.querySelector('form'));
    return form;
  }

  it('names who operates what nobody of the directory does, and no mairie in its place', async () => {
    const { element } = await page(new VillageHosting({ ...village, procedures: [creche] }));
    expect(textOf(element, '#procedures')).to.equal('Inscription en crèche\nCrèches de l’agglo');
    await open(element, creche.title);
    expect(textOf(element, 'article')).to.include('Crèches de l’agglo').and.not.include('Mairie du Favril');
  });

  it('is started in the contact form of the same page, which gets the focus', async () => {
    const { element } = await page();
    const form = await formBeside();
    await open(element, acte.title);
    await press(element, 'Commencer la démarche');
    await until(() => form.shadowRoot!.activeElement?.textContent.trim() === acte.title);
    expect(form.procedure).to.equal(acte.slug);
  });

  it('is written there to the service that was looked at, whatever was chosen before', async () => {
    const { element } = await page();
    const form = await formBeside();
    form.draft['recipient'] = 'voirie';
    form.draft['message'] = 'Bonjour';
    await open(element, 'État civil');
    await press(element, 'Écrire à ce service');
    await until(() => form.shadowRoot!.activeElement);
    expect(form.whole).to.deep.equal({ recipient: 'etat-civil', message: 'Bonjour' });
  });

  it('follows a link to the hosting’s page without such a form', async () => {
    const { element } = await page();
    await open(element, 'État civil');
    const link = [...element.shadowRoot!.querySelectorAll('a')].find(({ textContent }) =>
      textContent.includes('Écrire à ce service'),
    )!;
    expect(link.href).to.equal(`${villageAdministration.links.contact}?recipient=etat-civil`);
    // Bubbles last: the page stays, the test sees that the element did not take the link over.
    let isFollowed = false;
    const last = (event: Event) => {
      isFollowed = !event.defaultPrevented;
      stay(event);
    };
    window.addEventListener('click', last);
    link.click();
    window.removeEventListener('click', last);
    expect(isFollowed).to.equal(true);
  });

  it('is told to the page, which may do it in its own way', async () => {
    const { element } = await page();
    await open(element, acte.title);
    element.addEventListener('guichet-procedure-chosen', stay);
    const told = oneEvent(element, 'guichet-procedure-chosen');
    await press(element, 'Commencer la démarche');
    expect((await told).detail).to.deep.equal({ procedure: acte.slug, link: acte.link });
  });

  it('is told likewise of what is opened', async () => {
    const { element } = await page();
    element.addEventListener('guichet-organisation-opened', stay);
    const told = oneEvent(element, 'guichet-organisation-opened');
    await press(element, 'État civil');
    expect((await told).detail).to.deep.equal({ id: 'etat-civil' });
    expect(textOf(element, '#view')).to.equal('Services et démarches');
    expect(location.hash).to.equal('');
  });

  it('is offered, with the telephone, where nothing is found', async () => {
    const { element } = await page();
    await look(element, 'xyzzyx');
    expect(textOf(element, '.group')).to.include('Aucun résultat pour « xyzzyx ».');
    expect(element.shadowRoot!.querySelector('.group a[href="tel:0261910010"]')).to.exist;
    const link = [...element.shadowRoot!.querySelectorAll('a')].find(
      ({ textContent }) => textContent.trim() === 'Nous écrire',
    )!;
    expect(link.href).to.equal(villageAdministration.links.contact);
    await until(() => announced(element) === 'Aucun résultat pour « xyzzyx ».');
  });
});

describe('what search engines are told', () => {
  it('is the organisation or the procedure on screen, until it is left', async () => {
    const { element } = await page();
    expect(engines()).to.have.length(0);
    await open(element, 'État civil');
    const [told] = engines();
    expect(JSON.parse(told!.textContent)['@graph'][0]).to.include({
      '@type': 'GovernmentOffice',
      name: 'État civil',
    });
    await press(element, '← Tous les services et démarches');
    await until(() => !engines().length);
    await open(element, acte.title);
    expect(engines()[0]!.textContent).to.include('GovernmentService');
    element.remove();
    expect(engines()).to.have.length(0);
  });
});

describe('sharing', () => {
  const own = new Map<string, PropertyDescriptor | undefined>();
  const give = (name: 'share' | 'clipboard', value: unknown) => {
    if (!own.has(name)) own.set(name, Object.getOwnPropertyDescriptor(navigator, name));
    Object.defineProperty(navigator, name, { configurable: true, value });
  };
  afterEach(() => {
    for (const [name, before] of own) {
      Reflect.deleteProperty(navigator, name);
      if (before) Object.defineProperty(navigator, name, before);
    }
    own.clear();
  });
  const address = () => `${location.href.split('#')[0]!}#guichet:organisation=etat-civil`;

  it('uses what the device has', async () => {
    const shared: ShareData[] = [];
    give('share', (data: ShareData) => Promise.resolve(void shared.push(data)));
    const { element } = await page();
    await open(element, 'État civil');
    await press(element, 'Partager');
    await until(() => shared.length);
    expect(shared).to.deep.equal([{ title: 'État civil', url: address() }]);
  });

  it('copies the address where there is nothing to share with, and says so', async () => {
    const copied: string[] = [];
    give('share', undefined);
    give('clipboard', { writeText: (text: string) => Promise.resolve(void copied.push(text)) });
    const { element } = await page();
    await open(element, 'État civil');
    await press(element, 'Partager');
    await until(() => announced(element).startsWith('L’adresse est copiée'));
    expect(copied).to.deep.equal([address()]);
    expect(textOf(element)).to.include('L’adresse est copiée');
  });

  it('shows the address where it cannot be copied either', async () => {
    give('share', undefined);
    give('clipboard', { writeText: () => Promise.reject(new Error('forbidden')) });
    const { element } = await page();
    await open(element, 'État civil');
    await press(element, 'Partager');
    await until(() => focused(element) === 'address');
    expect((await find<HTMLInputElement>(element, '#address')).value).to.equal(address());
  });

  it('shares a guide likewise', async () => {
    const shared: ShareData[] = [];
    give('share', (data: ShareData) => Promise.resolve(void shared.push(data)));
    const { element } = await page();
    await press(element, 'Par thème');
    await open(element, 'Logement');
    await press(element, 'Partager');
    await until(() => shared.length);
    expect(shared[0]!.url).to.equal(`${location.href.split('#')[0]!}#guichet:guide=N19808`);
  });

  it('gives the hosting’s page where the host routes by its fragment', async () => {
    location.hash = '#/services';
    const shared: ShareData[] = [];
    give('share', (data: ShareData) => Promise.resolve(void shared.push(data)));
    const { element } = await page();
    await open(element, 'État civil');
    await press(element, 'Partager');
    await until(() => shared.length);
    expect(shared[0]!.url).to.equal(`${village.link}?organisme=etat-civil`);
  });
});

describe('on paper', () => {
  it('everything is unfolded', async () => {
    const { element } = await page();
    await press(element, 'Par thème');
    await open(element, 'Logement');
    const folded = () => element.shadowRoot!.querySelectorAll('article details:not([open])').length;
    expect(folded()).to.be.greaterThan(0);
    dispatchEvent(new Event('beforeprint'));
    expect(folded()).to.equal(0);
  });
});

describe('without a network', () => {
  it('still shows each organisation, with hours and telephone', async () => {
    const { element, hosting } = await page();
    for (const call of ['readDirectory', 'readGuides', 'readGuide'] as const)
      hosting.failures.set(call, 'network');
    await open(element, 'Déchetterie de Pontgouin');
    expect(textOf(element)).to.include('02 61 91 00 21').and.to.include('samedi');
  });

  it('searches all the same where only the guides could not be read, and asks for them again', async () => {
    const { element, hosting } = await page();
    hosting.failures.set('readGuides', 'network');
    await look(element, 'naissance');
    expect(textOf(element, '#found')).to.include('Demander un acte de naissance').and.not.to.include('Fiche');
    hosting.failures.clear();
    (element.shadowRoot!.activeElement as HTMLElement).blur();
    await look(element, 'logement');
    await until(() => textOf(element, '#found').includes('Fiche pratique'));
  });

  it('says that a guide could not be loaded, with the telephone, and tries again', async () => {
    const { element, hosting } = await page();
    hosting.failures.set('readGuide', 'network');
    await press(element, 'Par thème');
    await press(element, 'Logement');
    await find(element, '.notice');
    expect(textOf(element, '.notice'))
      .to.include('la connexion semble coupée')
      .and.to.include('02 61 91 00 10');
    await until(() => focused(element) === 'view');
    hosting.failures.clear();
    await press(element, 'Réessayer');
    await until(() => textOf(element, 'article #view') === 'Logement');
    await until(() => focused(element) === 'view');
  });

  it('comes back by itself where not even the directory could be read', async () => {
    const hosting = new VillageHosting();
    hosting.failures.set('readDirectory', 'network');
    const element = await fixture<ServicesDirectory>(
      html`<guichet-services-directory
        administration="28148"
        .client=${hosting}
      ></guichet-services-directory>`,
    );
    await find(element, '.human');
    expect(textOf(element)).to.include('Ce service ne peut pas s’afficher sur cette page.');
    hosting.failures.clear();
    dispatchEvent(new Event('online'));
    await find(element, '#view');
  });
});
