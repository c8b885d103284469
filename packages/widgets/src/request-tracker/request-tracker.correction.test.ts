import { expect, oneEvent } from '@open-wc/testing';
import { ApiError } from '@guichet/client/api-error';
import { DemoHosting } from './testing/hosting.js';
import { announced, focused, page, textOf, valueOf } from './testing/page.js';
import { find, open, press, type, until } from './testing/steps.js';

const message = 'Le lampadaire est devant le 14, et non le 12.';
const typed = (tracker: Parameters<typeof valueOf>[0], field: string) =>
  valueOf(tracker, `correction.${field}`);
const errorOf = (tracker: Parameters<typeof textOf>[0], field: string) =>
  textOf(tracker, `#${CSS.escape(`correction.${field}-error`)}`);

const asked = async (hosting = new DemoHosting()) => {
  const all = await page(hosting);
  await open(all.tracker);
  await find(all.tracker, '.timeline');
  await press(all.tracker, 'Corriger ma demande');
  await until(() => focused(all.tracker) === 'correction');
  const write = (field: string, text: string) => type(all.tracker, `correction.${field}`, text);
  return { ...all, write };
};

describe('correcting what was sent', () => {
  it('is offered only where it can be', async () => {
    const { tracker } = await page(new DemoHosting({ correctable: null }));
    await open(tracker);
    await find(tracker, '.timeline');
    expect(tracker.shadowRoot!.querySelector('#correct')).not.to.exist;
  });

  it('begins with what was sent, says what follows, and asks for no e-mail address', async () => {
    const { tracker, hosting } = await asked();
    expect(typed(tracker, 'subject')).to.equal('Lampadaire éteint rue de la Fontaine');
    expect(typed(tracker, 'sender.postalAddress.country')).to.equal('FR');
    expect(textOf(tracker))
      .to.contain('La date de réception de votre demande ne change pas')
      .and.contain('Votre adresse électronique ne se change pas ici');
    expect(tracker.shadowRoot!.querySelector('input[type=email]')).not.to.exist;
    expect(hosting.keys).to.be.empty;
  });

  it('is recorded, said, and told to the page by its reference only', async () => {
    const { tracker, hosting, write } = await asked();
    await write('message', `  ${message}\n`);
    await write('sender.phone', '02 61 91 00 12');
    await write('sender.postalAddress.postalCode', '28 190');
    const event = oneEvent(tracker, 'guichet-request-corrected');
    await press(tracker, 'Envoyer ma correction');
    expect((await event).detail).to.deep.equal({ reference: DemoHosting.reference });
    await until(() => focused(tracker) === 'correction');
    expect(announced(tracker)).to.match(/^Votre correction est enregistrée/);
    const [correction] = hosting.corrections;
    expect(correction!.message).to.equal(message);
    expect(correction!.sender).to.deep.include({ phone: '02 61 91 00 12' });
    expect(JSON.stringify(correction)).to.contain('"28190"');
    expect(textOf(tracker, '.timeline > li:last-child'))
      .to.contain('Vous avez corrigé votre demande')
      .and.contain(message);
    // And once more.
    await press(tracker, 'Corriger ma demande');
    await until(() => typed(tracker, 'message') === message);
  });

  it('says beside each field what is wrong, and sends nothing', async () => {
    const { tracker, hosting, write } = await asked();
    await write('subject', ' ');
    await write('sender.postalAddress.postalCode', '2819');
    await press(tracker, 'Envoyer ma correction');
    await until(() => focused(tracker) === 'summary');
    expect(textOf(tracker, '#summary')).to.contain('2 points sont à corriger');
    expect(errorOf(tracker, 'subject')).to.contain('Remplissez le champ « Objet ».');
    expect(errorOf(tracker, 'sender.postalAddress.postalCode')).to.contain('5 chiffres en France');
    tracker.shadowRoot!.querySelector<HTMLElement>('#summary a')!.click();
    expect(focused(tracker)).to.equal('correction.subject');
    expect(hosting.keys).to.be.empty;
  });

  it('says so where nothing was changed', async () => {
    const { tracker, hosting } = await asked();
    await press(tracker, 'Envoyer ma correction');
    await until(() => textOf(tracker, '#correction').includes('Vous n’avez encore rien changé'));
    await until(() => focused(tracker) === 'correction');
    expect(hosting.keys).to.be.empty;
  });

  it('keeps what was typed when the network fails, and is sent again under the same key', async () => {
    const { tracker, hosting, write } = await asked();
    hosting.fail('correct', 'network');
    await write('message', message);
    await press(tracker, 'Envoyer ma correction');
    await until(() => textOf(tracker, '.refused').includes('La connexion à Internet est coupée'));
    await until(() => focused(tracker) === 'correction');
    expect(textOf(tracker, '.refused')).to.contain('02 61 91 00 10');
    expect(typed(tracker, 'message')).to.equal(message);
    await press(tracker, 'Envoyer ma correction');
    await until(() => hosting.corrections.length);
    expect(new Set(hosting.keys)).to.have.length(1);
  });

  it('says what the hosting finds wrong', async () => {
    const { tracker, hosting, write } = await asked();
    const error = new ApiError('validation-failed', [{ path: 'sender.phone', code: 'invalid' }]);
    hosting.failures.push({ call: 'correct', error, always: false });
    await write('message', message);
    await press(tracker, 'Envoyer ma correction');
    await until(() => focused(tracker) === 'summary');
    expect(errorOf(tracker, 'sender.phone')).to.contain('Vérifiez le numéro de téléphone');
    expect(typed(tracker, 'message')).to.equal(message);
  });

  it('is sent once, however often the button is pressed, and not dropped on its way', async () => {
    const { tracker, hosting, write } = await asked();
    hosting.silent.add('correct');
    await write('message', message);
    await press(tracker, 'Envoyer ma correction');
    expect(announced(tracker)).to.equal('Envoi en cours…');
    await press(tracker, 'Envoi en cours…');
    await press(tracker, 'Ne rien corriger');
    expect(typed(tracker, 'message')).to.equal(message);
    expect(hosting.keys).to.have.length(1);
  });

  it('can be thought better of, and leaves a message that was being written where it was', async () => {
    const { tracker } = await page();
    await open(tracker);
    await type(tracker, 'message', 'Une phrase commencée');
    await press(tracker, 'Corriger ma demande');
    await until(() => focused(tracker) === 'correction');
    // One form at a time.
    expect(tracker.shadowRoot!.querySelector('#message')).not.to.exist;
    await press(tracker, 'Ne rien corriger');
    await until(() => focused(tracker) === 'correct');
    expect(valueOf(tracker, 'message')).to.equal('Une phrase commencée');
  });

  it('too late, says so and shows the request as it is now', async () => {
    const { tracker, hosting, write } = await asked();
    hosting.request = { ...hosting.request, status: 'closed', canWrite: false, correctable: null };
    await write('message', message);
    await press(tracker, 'Envoyer ma correction');
    await until(() => textOf(tracker, '#correction').includes('ne peut plus être corrigée'));
    await until(() => focused(tracker) === 'correction');
    expect(textOf(tracker, '[aria-labelledby=standing]')).to.contain('Terminée');
  });

  it('is kept where the session ended meanwhile, for who opens the same request again', async () => {
    const { tracker, hosting, write } = await asked();
    hosting.forgetTokens();
    await write('message', message);
    await press(tracker, 'Envoyer ma correction');
    await find(tracker, '#reference');
    expect(textOf(tracker)).not.to.contain(message);
    await open(tracker);
    await until(() => textOf(tracker).includes('Votre correction n’est pas encore partie'));
    expect(typed(tracker, 'message')).to.equal(message);
    await press(tracker, 'Envoyer ma correction');
    await until(() => hosting.corrections.length);
  });

  it('is erased by who leaves', async () => {
    const { tracker, write } = await asked();
    await write('message', message);
    await press(tracker, 'Effacer et quitter');
    await open(tracker);
    await find(tracker, '.timeline');
    expect(tracker.shadowRoot!.querySelector('#correction')).not.to.exist;
    await press(tracker, 'Corriger ma demande');
    await until(() => typed(tracker, 'subject'));
    expect(typed(tracker, 'message')).not.to.equal(message);
  });
});
