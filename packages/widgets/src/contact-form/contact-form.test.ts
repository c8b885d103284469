import { ApiError } from '@guichet/client/api-error';
import type { CreateOptions, GuichetClient } from '@guichet/client/port';
import type { Administration } from '@guichet/contracts/administration';
import type { NewRequestBody, RequestCreated } from '@guichet/contracts/request';
import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { leFavril, trilport } from '../shared/testing/administration.js';
import { type GuichetContactForm } from './contact-form.js';
import './contact-form.js';

const created: RequestCreated = {
  reference: '28148-2026-7K3M-9QXB',
  trackingCode: '4F7T-2MZK-8RWA-Q6PH',
  receivedAt: '2026-11-21T21:04:10+01:00',
  receipt: {
    kind: 'registration',
    service: {
      name: 'Mairie du Favril',
      address: '3 rue de la Mairie',
      email: 'mairie@le-favril.example',
      phone: '02 61 91 00 10',
    },
  },
};

/** Another side of the port: answers as told, and remembers what it was sent. */
class Hosting implements GuichetClient {
  readonly sent: { body: NewRequestBody; key: string }[] = [];
  answer: () => Promise<RequestCreated> = () => Promise.resolve(created);
  administration: () => Promise<Administration>;

  constructor(administration: Administration = leFavril) {
    this.administration = () => Promise.resolve(administration);
  }
  readAdministration = (): Promise<Administration> => this.administration();
  formToken = (): Promise<string> => Promise.resolve('begun');
  sendRequest = (body: NewRequestBody, { idempotencyKey }: CreateOptions): Promise<RequestCreated> => {
    this.sent.push({ body, key: idempotencyKey });
    return this.answer();
  };
  openTracking = (): Promise<never> => Promise.reject(new ApiError('not-found'));
  readTracked = this.openTracking;
  sendMessage = this.openTracking;
  renewToken = this.openTracking;
}

const root = (form: GuichetContactForm) => form.shadowRoot!;
const all = <E extends HTMLElement>(form: GuichetContactForm, selector: string) => [
  ...root(form).querySelectorAll<E>(selector),
];
const text = (form: GuichetContactForm) => root(form).textContent.replace(/\s+/g, ' ');
const control = (form: GuichetContactForm, name: string) =>
  root(form).getElementById(name) as HTMLInputElement | null;
const buttonNamed = (form: GuichetContactForm, name: string) =>
  all<HTMLButtonElement>(form, 'button').find((button) => button.textContent.includes(name))!;
const until = (form: GuichetContactForm, words: string) =>
  waitUntil(() => text(form).includes(words), `until « ${words} »`, { timeout: 5000 });

async function type(form: GuichetContactForm, name: string, value: string): Promise<void> {
  const field = control(form, name)!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

async function pick(form: GuichetContactForm, name: string, value: string): Promise<void> {
  root(form).querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`)!.click();
  await form.updateComplete;
}

async function ready(hosting: GuichetClient, attributes: { lang?: string; recipient?: string } = {}) {
  const form = await fixture<GuichetContactForm>(
    html`<guichet-contact-form
      administration="28148"
      language=${attributes.lang ?? ''}
      recipient=${attributes.recipient ?? ''}
      .client=${hosting}
    ></guichet-contact-form>`,
  );
  await waitUntil(() => root(form).querySelector('form'), 'the form shows');
  return form;
}

async function fillQuestion(form: GuichetContactForm): Promise<void> {
  await pick(form, 'nature', 'question');
  await type(form, 'subject', 'Horaires');
  await type(form, 'message', 'Êtes-vous ouverts samedi ?');
  await type(form, 'sender.email', 'angela@example.org');
}

async function toReview(form: GuichetContactForm): Promise<void> {
  buttonNamed(form, 'Relire').click();
  await until(form, 'Rien n’est encore envoyé');
}

async function toWaiting(hosting: Hosting, error: ApiError): Promise<GuichetContactForm> {
  const form = await ready(hosting);
  await fillQuestion(form);
  await toReview(form);
  hosting.answer = () => Promise.reject(error);
  buttonNamed(form, 'Envoyer').click();
  await until(form, 'Pas encore envoyé');
  return form;
}

describe('guichet-contact-form', () => {
  // The native question is the browser's; here the answer is yes.
  const { confirm } = window;
  before(() => (window.confirm = () => true));
  after(() => (window.confirm = confirm));

  describe('filling in', () => {
    it('asks only for an e-mail address with a question', async () => {
      const hosting = new Hosting();
      const form = await ready(hosting);
      await fillQuestion(form);
      expect(control(form, 'sender.familyName')).to.be.null;
      await toReview(form);
      buttonNamed(form, 'Envoyer').click();
      await until(form, created.reference);
      expect(hosting.sent[0]?.body).to.deep.include({
        nature: 'question',
        subject: 'Horaires',
        message: 'Êtes-vous ouverts samedi ?',
        formToken: 'begun',
        trap: '',
      });
      expect(hosting.sent[0]?.body.sender).to.include({ kind: 'minimal', email: 'angela@example.org' });
    });

    it('identifies a person as R112-9-1 says', async () => {
      const hosting = new Hosting();
      const form = await ready(hosting);
      await pick(form, 'nature', 'request');
      await type(form, 'subject', 'Un banc');
      await type(form, 'message', 'Pourriez-vous mettre un banc ?');
      await type(form, 'sender.familyName', 'Dubois');
      await type(form, 'sender.givenName', 'Angela');
      await type(form, 'sender.postalAddress.lines', '3 rue de la Mairie\n\n Le bourg ');
      await type(form, 'sender.postalAddress.postalCode', '28 190');
      await type(form, 'sender.postalAddress.city', 'Le Favril');
      await type(form, 'sender.email', 'a@example.org');
      await toReview(form);
      buttonNamed(form, 'Envoyer').click();
      await until(form, created.reference);
      expect(hosting.sent[0]?.body.sender).to.deep.equal({
        kind: 'individual',
        familyName: 'Dubois',
        givenName: 'Angela',
        preferredName: null,
        postalAddress: {
          lines: ['3 rue de la Mairie', 'Le bourg'],
          postalCode: '28190',
          city: 'Le Favril',
          country: 'FR',
        },
        email: 'a@example.org',
        receiptEmail: null,
        phone: null,
        refusesElectronicReply: false,
        onBehalfOf: null,
      });
    });

    it('takes a SIREN or a SIRET in one field, written as people write it', async () => {
      const hosting = new Hosting();
      const form = await ready(hosting);
      await fillQuestion(form);
      await pick(form, 'sender.kind', 'company');
      await type(form, 'sender.name', 'La Poste');
      await type(form, 'sender.siret', '356 000 000');
      await toReview(form);
      buttonNamed(form, 'Envoyer').click();
      await until(form, created.reference);
      expect(hosting.sent[0]?.body.sender).to.include({ kind: 'company', siren: '356000000', siret: null });
    });

    it('keeps what was typed when the kind of sender changes and changes back', async () => {
      const form = await ready(new Hosting());
      await pick(form, 'nature', 'request');
      await type(form, 'sender.familyName', 'Dubois');
      await pick(form, 'sender.kind', 'company');
      expect(control(form, 'sender.familyName')).to.be.null;
      await pick(form, 'sender.kind', 'individual');
      expect(control(form, 'sender.familyName')?.value).to.equal('Dubois');
    });

    it('asks on whose behalf only who says so, and never lets a question refuse electronic answers', async () => {
      const form = await ready(new Hosting());
      await pick(form, 'nature', 'request');
      expect(control(form, 'sender.onBehalfOf.name')).to.be.null;
      control(form, 'sender.onBehalfOf')!.click();
      await form.updateComplete;
      expect(control(form, 'sender.onBehalfOf.name')).to.exist;
      expect(control(form, 'sender.refusesElectronicReply')).to.exist;
      await pick(form, 'nature', 'question');
      expect(control(form, 'sender.refusesElectronicReply')).to.be.null;
    });

    it('lets choose the service where there are several, unless the page already says which', async () => {
      const hosting = new Hosting(trilport);
      const form = await ready(hosting);
      expect(control(form, 'recipient')).to.exist;
      const targeted = await ready(hosting, { recipient: 'voirie' });
      expect(control(targeted, 'recipient')).to.be.null;
      await fillQuestion(targeted);
      await toReview(targeted);
      expect(text(targeted)).to.include('Voirie et éclairage');
      buttonNamed(targeted, 'Envoyer').click();
      await until(targeted, created.reference);
      expect(hosting.sent[0]?.body.recipient).to.equal('voirie');
    });

    it('says what each personal field is for, so that browsers can fill it in (RGAA 11.13)', async () => {
      const form = await ready(new Hosting());
      const tokens = {
        'sender.familyName': 'family-name',
        'sender.givenName': 'given-name',
        'sender.email': 'email',
        'sender.phone': 'tel',
        'sender.postalAddress.lines': 'street-address',
        'sender.postalAddress.postalCode': 'postal-code',
        'sender.postalAddress.city': 'address-level2',
        'sender.postalAddress.country': 'country',
      };
      for (const [name, token] of Object.entries(tokens)) {
        expect(control(form, name)?.getAttribute('autocomplete'), name).to.equal(token);
      }
    });

    it('hides the trap from eyes, keyboard and assistive technology', async () => {
      const form = await ready(new Hosting());
      const trap = control(form, 'trap')!;
      trap.focus();
      expect(root(form).activeElement).to.be.null;
      expect(trap.closest('[inert]')).to.exist;
      expect(trap.autocomplete).to.equal('off');
    });

    it('offers every country once something was typed', async () => {
      const form = await ready(new Hosting());
      await pick(form, 'nature', 'request');
      const country = () => control(form, 'sender.postalAddress.country') as unknown as HTMLSelectElement;
      await waitUntil(() => country().options.length > 200);
      expect(country().value).to.equal('FR');
      expect([...country().options].map(({ text }) => text)).to.include('Belgique');
    });

    it('speaks English where the page does, and French elsewhere', async () => {
      const english = await ready(new Hosting(), { lang: 'en' });
      expect(text(english)).to.include('Write to us');
      expect(root(english).querySelector('[part=base]')?.getAttribute('lang')).to.equal('en');
      const breton = await ready(new Hosting(), { lang: 'br' });
      expect(text(breton)).to.include('Nous écrire');
    });
  });

  describe('what is to be corrected', () => {
    it('says it in a summary that takes the focus, and at each field', async () => {
      const form = await ready(new Hosting());
      buttonNamed(form, 'Relire').click();
      await waitUntil(() => root(form).activeElement?.id === 'summary');
      expect(text(form)).to.include('9 points sont à corriger');
      const email = control(form, 'sender.email')!;
      expect(email.getAttribute('aria-invalid')).to.equal('true');
      const described = email.getAttribute('aria-describedby')!.split(' ');
      expect(described.map((id) => root(form).getElementById(id)!.textContent).join(' ')).to.include(
        'Écrivez votre adresse électronique.',
      );
    });

    it('leads from each line of the summary to its field, by keyboard', async () => {
      const form = await ready(new Hosting());
      buttonNamed(form, 'Relire').click();
      await waitUntil(() => root(form).activeElement?.id === 'summary');
      for (const link of all<HTMLAnchorElement>(form, '.summary a')) {
        link.focus();
        await sendKeys({ press: 'Enter' });
        expect(root(form).activeElement?.id).to.equal(decodeURIComponent(link.hash.slice(1)));
      }
    });

    it('lists them in the order of the form', async () => {
      const form = await ready(new Hosting());
      buttonNamed(form, 'Relire').click();
      await waitUntil(() => root(form).querySelector('.summary'));
      const named = all<HTMLAnchorElement>(form, '.summary a').map(({ hash }) =>
        decodeURIComponent(hash.slice(1)),
      );
      const drawn = all(form, 'form [id]').map(({ id }) => id);
      expect(named).to.deep.equal(drawn.filter((id) => named.includes(id)));
    });

    it('brings the server’s refusals back to their fields, and keeps all that was typed', async () => {
      const hosting = new Hosting();
      const form = await ready(hosting);
      await fillQuestion(form);
      await toReview(form);
      hosting.answer = () =>
        Promise.reject(new ApiError('validation-failed', [{ path: 'sender.email', code: 'invalid' }]));
      buttonNamed(form, 'Envoyer').click();
      await waitUntil(() => root(form).activeElement?.id === 'summary');
      expect(control(form, 'sender.email')?.getAttribute('aria-invalid')).to.equal('true');
      expect(control(form, 'message')?.value).to.equal('Êtes-vous ouverts samedi ?');
    });
  });

  describe('reading again', () => {
    it('moves the focus to the heading, and back to the form with everything in it', async () => {
      const form = await ready(new Hosting());
      await fillQuestion(form);
      await toReview(form);
      await waitUntil(() => root(form).activeElement?.id === 'view');
      buttonNamed(form, 'Modifier').click();
      await waitUntil(() => control(form, 'subject'));
      expect(control(form, 'subject')?.value).to.equal('Horaires');
      await waitUntil(() => root(form).activeElement?.id === 'view');
    });

    it('shows hostile text as text', async () => {
      const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{1}}';
      const form = await ready(new Hosting());
      await fillQuestion(form);
      await type(form, 'subject', hostile);
      await type(form, 'message', hostile);
      await toReview(form);
      expect(all(form, 'dd').filter(({ textContent }) => textContent === hostile)).to.have.length(2);
      expect(all(form, 'img, script')).to.be.empty;
      buttonNamed(form, 'Envoyer').click();
      await until(form, created.reference);
      expect('hacked' in window).to.be.false;
    });
  });

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
      const form = await toWaiting(hosting, new ApiError('network'));
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
      const form = await toWaiting(hosting, new ApiError('network'));
      expect(leaving()).to.be.true;
      hosting.answer = () => Promise.resolve(created);
      buttonNamed(form, 'Essayer maintenant').click();
      await until(form, created.reference);
      expect(leaving()).to.be.false;
    });

    it('lets change what waits: another text is another request', async () => {
      const hosting = new Hosting();
      const form = await toWaiting(hosting, new ApiError('network'));
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
      const form = await toWaiting(hosting, new ApiError('rate-limited', [], 900));
      expect(text(form)).to.match(/partira tout seul à \d\d:\d\d/);
      window.dispatchEvent(new Event('online'));
      await aTimeout(50);
      expect(hosting.sent).to.have.length(1);
    });

    it('says that the hosting does not answer, and tries again when asked', async () => {
      const hosting = new Hosting();
      const form = await toWaiting(hosting, new ApiError('unavailable', [], 300));
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
      await fillQuestion(form);
      await toReview(form);
      buttonNamed(form, 'Envoyer').click();
      await until(form, created.trackingCode);
      buttonNamed(form, 'Effacer').click();
      await until(form, 'Tout est effacé');
      expect(text(form)).not.to.include(created.trackingCode);
      expect(text(form)).not.to.include('angela');
    });
  });

  describe('the page’s own content', () => {
    const fallback = html`<p><a href="tel:0261910010">02 61 91 00 10</a> <input aria-label="Nom" /></p>`;
    const isShown = (form: GuichetContactForm) => !!form.querySelector('p')!.getClientRects().length;
    const withFallback = async (hosting: GuichetClient) =>
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
      offline: () => toWaiting(new Hosting(), new ApiError('network')),
      throttled: () => toWaiting(new Hosting(), new ApiError('rate-limited', [], 900)),
      'hosting down': () => toWaiting(new Hosting(), new ApiError('unavailable', [], 300)),
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
        await setViewport({ width: 320, height: 640 });
        try {
          expect(document.documentElement.scrollWidth).to.be.at.most(320);
          const outside = all(form, 'button, input:not([name=trap]), select, textarea, a, dd, label').filter(
            (element) => element.getBoundingClientRect().right > 320,
          );
          expect(outside.map(({ outerHTML }) => outerHTML)).to.be.empty;
        } finally {
          await setViewport({ width: 1280, height: 800 });
        }
      });
    }
  });

  it('keeps to the page’s outline', async () => {
    const form = await ready(new Hosting());
    form.headingLevel = 4;
    await form.updateComplete;
    const levels = all(form, '[role=heading]').map((heading) => heading.getAttribute('aria-level'));
    expect(levels).to.deep.equal(['4', '5', '5']);
  });

  it('keeps its colours readable on a dark page, and follows when the page changes', async () => {
    const form = await ready(new Hosting(trilport));
    const accent = () =>
      getComputedStyle(root(form).querySelector('.base')!).getPropertyValue('--_accent').trim();
    expect(accent()).to.equal('rgb(138,21,56)');
    document.body.style.cssText = 'background: #101418; color: #eee';
    try {
      await waitUntil(() => accent() !== 'rgb(138,21,56)');
      await expect(form).to.be.accessible();
      expect(getComputedStyle(root(form).querySelector('.base')!).colorScheme).to.equal('dark');
    } finally {
      document.body.style.cssText = '';
    }
  });
});
