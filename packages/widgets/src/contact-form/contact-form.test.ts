import { ApiError } from '@guichet/client/api-error';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { trilport } from '../shared/testing/administration.js';
import { created, Hosting } from './testing/hosting.js';
import { ready } from './testing/page.js';
import {
  all,
  buttonNamed,
  control,
  fillQuestion,
  pick,
  root,
  text,
  toReview,
  type,
  until,
} from './testing/steps.js';

describe('guichet-contact-form', () => {
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

    it('cuts nothing off of what is typed, and says how long it may be', async () => {
      const form = await ready(new Hosting());
      await pick(form, 'nature', 'question');
      control(form, 'subject')!.focus();
      await sendKeys({ type: 'a'.repeat(151) });
      const message = 'é'.repeat(8001);
      await type(form, 'message', message);
      await type(form, 'sender.email', 'angela@example.org');
      buttonNamed(form, 'Relire').click();
      await until(form, 'Raccourcissez votre message : 8 000 caractères au plus.');
      expect(text(form)).to.include('Raccourcissez l’objet : 150 caractères au plus.');
      expect(control(form, 'message')!.value).to.equal(message);
      expect(control(form, 'message')!.maxLength).to.equal(-1);
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

  it('can be filled in, read again and sent with the keyboard alone', async () => {
    const hosting = new Hosting();
    const form = await ready(hosting);
    const press = async (...keys: string[]) => {
      for (const key of keys) await sendKeys({ press: key });
    };
    /** Tab goes on until it meets what is looked for: what is skipped has been reached too. */
    const tabTo = async (isThere: (element: HTMLElement) => boolean) => {
      for (let i = 0; i < 30; i++) {
        await press('Tab');
        const active = root(form).activeElement as HTMLElement | null;
        if (active && isThere(active)) return;
      }
      throw new Error('Tab never came there');
    };
    await tabTo(({ id }) => id === 'nature');
    await press(' ');
    await tabTo(({ id }) => id === 'subject');
    await sendKeys({ type: 'Horaires' });
    await tabTo(({ id }) => id === 'message');
    await sendKeys({ type: 'Ouverts samedi ?' });
    await tabTo(({ id }) => id === 'sender.email');
    await sendKeys({ type: 'angela@example.org' });
    await tabTo(({ textContent }) => textContent.includes('Relire'));
    await press('Enter');
    await until(form, 'Rien n’est encore envoyé');
    await waitUntil(() => root(form).activeElement?.id === 'view');
    await tabTo(({ textContent }) => textContent.includes('Envoyer'));
    await press('Enter');
    await until(form, created.reference);
    expect(hosting.sent).to.have.length(1);
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
