/** Operators whose pages do not go on in a frame: whoever is in the middle of one is told, and led on. */
import { expect } from '@open-wc/testing';
import { folder } from './frame/testing/stage.js';
import { framedHosting, runInFrame } from './testing/frame.js';
import { page } from './testing/page.js';
import { announced, find, focused, press, reads, textOf, until } from './testing/steps.js';
import type { Teleprocedure } from './teleprocedure.js';

const BEGIN = 'Commencer la démarche';
const SILENT = 'Si cette page est vide ou ne fonctionne pas';

/** An operator's page that has begun to speak, in its frame. */
async function speaking(query = '') {
  const shown = await page(framedHosting(`step=1/2+Votre+enfant&${query}`));
  await press(shown.element, BEGIN);
  await reads(shown.element, 'Étape 1 sur 2');
  const lead = (to: string) =>
    runInFrame(
      shown.element,
      // Not before it has loaded: it is that load which is told apart from the next.
      `if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
      location.href = '${folder}/operator.html?${to}'`,
    );
  return { ...shown, lead };
}

type Shown = Awaited<ReturnType<typeof speaking>>;

/** What is told of a frame that fell silent, with two ways on. */
async function isLedOn({ element, hosting }: Shown): Promise<void> {
  await reads(element, SILENT, '.notice');
  expect(textOf(element)).to.not.include('Étape 1');
  await until(() => announced(element).includes(SILENT));
  const tab = await find<HTMLAnchorElement>(element, '.notice [data-act=tab]');
  expect([tab.href, tab.target, tab.rel]).to.deep.equal([hosting.started.url, '_blank', 'noopener']);
  expect(element.shadowRoot!.querySelector('.notice a[href="tel:0261910010"]')).to.exist;
  expect(element.shadowRoot!.querySelector('iframe')).to.exist;
}

async function setOnline(element: Teleprocedure, isOnline: boolean): Promise<void> {
  await runInFrame(
    element,
    `Object.defineProperty(navigator, 'onLine', { configurable: true, value: ${isOnline} })`,
  );
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: isOnline });
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}

describe('in the middle of what is framed', () => {
  it('a login that refuses frames is told of, until the operator speaks again', async () => {
    const shown = await speaking();
    void shown.lead('refuse-frames');
    await isLedOn(shown);
    const frame = await find<HTMLIFrameElement>(shown.element, 'iframe');
    frame.src = shown.hosting.started.url;
    await reads(shown.element, 'Étape 1 sur 2');
    expect(textOf(shown.element)).to.not.include(SILENT);
  });

  it('a session in a cookie of a third party is refused, and the resident is led on', async () => {
    const shown = await speaking('gives=plain');
    void shown.lead('needs=plain&step=2/2+Vos+documents');
    await isLedOn(shown);
  });

  it('a session in a partitioned cookie goes on, or the resident is led on', async () => {
    const shown = await speaking('gives=partitioned');
    void shown.lead('needs=partitioned&step=2/2+Vos+documents');
    const isKept = await Promise.race([
      reads(shown.element, 'Étape 2 sur 2'),
      reads(shown.element, SILENT).then(() => false),
    ]);
    // Chromium keeps them by default.
    if (/Chrome/.test(navigator.userAgent)) expect(isKept).to.be.true;
    else if (!isKept) await isLedOn(shown);
  });

  it('nothing typed is lost while the connection is down, and it goes on once it is back', async () => {
    const { element } = await speaking();
    const submit = () =>
      runInFrame(
        element,
        `const given = document.getElementById('given');
        let isHeld;
        addEventListener('submit', (event) => {
          isHeld = event.defaultPrevented;
          event.preventDefault();
        }, { once: true });
        given.value = 'Zoé Angela';
        given.form.requestSubmit();
        return [isHeld, given.value].join()`,
      );
    await setOnline(element, false);
    await reads(element, 'La connexion à internet est coupée');
    expect(announced(element)).to.include('Gardez cette page ouverte');
    expect(await submit()).to.equal('true,Zoé Angela');
    await setOnline(element, true);
    await until(() => !textOf(element).includes('La connexion à internet est coupée'));
    expect(announced(element)).to.include('La connexion est revenue');
    expect(await submit()).to.equal('false,Zoé Angela');
  });

  it('a session that is over again and again goes on in the operator’s own window', async () => {
    const { element, hosting, led } = await speaking('session=0');
    await reads(element, 'Le temps est écoulé');
    await press(element, 'Recommencer');
    await until(() => hosting.starts.length === 2 && textOf(element).includes('Le temps est écoulé'));
    await press(element, 'Recommencer');
    await reads(element, 'Ce service s’affiche sur sa propre page');
    expect(focused(element)).to.equal('view');
    expect(led).to.be.empty;
    await press(element, 'Aller sur cet autre site');
    expect(led).to.deep.equal([{ url: hosting.started.url, sent: null }]);
  });
});
