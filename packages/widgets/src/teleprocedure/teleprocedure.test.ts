import { ApiError } from '@guichet/client/api-error';
import { expect, fixture, fixtureCleanup, html, oneEvent } from '@open-wc/testing';
import { creche, started, submitted, trackedStart, withdrawn } from './testing/creche.js';
import { OperatedHosting } from './testing/hosting.js';
import { page } from './testing/page.js';
import { announced, find, focused, holdBack, press, reads, textOf, until } from './testing/steps.js';
import type { Teleprocedure } from './teleprocedure.js';

const BEGIN = 'Commencer la démarche';

const setOnline = (isOnline: boolean) => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: isOnline });
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
};

/** The page as the operator leads back to it. */
async function cameBack(hosting: OperatedHosting, start = started.start): Promise<Teleprocedure> {
  history.replaceState(null, '', `#guichet-retour=${start}`);
  return (await page(hosting)).element;
}

describe('what is told before it is begun', () => {
  it('says who operates it, who decides, for whom, how long, with what, at what price, how else, whom to call', async () => {
    const { element } = await page();
    const text = textOf(element);
    for (const said of [
      creche.title,
      creche.introduction,
      'Parents d’un enfant',
      'Livret de famille',
      'Gratuit',
      'deux mois',
      'Un dossier en papier',
      'Service assuré par',
      'Communauté de communes entre Beauce et Perche',
      'Qui décide',
      'Service petite enfance',
    ])
      expect(text).to.include(said);
    for (const phone of ['0261910010', '0261910022'])
      expect(element.shadowRoot!.querySelector(`a[href="tel:${phone}"]`)).to.exist;
  });

  it('names other ways where nobody wrote how', async () => {
    const { element } = await page(new OperatedHosting({ ...creche, offline: '' }));
    expect(textOf(element)).to.include('Au guichet').and.to.include('Par courrier');
  });

  it('says where one will be', async () => {
    const said = {
      frame: 'Vous restez sur ce site. Le service est assuré par un autre organisme : Communauté',
      'hand-off': 'Vous allez continuer sur un autre site : Communauté',
      link: 'La démarche se fait sur un autre site : Communauté',
    } as const;
    for (const entry of ['frame', 'hand-off', 'link'] as const) {
      const { element } = await page(new OperatedHosting({ ...creche, entry }));
      expect(textOf(element)).to.include(said[entry]);
    }
  });

  it('asks nothing of the operator, and nothing more of the hosting, before somebody begins', async () => {
    const { element, hosting } = await page();
    const { origin } = creche;
    expect(hosting.starts).to.be.empty;
    expect(document.querySelector(`link[href^="${origin}"]`)).to.not.exist;
    expect(element.shadowRoot!.querySelector('iframe')).to.not.exist;
    expect(performance.getEntriesByType('resource').some(({ name }) => name.startsWith(origin))).to.be.false;
  });

  it('says that it alone counts where it is reserved', async () => {
    const { element } = await page(new OperatedHosting({ ...creche, isReserved: true }));
    expect(textOf(element)).to.include('seule cette démarche en ligne compte');
  });

  it('speaks English', async () => {
    const { element } = await page(undefined, { language: 'en' });
    expect(textOf(element))
      .to.include('Start the procedure')
      .and.to.include('You will continue on another site');
  });

  it('says since when it is withdrawn, why, and what there is instead; nothing begins it', async () => {
    const { element } = await page(new OperatedHosting(withdrawn));
    await reads(element, 'n’est plus proposée');
    expect(textOf(element))
      .to.include('n’est plus proposée en ligne depuis le 1er septembre 2026')
      .and.to.include('par le portail des familles');
    expect(element.shadowRoot!.querySelector(`a[href="${withdrawn.withdrawn!.replacement!.link}"]`)).to.exist;
    expect(element.shadowRoot!.querySelector('[data-act=begin]')).to.not.exist;
    expect(element.shadowRoot!.querySelector('a[href="tel:0261910010"]')).to.exist;
  });

  it('says that there is none of that name, with a human and a way on', async () => {
    const { element } = await page(undefined, { procedure: 'ailleurs' });
    expect(textOf(element))
      .to.include('Cette démarche n’est pas proposée ici.')
      .and.to.include('02 61 91 00 10');
    expect(element.shadowRoot!.querySelector('a[href$="/services"]')).to.exist;
  });

  it('leaves the page’s own content where the hosting cannot be read, and comes when it can', async () => {
    const hosting = new OperatedHosting();
    hosting.failures.set('readTeleprocedure', new ApiError('unavailable'));
    fixtureCleanup();
    const element = await fixture<Teleprocedure>(
      html`<guichet-teleprocedure administration="28148" procedure="inscription-creche" .client=${hosting}
        ><p>02 61 91 00 10</p></guichet-teleprocedure
      >`,
    );
    await find(element, 'slot');
    hosting.failures.clear();
    dispatchEvent(new Event('online'));
    await reads(element, creche.title);
  });
});

describe('what was typed already', () => {
  const prefill = { familyName: 'Dubois', email: 'a@example.org', postalCode: '28190', city: 'Le Favril' };

  it('is named to whom it will be handed over to, and handed over', async () => {
    const hosting = new OperatedHosting({ ...creche, takesPrefill: true });
    const { element, led } = await page(hosting, { prefill });
    await reads(element, 'Nom de famille (Dubois)');
    expect(textOf(element))
      .to.include('seront transmises à l’organisme qui assure le service (Communauté')
      .and.to.include('Adresse postale (28190 Le Favril)');
    await press(element, BEGIN);
    await until(() => led.length);
    expect(hosting.starts[0]!.body.prefill).to.deep.equal(prefill);
  });

  it('stays here where it is unticked', async () => {
    const hosting = new OperatedHosting({ ...creche, takesPrefill: true });
    const { element, led } = await page(hosting, { prefill });
    (await find<HTMLInputElement>(element, '[name=data-email]')).click();
    (await find<HTMLInputElement>(element, '[name=data-addressLines]')).click();
    await press(element, BEGIN);
    await until(() => led.length);
    expect(hosting.starts[0]!.body.prefill).to.deep.equal({ familyName: 'Dubois' });
  });

  it('stays here where the operator does not take it, or it is no data', async () => {
    for (const [takesPrefill, given] of [
      [false, prefill],
      [true, { familyName: 7, email: 'x'.repeat(300), city: ' ', more: 'x' } as never],
    ] as const) {
      const hosting = new OperatedHosting({ ...creche, takesPrefill });
      const { element, led } = await page(hosting, { prefill: given });
      await press(element, BEGIN);
      await until(() => led.length);
      expect(hosting.starts[0]!.body.prefill).to.deep.equal({});
      expect(element.shadowRoot!.querySelector('[name^=data-]')).to.not.exist;
    }
  });
});

describe('handing over to the operator’s site', () => {
  it('goes there in the same window, in the resident’s language, and says where it leads back to', async () => {
    const { element, hosting, led } = await page();
    const told = oneEvent(element, 'guichet-teleprocedure-begun');
    await press(element, BEGIN);
    expect((await told).detail).to.deep.equal({ procedure: 'inscription-creche', entry: 'hand-off' });
    await until(() => led.length);
    expect(led).to.deep.equal([{ url: started.url, sent: null }]);
    const [{ slug, body }] = hosting.starts as [(typeof hosting.starts)[0]];
    expect(slug).to.equal('inscription-creche');
    expect(body).to.deep.equal({ language: 'fr', prefill: {}, returnTo: location.href.split('#')[0] });
    expect(focused(element)).to.equal('view');
    expect(textOf(element, '#view')).to.equal(
      'Continuez sur un autre site : Communauté de communes entre Beauce et Perche',
    );
  });

  it('sends by a form what goes by a form', async () => {
    const hosting = new OperatedHosting();
    hosting.started = { ...started, post: { nom: 'Dubois', 'guichet-start': 's1' } };
    const { element, led } = await page(hosting);
    await press(element, BEGIN);
    await until(() => led.length);
    expect(led).to.deep.equal([{ url: started.url, sent: { nom: 'Dubois', 'guichet-start': 's1' } }]);
  });

  it('shows reference and code first where the request exists already', async () => {
    const hosting = new OperatedHosting();
    hosting.started = trackedStart;
    const { element, led } = await page(hosting);
    await press(element, BEGIN);
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
    expect(textOf(element)).to.include('notez votre référence').and.to.include('28148-2026-7K3M-9QXB');
    expect(led).to.be.empty;
    await press(element, 'Aller sur cet autre site');
    expect(led).to.deep.equal([{ url: started.url, sent: null }]);
  });

  it('has nothing of it any more once the page is left', async () => {
    const { element, led } = await page();
    await press(element, BEGIN);
    await until(() => led.length);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await reads(element, BEGIN);
    expect(element.shadowRoot!.innerHTML).to.not.include('s1.signed');
  });

  it('does nothing where the page says so', async () => {
    const { element, hosting } = await page();
    element.addEventListener('guichet-teleprocedure-begun', (event) => event.preventDefault());
    await press(element, BEGIN);
    await press(element, BEGIN);
    expect(hosting.starts).to.be.empty;
    expect(textOf(element)).to.include(BEGIN);
  });

  it('is a plain link where the hosting says so', async () => {
    const { element, hosting, led } = await page(new OperatedHosting({ ...creche, entry: 'link' }));
    const told = oneEvent(element, 'guichet-teleprocedure-begun');
    await press(element, BEGIN);
    expect((await told).detail.entry).to.equal('link');
    expect(led).to.deep.equal([{ url: creche.url, sent: null }]);
    expect(hosting.starts).to.be.empty;
  });
});

describe('what cannot be begun', () => {
  afterEach(() => setOnline(true));

  const refused = async (error: ApiError) => {
    const hosting = new OperatedHosting();
    hosting.failures.set('begin', error);
    const shown = await page(hosting);
    await press(shown.element, BEGIN);
    await find(shown.element, '#notice');
    await until(() => focused(shown.element) === 'notice');
    return shown;
  };

  it('says why, with a telephone, and what was told stays', async () => {
    for (const [error, said] of [
      [new ApiError('unavailable'), 'Le service ne répond pas'],
      [new ApiError('rate-limited', [], 130), 'Réessayez dans 3 minutes'],
      [new ApiError('teleprocedure-closed'), 'vient d’être fermée'],
      [new ApiError('origin-not-allowed'), 'Ouvrez-la sur une autre page'],
    ] as const) {
      const { element } = await refused(error);
      expect(textOf(element, '#notice')).to.include(said).and.to.include('02 61 91 00 10');
      expect(textOf(element)).to.include('Livret de famille');
    }
  });

  it('leads to the hosting’s own page where this one may not', async () => {
    const { element } = await refused(new ApiError('origin-not-allowed'));
    expect(element.shadowRoot!.querySelector(`#notice a[href="${creche.link}"]`)).to.exist;
  });

  it('says that the connection is down, and when it is back, but begins nothing by itself', async () => {
    const { element, hosting, led } = await refused(new ApiError('network'));
    expect(textOf(element, '#notice')).to.include('La connexion à internet est coupée');
    hosting.failures.clear();
    setOnline(true);
    await reads(element, 'La connexion est revenue');
    expect(announced(element)).to.include('La connexion est revenue');
    expect(hosting.starts).to.have.length(1);
    await press(element, BEGIN);
    await until(() => led.length);
    expect(hosting.starts[0]!.key).to.equal(hosting.starts[1]!.key);
  });
});

describe('coming back from the operator’s site', () => {
  it('gives the receipt, and leaves nothing in the address', async () => {
    const hosting = new OperatedHosting();
    const told = new Promise<CustomEvent>((resolve) =>
      document.addEventListener('guichet-teleprocedure-submitted', (event) => resolve(event as CustomEvent), {
        once: true,
      }),
    );
    const element = await cameBack(hosting);
    expect(location.hash).to.equal('');
    await reads(element, 'Votre demande est envoyée');
    const text = textOf(element);
    for (const said of [
      '28148-2026-7K3M-9QXB',
      '4F7T-2MZK-8RWA-Q6PH',
      'CR-2026-0042',
      'nous l’a confirmé',
      'Et ensuite',
    ])
      expect(text).to.include(said);
    expect(hosting.submissions[0]).to.deep.equal({
      slug: 'inscription-creche',
      body: { start: started.start, reference: null },
    });
    expect((await told).detail).to.deep.equal({
      procedure: 'inscription-creche',
      reference: '28148-2026-7K3M-9QXB',
    });
    expect(focused(element)).to.equal('view');
    expect(element.shadowRoot!.querySelector('a[href$="/tracking"]')).to.exist;
  });

  it('says so where it is not confirmed yet', async () => {
    const hosting = new OperatedHosting();
    hosting.submitted = { ...submitted, isConfirmed: false };
    const element = await cameBack(hosting);
    await reads(element, 'Nous attendons encore sa confirmation');
    expect(textOf(element)).to.not.include('nous l’a confirmé');
  });

  it('says that there is no news yet, what to do, and asks again', async () => {
    const hosting = new OperatedHosting();
    hosting.submitted = { state: 'awaited' };
    const element = await cameBack(hosting);
    await reads(element, 'Nous n’avons pas encore de nouvelles');
    expect(textOf(element)).to.include('retournez-y pour la continuer').and.to.include('02 61 91 00 22');
    hosting.submitted = submitted;
    await press(element, 'Vérifier à nouveau');
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
    await until(() => announced(element).includes('Votre demande est envoyée'));
  });

  it('asks again by itself when the resident looks again', async () => {
    const hosting = new OperatedHosting();
    hosting.submitted = { state: 'awaited' };
    const element = await cameBack(hosting);
    await reads(element, 'Vérifier à nouveau');
    hosting.submitted = submitted;
    document.dispatchEvent(new Event('visibilitychange'));
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
  });

  it('asks nothing where nothing is ever known, and says who is to be asked', async () => {
    const hosting = new OperatedHosting({ ...creche, isFollowed: false });
    const element = await cameBack(hosting);
    await reads(element, 'Cette démarche se suit sur l’autre site');
    expect(hosting.submissions).to.be.empty;
  });

  it('tries again when the connection is back', async () => {
    const hosting = new OperatedHosting();
    hosting.failures.set('submission', new ApiError('network'));
    const element = await cameBack(hosting);
    await reads(element, 'La connexion à internet est coupée');
    hosting.failures.clear();
    setOnline(true);
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
  });

  it('says where a link is not good any more', async () => {
    const element = await cameBack(new OperatedHosting(), 'other');
    await reads(element, 'Ce lien de retour n’est plus valable');
    await press(element, 'Effacer et quitter');
    await reads(element, BEGIN);
  });

  const MAIL = 'Recevoir la référence et un lien de suivi par courriel';
  const unfold = async (hosting = new OperatedHosting()) => {
    const element = await cameBack(hosting);
    await press(element, MAIL);
    await until(() => focused(element) === 'linkEmail');
    return { element, hosting };
  };
  const give = async (element: Teleprocedure, email: string) => {
    const field = await find<HTMLInputElement>(element, '#linkEmail');
    field.value = email;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await press(element, 'Recevoir ce courriel');
  };

  it('has the reference and a link mailed where the resident wants it, once asked for', async () => {
    const { element, hosting } = await unfold();
    expect(textOf(element, 'form')).to.include('C’est facultatif').and.include('un an après');
    await give(element, ' angela@boite.example ');
    await until(() => focused(element) === 'link-notice');
    expect(announced(element)).to.include('part dans quelques minutes');
    expect(hosting.links).to.deep.equal([
      {
        slug: 'inscription-creche',
        body: { start: started.start, email: 'angela@boite.example', language: 'fr' },
      },
    ]);
  });

  it('says beside the field what is wrong with the address, and loses nothing', async () => {
    const { element, hosting } = await unfold();
    await give(element, 'angela@boite');
    await until(() => focused(element) === 'linkEmail');
    expect(textOf(element, '#linkEmail-error')).to.include('erreur de frappe');
    expect(hosting.links).to.be.empty;
    hosting.failures.set('mailLink', new ApiError('rate-limited', [], 240));
    await give(element, 'angela@boite.example');
    await until(() => focused(element) === 'link-notice');
    expect(textOf(element, '#link-notice')).to.include('4 minutes');
    expect((await find<HTMLInputElement>(element, '#linkEmail')).value).to.equal('angela@boite.example');
  });

  it('asks for no address where nothing is known of the request', async () => {
    const hosting = new OperatedHosting();
    hosting.submitted = { state: 'awaited' };
    const element = await cameBack(hosting);
    await reads(element, 'pas encore de nouvelles');
    expect(element.shadowRoot!.querySelector('#linkEmail')).not.to.exist;
  });

  it('leaves no address to the next person', async () => {
    const { element } = await unfold();
    await give(element, 'angela@boite.example');
    await press(element, 'Effacer et quitter');
    await reads(element, BEGIN);
    expect(element.shadowRoot!.innerHTML).to.not.include('boite.example');
  });

  it('erases all of it on a shared computer', async () => {
    const element = await cameBack(new OperatedHosting());
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
    await press(element, 'Effacer et quitter');
    await reads(element, BEGIN);
    expect(element.shadowRoot!.innerHTML).to.not.include('4F7T');
    expect(focused(element)).to.equal('view');
    expect(announced(element)).to.equal('Tout est effacé.');
  });

  it('touches no other fragment', async () => {
    history.replaceState(null, '', '#guichet-retours');
    await page();
    expect(location.hash).to.equal('#guichet-retours');
    history.replaceState(null, '', location.href.split('#')[0]);
  });

  it('works in a page that is there already', async () => {
    const { element } = await page();
    location.hash = `#guichet-retour=${started.start}`;
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
    expect(location.hash).to.equal('');
  });
});

describe('two in one page', () => {
  it('each begins its own; who comes back comes to the one that was begun', async () => {
    const bus = { ...creche, slug: 'carte-de-bus', title: 'Demander une carte de bus' };
    const hosting = new OperatedHosting(creche, bus);
    hosting.known.set('s2', 'carte-de-bus');
    history.replaceState(null, '', '#guichet-retour=s2');
    fixtureCleanup();
    const around = await fixture(html`
      <div>
        <guichet-teleprocedure administration="28148" procedure="inscription-creche" .client=${hosting}>
        </guichet-teleprocedure>
        <guichet-teleprocedure administration="28148" procedure="carte-de-bus" .client=${hosting}>
        </guichet-teleprocedure>
      </div>
    `);
    const [first, second] = [...around.querySelectorAll('guichet-teleprocedure')] as [
      Teleprocedure,
      Teleprocedure,
    ];
    await reads(second, '4F7T-2MZK-8RWA-Q6PH');
    await reads(first, BEGIN);
    expect(textOf(first)).to.not.include('4F7T');
    const led = holdBack(first);
    await press(first, BEGIN);
    await until(() => led.length);
    expect(hosting.starts.map(({ slug }) => slug)).to.deep.equal(['inscription-creche']);
    expect(textOf(second)).to.include('4F7T');
  });
});
