import { expect, oneEvent } from '@open-wc/testing';
import type { RequestTracker } from './request-tracker.js';
import { DemoHosting, requestOfDemo } from './testing/hosting.js';
import { announced, focused, page, textOf, valueOf } from './testing/page.js';
import { operatedReference, SeveralHosting } from './testing/several.js';
import { find, open, press, type, until } from './testing/steps.js';

const ANOTHER = 'Suivre une autre demande';
const { subject } = requestOfDemo();

const entries = (tracker: RequestTracker) => [
  ...tracker.shadowRoot!.querySelectorAll<HTMLButtonElement>('.followed button'),
];
const textsOf = (tracker: RequestTracker) =>
  entries(tracker).map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim());
const current = (tracker: RequestTracker) =>
  entries(tracker).flatMap((entry) => (entry.ariaCurrent === 'true' ? entry.value : []));
const isAt = (tracker: RequestTracker, title: string) =>
  until(() => focused(tracker) === 'title' && textOf(tracker, '#title') === title);

async function goTo(tracker: RequestTracker, reference: string): Promise<void> {
  const entry = entries(tracker).find(({ value }) => value === reference)!;
  entry.focus();
  entry.click();
  await tracker.updateComplete;
}

async function both(hosting = new SeveralHosting()) {
  const { tracker } = await page(hosting);
  await open(tracker);
  await find(tracker, '.timeline');
  await press(tracker, ANOTHER);
  await isAt(tracker, 'Suivre votre demande');
  await open(tracker, operatedReference);
  await isAt(tracker, 'Inscription en crèche');
  return { tracker, hosting };
}

describe('following several requests', () => {
  it('one alone has no list above it', async () => {
    const { tracker } = await page();
    await open(tracker);
    await find(tracker, '.timeline');
    expect(tracker.shadowRoot!.querySelector('.followed')).not.to.exist;
  });

  it('asks for another while the first stays in reach', async () => {
    const { tracker } = await page(new SeveralHosting());
    await open(tracker);
    await find(tracker, '.timeline');
    await press(tracker, ANOTHER);
    await isAt(tracker, 'Suivre votre demande');
    expect([valueOf(tracker, 'reference'), valueOf(tracker, 'trackingCode')]).to.deep.equal(['', '']);
    expect(textsOf(tracker)).to.deep.equal([`${subject} ${DemoHosting.reference} – Réponse envoyée`]);
    expect(current(tracker)).to.be.empty;
    expect(textOf(tracker)).to.contain('Effacer et quitter');
    await goTo(tracker, DemoHosting.reference);
    await isAt(tracker, subject);
  });

  it('shows the mairie’s own and one at an operator side by side, and goes from one to the other', async () => {
    const { tracker } = await both();
    expect(textsOf(tracker)).to.deep.equal([
      `${subject} ${DemoHosting.reference} – Réponse envoyée`,
      `Inscription en crèche ${operatedReference} – En cours`,
    ]);
    expect(current(tracker)).to.deep.equal([operatedReference]);
    await goTo(tracker, DemoHosting.reference);
    await isAt(tracker, subject);
    expect(current(tracker)).to.deep.equal([DemoHosting.reference]);
    expect(textOf(tracker)).not.to.contain('Passage en commission');
  });

  it('tells the page which was opened', async () => {
    const { tracker } = await page(new SeveralHosting());
    await open(tracker);
    await find(tracker, '.timeline');
    await press(tracker, ANOTHER);
    const event = oneEvent(tracker, 'guichet-request-opened');
    await open(tracker, operatedReference);
    expect((await event).detail).to.deep.equal({ reference: operatedReference });
  });

  it('opened twice, it is there once, as it was left', async () => {
    const { tracker } = await both();
    await goTo(tracker, DemoHosting.reference);
    await type(tracker, 'message', 'Le numéro est le 214.');
    await press(tracker, ANOTHER);
    await open(tracker);
    await isAt(tracker, subject);
    expect(entries(tracker)).to.have.length(2);
    expect(valueOf(tracker, 'message')).to.equal('Le numéro est le 214.');
    await press(tracker, ANOTHER);
    await find(tracker, '#reference');
    expect([valueOf(tracker, 'reference'), valueOf(tracker, 'trackingCode')]).to.deep.equal(['', '']);
  });

  it('loses nothing of what is typed in one while another is looked at', async () => {
    const other = new DemoHosting({ reference: operatedReference, subject: 'Place de stationnement' });
    const { tracker } = await page(new SeveralHosting(new DemoHosting(), other));
    await open(tracker);
    await type(tracker, 'message', 'Premier brouillon');
    await press(tracker, ANOTHER);
    await type(tracker, 'reference', operatedReference);
    await goTo(tracker, DemoHosting.reference);
    await press(tracker, ANOTHER);
    expect(valueOf(tracker, 'reference')).to.equal(operatedReference);
    await open(tracker, operatedReference);
    await isAt(tracker, 'Place de stationnement');
    expect(valueOf(tracker, 'message')).to.equal('');
    await press(tracker, 'Corriger ma demande');
    await type(tracker, 'correction.subject', 'Places de stationnement');
    await goTo(tracker, DemoHosting.reference);
    await isAt(tracker, subject);
    expect(valueOf(tracker, 'message')).to.equal('Premier brouillon');
    await goTo(tracker, operatedReference);
    await isAt(tracker, 'Place de stationnement');
    expect(valueOf(tracker, 'correction.subject')).to.equal('Places de stationnement');
  });

  it('sends a message to the request that it was written for, whatever is looked at meanwhile', async () => {
    const { tracker, hosting } = await both();
    const [mairie] = hosting.each;
    await goTo(tracker, DemoHosting.reference);
    await type(tracker, 'message', 'C’est le 214.');
    mairie!.fail('sendMessage', 'network');
    await press(tracker, 'Envoyer le message');
    await until(() => focused(tracker) === 'reply-notice');
    await goTo(tracker, operatedReference);
    await isAt(tracker, 'Inscription en crèche');
    const sent = oneEvent(tracker, 'guichet-message-sent');
    window.dispatchEvent(new Event('online'));
    expect((await sent).detail).to.deep.equal({ reference: DemoHosting.reference });
    expect(mairie!.request.timeline.at(-1)!.message).to.equal('C’est le 214.');
    expect(textOf(tracker, '#title')).to.equal('Inscription en crèche');
  });

  it('says beside the form what does not open, and keeps the list', async () => {
    const { tracker } = await both();
    await press(tracker, ANOTHER);
    await open(tracker, DemoHosting.reference, '0000-0000-0000-0000');
    await until(() => focused(tracker) === 'opening-notice');
    expect(entries(tracker)).to.have.length(2);
  });

  it('erases all of them at once', async () => {
    const { tracker } = await both();
    await press(tracker, 'Effacer et quitter');
    await isAt(tracker, 'Suivre votre demande');
    expect(announced(tracker)).to.contain('Tout est effacé');
    expect(entries(tracker)).to.be.empty;
    expect(textOf(tracker)).not.to.contain(DemoHosting.reference).and.not.to.contain(operatedReference);
    await open(tracker);
    await isAt(tracker, subject);
    expect(entries(tracker)).to.be.empty;
  });

  it('closes all when the page is left, keeps the references alone, and opens each again with its draft', async () => {
    const { tracker } = await both();
    await goTo(tracker, DemoHosting.reference);
    await type(tracker, 'message', 'Brouillon');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await find(tracker, '#reference');
    expect(textsOf(tracker)).to.deep.equal([
      `${DemoHosting.reference} – Refermée, à rouvrir`,
      `${operatedReference} – Refermée, à rouvrir`,
    ]);
    expect(textOf(tracker)).not.to.contain(subject);
    await open(tracker);
    await isAt(tracker, subject);
    expect(valueOf(tracker, 'message')).to.equal('Brouillon');
    await goTo(tracker, operatedReference);
    await find(tracker, '#reference');
    expect(valueOf(tracker, 'reference')).to.equal(operatedReference);
  });

  it('whoever opens another request, once all are closed, learns nothing of them', async () => {
    const hosting = new SeveralHosting(
      new DemoHosting(),
      new DemoHosting({ reference: operatedReference, subject: 'Place de stationnement' }),
    );
    const { tracker } = await page(hosting);
    await open(tracker);
    await find(tracker, '.timeline');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await open(tracker, operatedReference);
    await isAt(tracker, 'Place de stationnement');
    expect(entries(tracker)).to.be.empty;
    expect(textOf(tracker)).not.to.contain(DemoHosting.reference);
  });

  it('by one link, all that it opens stand in the list, the latest before the eye', async () => {
    history.replaceState(null, '', `#suivi=${DemoHosting.link}`);
    const { tracker } = await page(new SeveralHosting());
    await type(tracker, 'control', DemoHosting.control);
    await press(tracker, 'Voir ma demande');
    await isAt(tracker, subject);
    expect(entries(tracker).map(({ value }) => value)).to.deep.equal([
      DemoHosting.reference,
      operatedReference,
    ]);
    await goTo(tracker, operatedReference);
    await isAt(tracker, 'Inscription en crèche');
  });

  it('opened by one link and closed since, all open again by what is asked once', async () => {
    history.replaceState(null, '', `#suivi=${DemoHosting.link}`);
    const { tracker } = await page(new SeveralHosting());
    const enter = async () => {
      await type(tracker, 'control', DemoHosting.control);
      await press(tracker, 'Voir ma demande');
    };
    await enter();
    await isAt(tracker, subject);
    await goTo(tracker, operatedReference);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await enter();
    await isAt(tracker, 'Inscription en crèche');
    expect(textsOf(tracker).join()).not.to.contain('à rouvrir');
  });
});
