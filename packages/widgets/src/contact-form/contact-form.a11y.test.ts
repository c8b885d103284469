import { ApiError } from '@guichet/client/api-error';
import { expect, waitUntil } from '@open-wc/testing';
import { trilport } from '../shared/testing/administration.js';
import './contact-form.js';
import type { GuichetContactForm } from './contact-form.js';
import { created, Hosting } from './testing/hosting.js';
import { ready, waiting } from './testing/page.js';
import { all, buttonNamed, control, fillQuestion, pick, root, toReview, until } from './testing/steps.js';

describe('guichet-contact-form', () => {
  // The native question is the browser's; here the answer is yes.
  const { confirm } = window;
  before(() => (window.confirm = () => true));
  after(() => (window.confirm = confirm));

  describe('in every state', () => {
    const states: Record<string, () => Promise<GuichetContactForm>> = {
      ready: () => ready(new Hosting()),
      'ready, with services and everything open': async () => {
        const form = await ready(new Hosting(trilport));
        await pick(form, 'nature', 'request');
        root(form).querySelector('details')!.open = true;
        control(form, 'sender.onBehalfOf')!.click();
        await form.updateComplete;
        return form;
      },
      invalid: async () => {
        const form = await ready(new Hosting());
        buttonNamed(form, 'Relire').click();
        await waitUntil(() => root(form).querySelector('.summary'));
        return form;
      },
      review: async () => {
        const form = await ready(new Hosting());
        await fillQuestion(form);
        await toReview(form);
        return form;
      },
      sending: async () => {
        const hosting = new Hosting();
        const form = await ready(hosting);
        await fillQuestion(form);
        await toReview(form);
        hosting.answer = () => new Promise(() => {});
        buttonNamed(form, 'Envoyer').click();
        await until(form, 'Envoi en cours');
        return form;
      },
      offline: () => waiting(new Hosting(), new ApiError('network')),
      throttled: () => waiting(new Hosting(), new ApiError('rate-limited', [], 900)),
      'hosting down': () => waiting(new Hosting(), new ApiError('unavailable', [], 300)),
      refused: async () => {
        const hosting = new Hosting();
        const form = await ready(hosting);
        await fillQuestion(form);
        await toReview(form);
        hosting.answer = () => Promise.reject(new ApiError('origin-not-allowed'));
        buttonNamed(form, 'Envoyer').click();
        await until(form, 'n’a pas pu être envoyé');
        return form;
      },
      sent: async () => {
        const form = await ready(new Hosting());
        await fillQuestion(form);
        await toReview(form);
        buttonNamed(form, 'Envoyer').click();
        await until(form, created.reference);
        return form;
      },
      erased: async () => {
        const form = await ready(new Hosting());
        buttonNamed(form, 'Effacer').click();
        await until(form, 'Tout est effacé');
        return form;
      },
    };

    for (const [name, reach] of Object.entries(states)) {
      it(`${name}: axe finds nothing, the telephone is there, 320 px are enough`, async () => {
        const form = await reach();
        await form.updateComplete;
        await expect(form).to.be.accessible();
        expect(all<HTMLAnchorElement>(form, 'a[href="tel:0261910010"]').length).to.be.greaterThan(0);
        // Nothing in the styles asks for the window's width, so that a narrow place is a narrow screen.
        const place = form.parentElement!;
        place.style.width = '320px';
        const edge = place.getBoundingClientRect().right;
        const outside = all(form, 'button, input:not([name=trap]), select, textarea, a, dd, label').filter(
          (element) => element.checkVisibility() && element.getBoundingClientRect().right > edge,
        );
        expect(outside.map(({ outerHTML }) => outerHTML)).to.be.empty;
      });
    }
  });
});
