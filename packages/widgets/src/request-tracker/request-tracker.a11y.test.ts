import { expect, fixture, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as stories from './request-tracker.stories.js';
import type { RequestTracker } from './request-tracker.js';
import { DemoHosting } from './testing/hosting.js';
import { itemsAsked, mayAskReasons, silenceRejects } from './testing/law.js';
import { focused, page, textOf } from './testing/page.js';
import { find, open, until } from './testing/steps.js';

interface Playable {
  render: () => unknown;
  play: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

const { default: _, ...states } = stories;

async function show(story: unknown, parentNode = document.createElement('div')): Promise<RequestTracker> {
  fixtureCleanup();
  const { render, play } = story as Playable;
  const tracker = await fixture<RequestTracker>(render() as Parameters<typeof fixture>[0], { parentNode });
  await play({ canvasElement: tracker.parentElement! });
  await tracker.updateComplete;
  return tracker;
}

for (const [name, story] of Object.entries(states)) {
  describe(`the state ${name}`, () => {
    it('has no violation that axe can see', async () => {
      const tracker = await show(story);
      await expect(tracker).to.be.accessible();
    });

    it('has a human’s telephone', async () => {
      const tracker = await show(story);
      const own = tracker.shadowRoot!.querySelector('slot') ? tracker : tracker.shadowRoot!;
      expect(own.querySelector('a[href="tel:0261910010"]')).to.exist;
    });

    it('fits a column of 320 px', async () => {
      const column = document.createElement('div');
      column.style.inlineSize = '320px';
      const tracker = await show(story, column);
      const end = Math.ceil(column.getBoundingClientRect().right);
      for (const each of [tracker, ...tracker.shadowRoot!.querySelectorAll('*:not(.unseen)')]) {
        expect(each.getBoundingClientRect().right, each.outerHTML.slice(0, 80)).to.be.at.most(end);
      }
    });
  });
}

describe('by the keyboard alone', () => {
  const focusedText = (tracker: RequestTracker) =>
    focused(tracker) || tracker.shadowRoot!.activeElement?.textContent.trim();
  const tab = () => sendKeys({ press: 'Tab' });

  it('the order is that of the eye, and a request can be opened and answered', async () => {
    const { tracker } = await page();
    // No further than the last one: the next Tab would go to the browser's own buttons.
    const through = async (count: number) => {
      const order = [];
      for (let step = 0; step < count; step++) {
        await tab();
        order.push(focusedText(tracker));
      }
      return order;
    };
    const form = ['02 61 91 00 10', 'reference', 'trackingCode', 'Voir ma demande'];
    expect(await through(form.length)).to.deep.equal(form);

    (await find(tracker, '#reference')).focus();
    await sendKeys({ type: DemoHosting.reference });
    await tab();
    await sendKeys({ type: DemoHosting.trackingCode });
    await sendKeys({ press: 'Enter' });
    await until(() => focused(tracker) === 'title');

    const request = [
      'Télécharger l’accusé d’enregistrement (PDF)',
      'Actualiser',
      'Imprimer',
      'message',
      'attachments',
      'Envoyer le message',
      'correct',
      'withdraw',
      'Suivre une autre demande',
      'Effacer et quitter',
    ];
    expect(await through(request.length)).to.deep.equal(request);

    (await find(tracker, '#message')).focus();
    await sendKeys({ type: 'Merci' });
    await tab();
    await tab();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(tracker) === 'reply-notice');
    expect(textOf(tracker, '.timeline > li:last-child .text')).to.equal('Merci');
  });

  it('a link can be asked for', async () => {
    const { tracker, hosting } = await page();
    (await find(tracker, 'summary')).focus();
    await sendKeys({ press: 'Enter' });
    const order = [];
    for (let step = 0; step < 2; step++) {
      await tab();
      order.push(focusedText(tracker));
    }
    expect(order).to.deep.equal(['linkEmail', 'Recevoir un lien']);
    (await find(tracker, '#linkEmail')).focus();
    await sendKeys({ type: DemoHosting.email });
    await sendKeys({ press: 'Enter' });
    await until(() => focused(tracker) === 'link-notice');
    expect(hosting.links).to.deep.equal([{ email: DemoHosting.email }]);
  });

  it('the acknowledgement can be unfolded and read, its links followed', async () => {
    const { tracker } = await page(new DemoHosting(silenceRejects));
    await open(tracker);
    await until(() => focused(tracker) === 'title');
    await tab();
    expect(tracker.shadowRoot!.activeElement!.localName).to.equal('summary');
    await sendKeys({ press: 'Enter' });
    const order = [];
    for (let step = 0; step < 4; step++) {
      await tab();
      order.push(focusedText(tracker));
    }
    expect(order).to.deep.equal([
      '02 61 91 00 11',
      'voirie@le-favril.example',
      'https://citoyens.telerecours.fr',
      'Télécharger l’accusé d’enregistrement (PDF)',
    ]);
  });

  it('what is missing can be said to be provided, and reasons can be asked for', async () => {
    const { tracker, hosting } = await page(new DemoHosting(itemsAsked));
    await open(tracker);
    await until(() => focused(tracker) === 'title');
    (await find(tracker, '#message')).focus();
    await sendKeys({ type: 'Voici' });
    await tab();
    expect(focused(tracker)).to.equal('attachments');
    await tab();
    expect(focused(tracker)).to.equal('completes');
    await sendKeys({ press: ' ' });
    await tab();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(tracker) === 'reply-notice');
    expect(hosting.completions).to.deep.equal([true]);

    const { tracker: other } = await page(new DemoHosting(mayAskReasons));
    await open(other);
    await until(() => focused(other) === 'title');
    // After the link to appeal online.
    await tab();
    await tab();
    expect(focusedText(other)).to.equal('Demander les motifs');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(other) === 'ask-notice');
  });

  it('a request can be corrected', async () => {
    const { tracker, hosting } = await page();
    await open(tracker);
    await until(() => focused(tracker) === 'title');
    (await find(tracker, '#correct')).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(tracker) === 'correction');
    await tab();
    expect(focused(tracker)).to.equal('correction.subject');
    await sendKeys({ type: 'Lampadaire' });
    await sendKeys({ press: 'Enter' });
    await until(
      () => focused(tracker) === 'correction' && textOf(tracker, '#correction').includes('enregistrée'),
    );
    expect(hosting.corrections).to.have.length(1);
  });

  it('a request can be withdrawn', async () => {
    const { tracker } = await page();
    await open(tracker);
    await until(() => focused(tracker) === 'title');
    (await find(tracker, '#withdraw')).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(tracker) === 'withdrawal');
    await tab();
    expect(focusedText(tracker)).to.equal('Oui, retirer ma demande');
    await tab();
    expect(focusedText(tracker)).to.equal('Non, garder ma demande');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(tracker) === 'withdraw');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(tracker) === 'withdrawal');
    await tab();
    await sendKeys({ press: 'Enter' });
    await until(() => textOf(tracker, '#withdrawal').includes('Votre demande est retirée.'));
    await until(() => focused(tracker) === 'withdrawal');
  });

  it('every target is at least 24 px high', async () => {
    const shown = [
      stories.MessageWaiting,
      stories.CorrectionAsked,
      stories.WithdrawalAsked,
      stories.LostCode,
    ];
    for (const story of [...shown, stories.ItemsAsked, stories.MayAskReasons]) {
      const tracker = await show(story);
      const targets = 'button, input:not([type=checkbox]), textarea, summary, label.choice';
      for (const target of tracker.shadowRoot!.querySelectorAll<HTMLElement>(targets)) {
        expect(target.getBoundingClientRect().height).to.be.at.least(24);
      }
    }
  });
});

describe('in the page that it is pasted into', () => {
  it('its headings begin at the level asked for, and nest', async () => {
    const tracker = await show(stories.Opened);
    const levels = () =>
      [...tracker.shadowRoot!.querySelectorAll('[role=heading]')].map((each) => Number(each.ariaLevel));
    expect(levels()).to.deep.equal([2, 3, 3, 3]);
    tracker.headingLevel = 3;
    await tracker.updateComplete;
    expect(levels()).to.deep.equal([3, 4, 4, 4]);
  });

  it('speaks English where the page does, and says so', async () => {
    const tracker = await show(stories.OpenedInEnglish);
    expect(textOf(tracker))
      .to.contain('Messages and events')
      .and.match(/Monday,? 16 November 2026 at 21:04/);
    // The administration answers in French (CRPA L111-1).
    expect(tracker.shadowRoot!.querySelector('.theirs .text')!.getAttribute('lang')).to.equal('fr');
    expect(tracker.shadowRoot!.querySelector('.base')!.getAttribute('lang')).to.equal('en');
  });
});
