import { expect, oneEvent } from '@open-wc/testing';
import { DemoHosting } from './testing/hosting.js';
import { announced, focused, page, textOf, valueOf } from './testing/page.js';
import { find, open, press, type, until } from './testing/steps.js';

const text = 'Merci.\nBonne journée.';

const writing = async (hosting = new DemoHosting()) => {
  const all = await page(hosting);
  await open(all.tracker);
  await find(all.tracker, '.timeline');
  await type(all.tracker, 'message', text);
  return all;
};
const messagesOf = ({ request }: DemoHosting) =>
  request.timeline.filter(({ message }) => message === text).length;

describe('adding a message', () => {
  it('sends it, shows it in the timeline, empties the field, says so', async () => {
    const { tracker, hosting } = await writing();
    const event = oneEvent(tracker, 'guichet-message-sent');
    await press(tracker, 'Envoyer le message');
    expect((await event).detail).to.deep.equal({ reference: DemoHosting.reference });
    await until(() => focused(tracker) === 'reply-notice');
    expect(messagesOf(hosting)).to.equal(1);
    expect(textOf(tracker, '.timeline > li:last-child .text')).to.equal(text);
    expect(valueOf(tracker, 'message')).to.equal('');
    expect(announced(tracker)).to.equal('Votre message est envoyé.');
  });

  it('wants something in it', async () => {
    const { tracker, hosting } = await writing();
    await type(tracker, 'message', '  ');
    await press(tracker, 'Envoyer le message');
    await until(() => focused(tracker) === 'summary');
    expect(textOf(tracker, '#message-error')).to.contain('Écrivez votre message');
    expect(hosting.keys).to.be.empty;
  });

  it('without a connection says that it has not left, keeps it, and sends it by itself, once, with the same key', async () => {
    const { tracker, hosting } = await writing();
    hosting.fail('sendMessage', 'network', { always: true });
    await press(tracker, 'Envoyer le message');
    await until(() => focused(tracker) === 'reply-notice');
    expect(textOf(tracker, '#reply-notice')).to.contain('Pas encore envoyé').and.contain('partira tout seul');
    expect(valueOf(tracker, 'message')).to.equal(text);
    hosting.recover();
    dispatchEvent(new Event('online'));
    dispatchEvent(new Event('online'));
    await until(() => announced(tracker) === 'Votre message est envoyé.');
    expect(messagesOf(hosting)).to.equal(1);
    expect(hosting.keys).to.have.length(2);
    expect(new Set(hosting.keys)).to.have.length(1);
  });

  it('sends a waiting message even though the session ended meanwhile', async () => {
    const { tracker, hosting } = await writing();
    hosting.fail('sendMessage', 'network');
    await press(tracker, 'Envoyer le message');
    await until(() => focused(tracker) === 'reply-notice');
    hosting.forgetTokens();
    dispatchEvent(new Event('online'));
    await until(() => announced(tracker) === 'Votre message est envoyé.');
    expect(messagesOf(hosting)).to.equal(1);
    expect(new Set(hosting.keys)).to.have.length(1);
  });

  it('can take a waiting message back, which then is another message', async () => {
    const { tracker, hosting } = await writing();
    hosting.fail('sendMessage', 'network');
    await press(tracker, 'Envoyer le message');
    await press(tracker, 'Modifier le message');
    await until(() => focused(tracker) === 'message');
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(messagesOf(hosting)).to.equal(0);
    await type(tracker, 'message', `${text} !`);
    await press(tracker, 'Envoyer le message');
    await until(() => announced(tracker) === 'Votre message est envoyé.');
    expect(new Set(hosting.keys)).to.have.length(2);
  });

  it('refused on its way, is kept and sent again with the same key', async () => {
    const { tracker, hosting } = await writing();
    hosting.fail('sendMessage', 'unavailable');
    await press(tracker, 'Envoyer le message');
    await until(() => focused(tracker) === 'reply-notice');
    expect(textOf(tracker, '#reply-notice')).to.contain('ne répond pas').and.contain('02 61 91 00 10');
    await press(tracker, 'Envoyer le message');
    await until(() => announced(tracker) === 'Votre message est envoyé.');
    expect(new Set(hosting.keys)).to.have.length(1);
  });

  it('is not offered on a closed request, which says why and whom to call', async () => {
    const { tracker } = await page(new DemoHosting({ status: 'closed', canWrite: false }));
    await open(tracker);
    await find(tracker, '.timeline');
    expect(tracker.shadowRoot!.querySelector('textarea')).not.to.exist;
    expect(textOf(tracker)).to.contain('vous ne pouvez plus y ajouter de message');
    expect(textOf(tracker)).to.contain('Envoyer une nouvelle demande');
  });

  it('too late, leaves the text to be read and copied', async () => {
    const { tracker, hosting } = await writing();
    hosting.request = { ...hosting.request, canWrite: false };
    await press(tracker, 'Envoyer le message');
    const area = await find<HTMLTextAreaElement>(tracker, 'textarea[readonly]');
    expect(area.value).to.equal(text);
    await until(() => focused(tracker) === 'reply-notice');
    expect(textOf(tracker, '#reply-notice')).to.contain('Cette demande est terminée');
  });
});

describe('a session that ended', () => {
  const expired = async () => {
    const all = await writing();
    all.hosting.forgetTokens();
    await press(all.tracker, 'Envoyer le message');
    await find(all.tracker, '#reference');
    return all;
  };

  it('ends too where a refresh finds it dead', async () => {
    const { tracker, hosting } = await writing();
    hosting.forgetTokens();
    await press(tracker, 'Actualiser');
    await find(tracker, '#reference');
    expect(hosting.openings).to.have.length(1);
  });

  it('hides the request, says why, asks the code again and goes on from there', async () => {
    const { tracker } = await expired();
    expect(textOf(tracker))
      .to.contain('s’est refermée')
      .and.contain('Le message que vous écriviez est conservé');
    expect(tracker.shadowRoot!.innerHTML).not.to.contain('Lampadaire').and.not.to.contain('Bonne journée');
    expect(valueOf(tracker, 'reference')).to.equal(DemoHosting.reference);
    expect(valueOf(tracker, 'trackingCode')).to.equal('');
    await until(() => focused(tracker) === 'title');
  });

  it('gives back what was typed, which leaves once', async () => {
    const { tracker, hosting } = await expired();
    await open(tracker);
    await find(tracker, '.timeline');
    expect(valueOf(tracker, 'message')).to.equal(text);
    await press(tracker, 'Envoyer le message');
    await until(() => announced(tracker) === 'Votre message est envoyé.');
    expect(messagesOf(hosting)).to.equal(1);
    expect(new Set(hosting.keys)).to.have.length(1);
  });

  it('gives it to nobody who opens another request', async () => {
    const { tracker, hosting } = await expired();
    hosting.request = { ...hosting.request, reference: '28148-2026-0000-000F' };
    await open(tracker, '28148-2026-0000-000F');
    await find(tracker, '.timeline');
    expect(valueOf(tracker, 'message')).to.equal('');
  });
});
