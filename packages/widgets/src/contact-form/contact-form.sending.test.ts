import { ApiError } from '@guichet/client/api-error';
import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import { leFavril } from '../shared/testing/administration.js';
import { created, Hosting } from './testing/hosting.js';
import { ready, waiting } from './testing/page.js';
import {
  buttonNamed,
  control,
  fillQuestion,
  root,
  sendQuestion,
  text,
  toReview,
  type,
  until,
} from './testing/steps.js';

describe('guichet-contact-form, sending', () => {
  // The native question is the browser's; here the answer is yes.
  const { confirm } = window;
  before(() => (window.confirm = () => true));
  after(() => (window.confirm = confirm));

  describe('sending', () => {
    it('gives reference, tracking code and receipt, and tells the page the reference alone', async () => {
      const form = await ready(new Hosting());
      await fillQuestion(form);
      await toReview(form);
      setTimeout(() => buttonNamed(form, 'Envoyer').click());
      const event = await oneEvent(form, 'guichet-request-sent');
      expect(event.detail).to.deep.equal({ reference: created.reference });
      expect(event.composed && event.bubbles).to.be.true;
      await waitUntil(() => root(form).activeElement?.id === 'view');
      expect(text(form)).to.include(created.trackingCode);
      expect(text(form)).to.include('samedi 21 novembre 2026 à 21:04');
    });

    it('gives back the room that the snippet reserved for the form', async () => {
      const form = await ready(new Hosting());
      form.style.minHeight = '3000px';
      await fillQuestion(form);
      expect(form.offsetHeight).to.equal(3000);
      await toReview(form);
      expect(form.offsetHeight).to.be.below(3000);
    });

    it('prints a page in which all that was typed is text', async () => {
      const form = await ready(new Hosting());
      await fillQuestion(form);
      await type(form, 'message', 'Bonjour,\n<script>alert(1)</script>');
      await toReview(form);
      buttonNamed(form, 'Envoyer').click();
      await until(form, created.reference);
      const { createObjectURL } = URL;
      const { open } = window;
      const files: Blob[] = [];
      URL.createObjectURL = (file: Blob) => {
        files.push(file);
        return '#';
      };
      window.open = () => null;
      try {
        buttonNamed(form, 'Imprimer').click();
      } finally {
        URL.createObjectURL = createObjectURL;
        window.open = open;
      }
      const page = await files[0]!.text();
      expect(page).to.include('<meta charset="utf-8">').and.include(created.reference);
      expect(page).to.include('Bonjour,<br>&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page).not.to.include('<script');
    });

    it('gives the receipt as a PDF, with the tracking code only where that is ticked', async () => {
      const form = await ready(new Hosting());
      await fillQuestion(form);
      await toReview(form);
      buttonNamed(form, 'Envoyer').click();
      await until(form, created.reference);
      const pdf = buttonNamed(form, 'Télécharger (PDF)').form!;
      // In a window of its own: this one still shows the tracking code, which nobody else keeps.
      expect([pdf.method, pdf.target, pdf.action]).to.deep.equal([
        'post',
        '_blank',
        'https://hebergement.example/guichet/receipts/document',
      ]);
      const sent = () => Object.fromEntries(new FormData(pdf));
      const receipt = { jws: created.receipt.jws, language: 'fr' };
      expect(sent()).to.deep.equal(receipt);
      const box = pdf.querySelector<HTMLInputElement>('[type=checkbox]')!;
      expect(box.labels![0]!.textContent).to.include('Mettre aussi mon code de suivi dans le PDF');
      box.click();
      expect(sent()).to.deep.equal({ ...receipt, trackingCode: created.trackingCode });
    });

    it('sends once however often the button is pressed', async () => {
      const hosting = new Hosting();
      const form = await ready(hosting);
      await fillQuestion(form);
      await toReview(form);
      const button = buttonNamed(form, 'Envoyer');
      button.click();
      button.click();
      button.click();
      await until(form, created.reference);
      expect(hosting.sent).to.have.length(1);
    });

    it('keeps what was typed while offline, and sends it by itself on reconnect, once, with the same key', async () => {
      const hosting = new Hosting();
      const form = await waiting(hosting, new ApiError('network'));
      expect(text(form)).to.include('Êtes-vous ouverts samedi ?');
      hosting.answer = () => Promise.resolve(created);
      window.dispatchEvent(new Event('online'));
      window.dispatchEvent(new Event('online'));
      await until(form, created.reference);
      window.dispatchEvent(new Event('online'));
      await aTimeout(50);
      expect(hosting.sent).to.have.length(2);
      expect(hosting.sent[1]).to.deep.equal(hosting.sent[0]);
      expect(hosting.sent[0]?.key).to.match(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
    });

    it('warns before the page is left while something waits, and only then', async () => {
      const leaving = () => {
        const event = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(event);
        return event.defaultPrevented;
      };
      const hosting = new Hosting();
      const form = await waiting(hosting, new ApiError('network'));
      expect(leaving()).to.be.true;
      hosting.answer = () => Promise.resolve(created);
      buttonNamed(form, 'Essayer maintenant').click();
      await until(form, created.reference);
      expect(leaving()).to.be.false;
    });

    it('lets change what waits: another text is another request', async () => {
      const hosting = new Hosting();
      const form = await waiting(hosting, new ApiError('network'));
      buttonNamed(form, 'Modifier').click();
      await waitUntil(() => control(form, 'message'));
      await type(form, 'message', 'Et dimanche ?');
      await toReview(form);
      hosting.answer = () => Promise.resolve(created);
      buttonNamed(form, 'Envoyer').click();
      await until(form, created.reference);
      expect(hosting.sent[1]?.key).not.to.equal(hosting.sent[0]?.key);
      expect(hosting.sent[1]?.body.message).to.equal('Et dimanche ?');
    });

    it('says when to try again after too many messages, and does not press on meanwhile', async () => {
      const hosting = new Hosting();
      const form = await waiting(hosting, new ApiError('rate-limited', [], 900));
      expect(text(form)).to.match(/partira tout seul à \d\d:\d\d/);
      window.dispatchEvent(new Event('online'));
      await aTimeout(50);
      expect(hosting.sent).to.have.length(1);
    });

    it('says that the hosting does not answer, and tries again when asked', async () => {
      const hosting = new Hosting();
      const form = await waiting(hosting, new ApiError('unavailable', [], 300));
      expect(text(form)).to.include('ne répond pas');
      hosting.answer = () => Promise.resolve(created);
      buttonNamed(form, 'Essayer maintenant').click();
      await until(form, created.reference);
    });

    it('gives back the message where the hosting refuses the site', async () => {
      const hosting = new Hosting();
      const form = await ready(hosting);
      await fillQuestion(form);
      await toReview(form);
      hosting.answer = () => Promise.reject(new ApiError('origin-not-allowed'));
      buttonNamed(form, 'Envoyer').click();
      await until(form, 'n’a pas pu être envoyé');
      expect(text(form)).to.include(location.origin);
      expect(text(form)).to.include('Êtes-vous ouverts samedi ?');
      expect(root(form).querySelector(`a[href="${leFavril.links.contact}"]`)).to.exist;
    });
  });

  describe('on a shared computer', () => {
    it('erases everything, before or after sending', async () => {
      const form = await ready(new Hosting());
      await fillQuestion(form);
      buttonNamed(form, 'Effacer').click();
      await until(form, 'Tout est effacé');
      buttonNamed(form, 'Écrire un autre message').click();
      await waitUntil(() => control(form, 'subject'));
      expect(control(form, 'subject')?.value).to.equal('');
      await sendQuestion(form);
      await until(form, created.trackingCode);
      buttonNamed(form, 'Effacer').click();
      await until(form, 'Tout est effacé');
      expect(text(form)).not.to.include(created.trackingCode);
      expect(text(form)).not.to.include('angela');
    });
  });
});
