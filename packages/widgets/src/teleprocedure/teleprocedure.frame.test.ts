import { ApiError } from '@guichet/client/api-error';
import { expect } from '@open-wc/testing';
import { submitted } from './testing/creche.js';
import { framedHosting, runInFrame } from './testing/frame.js';
import { page } from './testing/page.js';
import { announced, find, focused, press, reads, textOf, until } from './testing/steps.js';
import type { Teleprocedure } from './teleprocedure.js';

const BEGIN = 'Commencer la démarche';

/** A page whose téléprocédure is begun, in its frame. */
async function begun(...operator: Parameters<typeof framedHosting>) {
  const shown = await page(framedHosting(...operator));
  await press(shown.element, BEGIN);
  await find(shown.element, 'iframe');
  return shown;
}

const say = (element: Teleprocedure, name: string, value = '') =>
  runInFrame(element, `document.documentElement.setAttribute('data-guichet-${name}', '${value}')`);

const setOnline = (isOnline: boolean) => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: isOnline });
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
};

const { confirm } = window;
afterEach(() => {
  window.confirm = confirm;
  setOnline(true);
});

describe('in a frame', () => {
  it('is named by what and whose it is, has the focus, and the steps are shown and said', async () => {
    const { element } = await begun('step=2/4+Votre+enfant');
    const frame = await find<HTMLIFrameElement>(element, 'iframe');
    expect(frame.title).to.equal(
      'Inscrire un enfant à la crèche (Communauté de communes entre Beauce et Perche)',
    );
    const steps: unknown[] = [];
    element.addEventListener('guichet-teleprocedure-step', ({ detail }) => steps.push(detail));
    await reads(element, 'Étape 2 sur 4 : Votre enfant');
    await until(() => announced(element) === 'Étape 2 sur 4 : Votre enfant');
    expect(focused(element)).to.equal('iframe');
    await say(element, 'step', '3/4 Vos ressources');
    await reads(element, 'Étape 3 sur 4 : Vos ressources');
    expect(steps.at(-1)).to.deep.equal({ procedure: 'inscription-creche', index: 3, count: 4 });
    expect(frame.isConnected && frame === element.shadowRoot!.querySelector('iframe')).to.be.true;
  });

  it('is as high as what is in it', async () => {
    const { element } = await begun();
    const frame = await find<HTMLIFrameElement>(element, 'iframe');
    await until(() => announced(element) === '');
    await runInFrame(element, 'document.getElementById("content").style.height = "1700px"');
    await until(() => frame.offsetHeight > 1700);
  });

  it('gives the operator what the resident left ticked', async () => {
    const hosting = framedHosting('', { takesPrefill: true });
    const { element } = await page(hosting, { prefill: { familyName: 'Dubois', givenName: 'Angela' } });
    (await find<HTMLInputElement>(element, '[name=data-givenName]')).click();
    await press(element, BEGIN);
    await until(() => announced(element) === '');
    const typed = (id: string) => runInFrame(element, `return document.getElementById('${id}').value`);
    for (;;) if ((await typed('family')) === 'Dubois') break;
    expect(await typed('given')).to.equal('Zoé');
  });

  it('gives the receipt once its page says that it was sent, and leaves that page to be read', async () => {
    const { element, hosting } = await begun();
    hosting.submitted = { ...submitted, operatorReference: 'CR-42', isConfirmed: false };
    const frame = await find<HTMLIFrameElement>(element, 'iframe');
    await until(() => announced(element) === '');
    // What is asked of the frame first is done by then: it takes the focus, in its own time.
    for (;;) if (await runInFrame(element, 'return document.hasFocus()')) break;
    await say(element, 'submitted', 'CR-42');
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
    expect(hosting.submissions).to.deep.equal([
      { slug: 'inscription-creche', body: { start: 's1.signed', reference: 'CR-42' } },
    ]);
    expect(textOf(element, '#operator-reference')).to.equal('CR-42');
    expect(textOf(element)).to.include('Nous attendons encore sa confirmation');
    expect(element.shadowRoot!.querySelector('iframe')).to.equal(frame);
    expect(await runInFrame(element, 'return document.documentElement.dataset.guichetSubmitted')).to.equal(
      'CR-42',
    );
    expect(focused(element)).to.equal('view');
    expect(frame.offsetWidth).to.equal(frame.parentElement!.clientWidth);
    expect(await runInFrame(element, 'return innerWidth')).to.equal(frame.offsetWidth);
    await press(element, 'Effacer et quitter');
    await reads(element, BEGIN);
    expect(element.shadowRoot!.querySelector('iframe')).to.not.exist;
  });

  it('shows the operator’s own reference at once, and loses nothing where the hosting does not answer', async () => {
    const { element, hosting } = await begun();
    hosting.failures.set('submission', new ApiError('unavailable'));
    await until(() => announced(element) === '');
    await say(element, 'submitted', 'CR-42');
    await reads(element, 'Votre demande n’est pas perdue');
    expect(textOf(element, '#operator-reference')).to.equal('CR-42');
    hosting.failures.clear();
    await press(element, 'Réessayer maintenant');
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
    expect(hosting.submissions.every(({ body }) => body.reference === 'CR-42')).to.be.true;
  });

  it('asks before it is left with something unsaved, and not otherwise', async () => {
    const { element } = await begun();
    await until(() => announced(element) === '');
    let asked = 0;
    window.confirm = () => !!asked++;
    await say(element, 'unsaved');
    // The frame's word travels: the question comes with it.
    await until(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await press(element, 'Quitter la démarche');
    expect(element.shadowRoot!.querySelector('iframe')).to.exist;
    let left = 0;
    element.addEventListener('guichet-teleprocedure-left', () => left++);
    await press(element, 'Quitter la démarche');
    await reads(element, BEGIN);
    expect([asked, left]).to.deep.equal([2, 1]);
    expect(focused(element)).to.equal('view');
    await press(element, BEGIN);
    await find(element, 'iframe');
    await press(element, 'Quitter la démarche');
    expect(asked).to.equal(2);
  });

  it('says in time that the session ends, then that it has, with what to do', async () => {
    const { element } = await begun('session=90');
    await reads(element, 'Continuez la démarche ou enregistrez-la avant');
    await until(() => announced(element).includes('enregistrez-la avant'));
    await say(element, 'session', '900');
    await until(() => !textOf(element).includes('enregistrez-la avant'));
    await say(element, 'session', '0');
    await reads(element, 'Le temps est écoulé');
    await press(element, 'Recommencer');
    await until(() => !textOf(element).includes('Le temps est écoulé'));
    await find(element, 'iframe');
  });

  it('goes on in another tab, and asks what came of it when the resident is back', async () => {
    const { element, hosting } = await begun();
    const tab = await find<HTMLAnchorElement>(element, '[data-act=tab]');
    expect([tab.href, tab.target, tab.rel]).to.deep.equal([hosting.started.url, '_blank', 'noopener']);
    // The tab itself would outlive the test.
    tab.target = 'nowhere-frame';
    const nowhere = Object.assign(document.createElement('iframe'), { name: 'nowhere-frame' });
    document.body.append(nowhere);
    await press(element, 'Ouvrir dans un nouvel onglet');
    await reads(element, 'La démarche est ouverte dans un autre onglet');
    nowhere.remove();
    expect(element.shadowRoot!.querySelector('iframe')).to.not.exist;
    await press(element, 'Voir où en est ma demande');
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
  });

  it('says that the connection is down while it is filled in', async () => {
    const { element } = await begun();
    setOnline(false);
    await reads(element, 'La connexion à internet est coupée');
    setOnline(true);
    await until(() => !textOf(element).includes('La connexion à internet est coupée'));
    expect(element.shadowRoot!.querySelector('iframe')).to.exist;
  });

  it('leads to the operator’s site by itself where its page may not be framed, without an alarm', async () => {
    const hosting = framedHosting();
    // The page's own origin: it is refused before it is loaded.
    hosting.teleprocedures.set('inscription-creche', {
      ...hosting.teleprocedures.get('inscription-creche')!,
      origin: 'https://creches.beauce-perche.example',
    });
    const { element, led } = await page(hosting);
    let fellBack = 0;
    element.addEventListener('guichet-teleprocedure-fell-back', () => fellBack++);
    await press(element, BEGIN);
    await reads(element, 'Ce service s’affiche sur sa propre page');
    expect(focused(element)).to.equal('view');
    expect(fellBack).to.equal(1);
    expect(led).to.be.empty;
    await press(element, 'Aller sur cet autre site');
    expect(led).to.deep.equal([{ url: hosting.started.url, sent: null }]);
    expect(hosting.starts).to.have.length(1);
  });

  it('falls back where nobody in the frame speaks', async () => {
    const { element } = await begun('silent');
    await reads(element, 'Ce service s’affiche sur sa propre page');
    expect(element.shadowRoot!.querySelector('iframe')).to.not.exist;
  });
});
