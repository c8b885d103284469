import { expect } from '@open-wc/testing';
import { DemoHosting } from './testing/hosting.js';
import { announced, focused, page, textOf, valueOf } from './testing/page.js';
import { askLink, find, open, press, type, unfold, until } from './testing/steps.js';

const { email } = DemoHosting;

describe('who lost the code', () => {
  it('is asked nothing until the form is unfolded, and can then read how the link comes', async () => {
    const { tracker } = await page();
    expect(tracker.shadowRoot!.querySelector('details')!.open).to.equal(false);
    await unfold(tracker);
    expect(textOf(tracker, 'details'))
      .to.contain('Vous n’avez plus le code de suivi ?')
      .and.contain('toutes les demandes faites ici avec cette adresse électronique')
      .and.contain('ne peut pas être montré une seconde fois');
  });

  it('is told beside the field what is wrong, is led there, and loses nothing', async () => {
    const { tracker, hosting } = await page();
    await unfold(tracker);
    await press(tracker, 'Recevoir un lien');
    await until(() => focused(tracker) === 'linkEmail');
    expect(textOf(tracker, '#linkEmail-error')).to.contain('Saisissez l’adresse électronique');

    await type(tracker, 'linkEmail', 'angela@boite');
    await press(tracker, 'Recevoir un lien');
    await until(() => textOf(tracker, '#linkEmail-error').includes('erreur de frappe'));
    expect(focused(tracker)).to.equal('linkEmail');
    expect(tracker.shadowRoot!.querySelector('#linkEmail')!.getAttribute('aria-invalid')).to.equal('true');
    expect(valueOf(tracker, 'linkEmail')).to.equal('angela@boite');
    expect(hosting.links).to.be.empty;
  });

  it('is told that it is being sent, then the same whether there is any request or not', async () => {
    const { tracker, hosting } = await page();
    hosting.silent.add('askLink');
    await askLink(tracker, ` ${email} `);
    await until(() => announced(tracker) === 'Envoi en cours…');
    expect(hosting.links).to.deep.equal([{ email }]);

    const again = await page();
    await askLink(again.tracker);
    await until(() => focused(again.tracker) === 'link-notice');
    const answer =
      'Si des demandes ont été faites ici avec cette adresse, un courriel avec un lien part dans quelques minutes. Rien n’arrive ? Regardez parmi les courriels indésirables, ou téléphonez-nous.';
    expect(textOf(again.tracker, '#link-notice').trim()).to.equal(answer);
    expect(announced(again.tracker)).to.equal(answer);
  });

  it('sends once, however often the button is pressed meanwhile', async () => {
    const { tracker, hosting } = await page();
    hosting.silent.add('askLink');
    await askLink(tracker);
    await press(tracker, 'Envoi en cours…');
    expect(hosting.links).to.have.length(1);
  });

  const refusals = [
    ['rate-limited', 'patientez 4 minutes'],
    ['network', 'La connexion à Internet est coupée'],
    ['unavailable', 'Le service ne répond pas'],
  ] as const;
  for (const [code, sentence] of refusals) {
    it(`is told what to do where it is refused as ${code}, finds what was typed, and may try again`, async () => {
      const { tracker, hosting } = await page();
      hosting.fail('askLink', code, { retryAfter: code === 'rate-limited' ? 240 : null });
      await askLink(tracker);
      await until(() => focused(tracker) === 'link-notice');
      expect(textOf(tracker, '#link-notice')).to.contain(sentence).and.contain('02 61 91 00 10');
      expect(valueOf(tracker, 'linkEmail')).to.equal(email);
      await press(tracker, 'Recevoir un lien');
      await until(() => textOf(tracker, '#link-notice').includes('Si des demandes'));
    });
  }

  it('who opens a request after all leaves no address to the next person', async () => {
    const { tracker } = await page();
    await askLink(tracker);
    await find(tracker, '#link-notice');
    await open(tracker);
    await find(tracker, '.timeline');
    await press(tracker, 'Effacer et quitter');
    await find(tracker, '#reference');
    expect(valueOf(tracker, 'linkEmail')).to.equal('');
    expect(tracker.shadowRoot!.querySelector('#link-notice')).not.to.exist;
  });
});
