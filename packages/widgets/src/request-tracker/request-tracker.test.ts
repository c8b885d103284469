import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ApiErrorCode } from '@guichet/client/api-error';
import type { RequestTracker } from './request-tracker.js';
import { DemoHosting, marie, requestOfDemo } from './testing/hosting.js';
import { announced, focused, page, textOf, valueOf } from './testing/page.js';
import { find, open, press, type, until } from './testing/steps.js';

const opened = async (hosting?: DemoHosting) => {
  const all = await page(hosting);
  await open(all.tracker);
  await find(all.tracker, '.timeline');
  return all;
};

describe('until the tracker is ready', () => {
  const plainForm = (client: DemoHosting) =>
    fixture<RequestTracker>(html`
      <guichet-request-tracker administration="28148" .client=${client}>
        <form>
          <label>Référence <input name="reference" /></label>
          <a href="tel:0261910010">02 61 91 00 10</a>
        </form>
      </guichet-request-tracker>
    `);

  it('the page’s own form shows, and gives way', async () => {
    const hosting = new DemoHosting();
    const tracker = await plainForm(hosting);
    expect(tracker.shadowRoot!.querySelector('slot')).to.exist;
    await find(tracker, '#title');
    expect(tracker.shadowRoot!.querySelector('slot')).not.to.exist;
  });

  it('the page’s own form is not taken away from who types in it', async () => {
    const hosting = new DemoHosting();
    const tracker = document.createElement('guichet-request-tracker');
    tracker.innerHTML = '<form><input name="reference" /></form>';
    tracker.querySelector('input')!.value = '28148';
    tracker.administration = '28148';
    tracker.client = hosting;
    document.body.append(tracker);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(tracker.shadowRoot!.querySelector('slot')).to.exist;
    tracker.querySelector('input')!.value = '';
    await find(tracker, '#title');
    tracker.remove();
  });

  it('the page’s own content stays where the administration does not list the site', async () => {
    const tracker = await plainForm(new DemoHosting({}, { origins: ['https://www.lefavril.example'] }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(tracker.shadowRoot!.querySelector('slot')).to.exist;
  });

  it('the page’s own content stays where the hosting is down', async () => {
    const hosting = new DemoHosting();
    hosting.fail('readAdministration', 'unavailable');
    const tracker = await plainForm(hosting);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(tracker.shadowRoot!.querySelector('slot')).to.exist;
  });
});

describe('opening a request', () => {
  it('reads what was typed without regard to case, spaces, hyphens and look-alikes', async () => {
    const { tracker, hosting } = await page();
    const sloppy = (text: string) =>
      ` ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    await open(tracker, sloppy(DemoHosting.reference), sloppy(DemoHosting.trackingCode));
    await find(tracker, '.timeline');
    const { reference, trackingCode } = DemoHosting;
    expect(hosting.openings).to.deep.equal([{ reference, trackingCode }]);
  });

  it('writes a reference in its one form as soon as the field is left', async () => {
    const { tracker } = await page();
    await type(tracker, 'reference', DemoHosting.reference.toLowerCase().replaceAll('-', ''));
    expect(valueOf(tracker, 'reference')).to.equal(DemoHosting.reference);
  });

  it('says at once, beside the field, that a reference is mistyped, and no longer when it is mended', async () => {
    const { tracker } = await page();
    const wrong = DemoHosting.reference.slice(0, -1) + (DemoHosting.reference.endsWith('A') ? 'B' : 'A');
    await type(tracker, 'reference', wrong);
    expect(textOf(tracker, '#reference-error')).to.contain('erreur de frappe');
    expect(announced(tracker)).to.contain('erreur de frappe');
    expect(tracker.shadowRoot!.querySelector('#summary')).not.to.exist;
    expect(valueOf(tracker, 'reference')).to.equal(wrong);
    await type(tracker, 'reference', DemoHosting.reference);
    expect(tracker.shadowRoot!.querySelector('#reference-error')).not.to.exist;
  });

  it('sums up what is missing, moves there, and leads to each field', async () => {
    const { tracker, hosting } = await page();
    await press(tracker, 'Voir ma demande');
    await until(() => focused(tracker) === 'summary');
    expect(textOf(tracker, '#summary')).to.contain('2 points sont à corriger');
    const links = tracker.shadowRoot!.querySelectorAll<HTMLElement>('#summary a');
    expect([...links].map(({ innerText }) => innerText)).to.deep.equal([
      'Saisissez la référence de votre demande.',
      'Saisissez le code de suivi.',
    ]);
    links[1]!.click();
    expect(focused(tracker)).to.equal('trackingCode');
    expect(hosting.openings).to.be.empty;
  });

  it('shows the request, begins at its subject, and tells the page its reference only', async () => {
    const { tracker } = await page();
    const event = oneEvent(tracker, 'guichet-request-opened');
    await open(tracker);
    expect((await event).detail).to.deep.equal({ reference: DemoHosting.reference });
    await until(() => focused(tracker) === 'title');
    expect(textOf(tracker, '#title')).to.equal(requestOfDemo().subject);
  });

  it('says the same of a wrong reference and of a wrong code', async () => {
    const { tracker } = await page();
    const sentences = [];
    for (const [reference, code] of [
      ['28148-2026-0000-000F', DemoHosting.trackingCode],
      [DemoHosting.reference, '0000-0000-0000-0000'],
    ] as const) {
      await open(tracker, reference, code);
      await until(() => focused(tracker) === 'opening-notice');
      sentences.push(textOf(tracker, '#opening-notice'));
      await type(tracker, 'reference', '');
    }
    expect(sentences[0]).to.contain('Aucune demande ne correspond').and.equal(sentences[1]);
  });

  it('where the connection is down before what shows a request came, says so, keeps what was typed', async () => {
    const { tracker } = await page();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await open(tracker);
      await until(() => focused(tracker) === 'opening-notice');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(textOf(tracker, '#opening-notice')).to.contain('connexion à Internet est coupée');
    expect(valueOf(tracker, 'trackingCode')).to.equal(DemoHosting.trackingCode);
    await press(tracker, 'Voir ma demande');
    await find(tracker, '.timeline');
  });

  const failures: [ApiErrorCode, string][] = [
    ['rate-limited', 'patientez 4 minutes'],
    ['network', 'connexion à Internet est coupée'],
    ['unavailable', 'ne répond pas'],
    ['internal-error', 'ne répond pas'],
    ['timeout', 'ne répond pas'],
    ['unexpected-reply', 'ne répond pas'],
  ];
  for (const [code, sentence] of failures) {
    it(`${code}: says what to do, gives the telephone, keeps what was typed`, async () => {
      const { tracker, hosting } = await page();
      hosting.fail('openTracking', code, { retryAfter: 200 });
      await open(tracker);
      await until(() => focused(tracker) === 'opening-notice');
      expect(textOf(tracker, '#opening-notice')).to.contain(sentence).and.contain('02 61 91 00 10');
      expect(valueOf(tracker, 'reference')).to.equal(DemoHosting.reference);
      await press(tracker, 'Voir ma demande');
      await find(tracker, '.timeline');
    });
  }

  it('opens once for two presses', async () => {
    const { tracker, hosting } = await page();
    await type(tracker, 'reference', DemoHosting.reference);
    await type(tracker, 'trackingCode', DemoHosting.trackingCode);
    const button = await find(tracker, 'button.main');
    button.click();
    button.click();
    await find(tracker, '.timeline');
    expect(hosting.openings).to.have.length(1);
  });
});

describe('an opened request', () => {
  it('says who, when and what, in order', async () => {
    const { tracker } = await opened();
    const entries = [...tracker.shadowRoot!.querySelectorAll<HTMLElement>('.timeline > li')];
    expect(entries.map((entry) => entry.querySelector<HTMLElement>('.what')!.innerText)).to.deep.equal([
      'Vous avez envoyé votre demande',
      'Un message pour vous',
      'Vous avez ajouté un message',
      'La réponse à votre demande',
    ]);
    expect(entries[3]!.innerText).to.contain('Marie Lenoir, secrétaire de mairie – Mairie du Favril');
    expect(entries[3]!.innerText).to.match(/vendredi 20 novembre 2026 à 11:30/);
  });

  it('names the administration where the agent may not be named', async () => {
    const hosting = new DemoHosting();
    hosting.tell({
      kind: 'closed',
      at: '2026-11-21T09:00:00Z',
      by: { kind: 'agent', name: null },
      message: null,
    });
    const { tracker } = await opened(hosting);
    expect(textOf(tracker, '.timeline > li:last-child')).to.contain('\nMairie du Favril\n');
  });

  it('names the service as the administration does', async () => {
    const { tracker } = await opened();
    expect(textOf(tracker, '.facts')).to.contain('Voirie et éclairage public');
  });

  it('tells the time of the administration, wherever the reader is', async () => {
    const { tracker } = await opened(new DemoHosting({}, { timeZone: 'Indian/Reunion' }));
    expect(textOf(tracker, '.facts')).to.match(/mardi 17 novembre 2026 à 00:04/);
  });

  it('shows what people wrote as text: lines kept, HTML harmless', async () => {
    const hostile = '<img src=x onerror="window.guichetHurt=1"><script>window.guichetHurt=1</script>\n{{1}}';
    const hosting = new DemoHosting({ subject: hostile, recipient: hostile });
    hosting.tell({
      kind: 'message',
      at: '2026-11-21T09:00:00Z',
      by: { kind: 'agent', name: hostile },
      message: hostile,
    });
    const { tracker } = await opened(hosting);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(window).not.to.have.property('guichetHurt');
    expect(tracker.shadowRoot!.querySelector('img, script')).not.to.exist;
    expect(textOf(tracker, '.timeline > li:last-child .text')).to.equal(hostile);
    expect(textOf(tracker, '.timeline > li:first-child .text')).to.contain('Bonjour,\n\nLe lampadaire');
  });

  it('refreshes, and says politely whether there is something new', async () => {
    const { tracker, hosting } = await opened();
    await press(tracker, 'Actualiser');
    await until(() => announced(tracker).startsWith('Rien de nouveau'));
    hosting.tell({ kind: 'message', at: '2026-11-21T09:00:00Z', by: marie, message: 'C’est réparé.' });
    await press(tracker, 'Actualiser');
    await until(() => announced(tracker) === 'Un nouvel échange.');
    expect(textOf(tracker, '.timeline')).to.contain('C’est réparé.');
    expect(tracker.shadowRoot!.activeElement?.textContent.trim()).to.equal('Actualiser');
  });

  it('stays on screen where refreshing fails', async () => {
    const { tracker, hosting } = await opened();
    hosting.fail('readTracked', 'unavailable');
    await press(tracker, 'Actualiser');
    await until(() => focused(tracker) === 'refresh-notice');
    expect(textOf(tracker, '.timeline')).to.contain('Bonjour');
  });

  it('is erased with all that was typed by « Effacer et quitter »', async () => {
    const { tracker } = await opened();
    await type(tracker, 'message', 'Un secret');
    await press(tracker, 'Effacer et quitter');
    await until(() => focused(tracker) === 'title');
    expect(tracker.shadowRoot!.innerHTML).not.to.contain('Lampadaire');
    expect(textOf(tracker)).to.contain('Tout est effacé de cette page');
    expect(valueOf(tracker, 'reference')).to.equal('');
    await open(tracker);
    expect((await find<HTMLTextAreaElement>(tracker, '#message')).value).to.equal('');
  });

  it('never comes back by an answer that was on its way, be it over the next one’s request', async () => {
    const { tracker, hosting } = await opened();
    const release = hosting.hold('readTracked');
    await press(tracker, 'Actualiser');
    await press(tracker, 'Effacer et quitter');
    hosting.request = { ...hosting.request, subject: 'La demande de quelqu’un d’autre' };
    await open(tracker);
    await find(tracker, '.timeline');
    release();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(textOf(tracker, '#title')).to.equal('La demande de quelqu’un d’autre');
  });

  it('is not there when the browser comes « back » to the page', async () => {
    const { tracker } = await opened();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await find(tracker, '#reference');
    expect(tracker.shadowRoot!.innerHTML).not.to.contain('Lampadaire');
  });

  it('leaves no cookie and nothing in storage', async () => {
    const { tracker } = await opened();
    await press(tracker, 'Actualiser');
    expect(document.cookie).to.equal('');
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });
});
