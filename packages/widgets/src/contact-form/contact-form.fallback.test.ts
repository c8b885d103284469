import { ApiError } from '@guichet/client/api-error';
import type { Reading, RequestCalls } from '@guichet/client/port';
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { leFavril } from '../shared/testing/administration.js';
import './contact-form.js';
import type { GuichetContactForm } from './contact-form.js';
import { Hosting } from './testing/hosting.js';
import { root } from './testing/steps.js';

describe('guichet-contact-form', () => {
  describe('the page’s own content', () => {
    const fallback = html`<p><a href="tel:0261910010">02 61 91 00 10</a> <input aria-label="Nom" /></p>`;
    const isShown = (form: GuichetContactForm) => !!form.querySelector('p')!.getClientRects().length;
    const withFallback = async (hosting: Reading & RequestCalls) =>
      fixture<GuichetContactForm>(
        html`<guichet-contact-form administration="28148" .client=${hosting}
          >${fallback}</guichet-contact-form
        >`,
      );

    it('shows until the form is ready, then gives way', async () => {
      const hosting = new Hosting();
      let answer = () => {};
      hosting.administration = () => new Promise((resolve) => (answer = () => resolve(leFavril)));
      const form = await withFallback(hosting);
      expect(isShown(form)).to.be.true;
      answer();
      await waitUntil(() => root(form).querySelector('form'));
      expect(isShown(form)).to.be.false;
    });

    it('stays while it holds the focus', async () => {
      const hosting = new Hosting();
      let answer = () => {};
      hosting.administration = () => new Promise((resolve) => (answer = () => resolve(leFavril)));
      const form = await withFallback(hosting);
      const link = form.querySelector('a')!;
      link.focus();
      answer();
      await aTimeout(500);
      expect(isShown(form)).to.be.true;
      expect(document.activeElement).to.equal(link);
      link.blur();
      await waitUntil(() => root(form).querySelector('form'));
    });

    it('stays while the reader is past it, who would see what they read jump', async () => {
      const hosting = new Hosting();
      let answer = () => {};
      hosting.administration = () => new Promise((resolve) => (answer = () => resolve(leFavril)));
      const form = await withFallback(hosting);
      const page = document.createElement('div');
      page.style.height = '3000px';
      form.after(page);
      window.scrollTo(0, 500);
      answer();
      await aTimeout(500);
      expect(isShown(form)).to.be.true;
      window.scrollTo(0, 0);
      await waitUntil(() => root(form).querySelector('form'));
    });

    it('stays once something was typed in it', async () => {
      const hosting = new Hosting();
      let answer = () => {};
      hosting.administration = () => new Promise((resolve) => (answer = () => resolve(leFavril)));
      const form = await withFallback(hosting);
      form.querySelector('input')!.value = 'Dubois';
      answer();
      await aTimeout(500);
      expect(isShown(form)).to.be.true;
    });

    for (const [name, hosting, said] of [
      ['an unknown administration', () => Promise.reject(new ApiError('administration-not-found')), '28148'],
      ['a hosting that does not answer', () => Promise.reject(new ApiError('network')), '28148'],
      [
        'a site that is not listed',
        () => Promise.resolve({ ...leFavril, origins: ['https://autre.example'] }),
        location.origin,
      ],
    ] as const) {
      it(`stays for ${name}, and the console tells the webmaster why`, async () => {
        const errors: string[] = [];
        const { error } = console;
        console.error = (...parts: unknown[]) => errors.push(parts.join(' '));
        try {
          const client = new Hosting();
          client.administration = hosting;
          const form = await withFallback(client);
          await waitUntil(() => errors.length);
          expect(isShown(form)).to.be.true;
          expect(errors.join()).to.include(said);
        } finally {
          console.error = error;
        }
      });
    }

    it('has a stand-in with telephone and link where the page brings nothing', async () => {
      const { error } = console;
      console.error = () => {};
      const form = await fixture<GuichetContactForm>(
        html`<guichet-contact-form
          administration="28148"
          .client=${new Hosting({ ...leFavril, origins: [] })}
        ></guichet-contact-form>`,
      );
      await waitUntil(() => root(form).querySelector('a[href^="tel:"]'));
      console.error = error;
      expect(root(form).querySelector(`a[href="${leFavril.links.contact}"]`)).to.exist;
    });
  });
});
