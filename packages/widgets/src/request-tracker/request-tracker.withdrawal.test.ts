import { expect, oneEvent } from '@open-wc/testing';
import { DemoHosting } from './testing/hosting.js';
import { silenceRejects } from './testing/law.js';
import { announced, focused, page, textOf, valueOf } from './testing/page.js';
import { find, open, press, type, until } from './testing/steps.js';

const asked = async (hosting = new DemoHosting(silenceRejects)) => {
  const all = await page(hosting);
  await open(all.tracker);
  await find(all.tracker, '.timeline');
  await type(all.tracker, 'message', 'Une phrase commencée');
  await press(all.tracker, 'Retirer ma demande');
  await until(() => focused(all.tracker) === 'withdrawal');
  return all;
};

describe('withdrawing a request', () => {
  it('is offered only where it can be', async () => {
    const { tracker } = await page(new DemoHosting({ canWithdraw: false }));
    await open(tracker);
    await find(tracker, '.timeline');
    expect(tracker.shadowRoot!.querySelector('#withdraw')).not.to.exist;
  });

  it('says first what follows, and does nothing until then', async () => {
    const { tracker, hosting } = await asked();
    expect(textOf(tracker, '[aria-labelledby=withdraw-title]'))
      .to.contain('Votre demande ne sera plus examinée')
      .and.contain('Vous ne pourrez pas revenir en arrière.')
      .and.contain('nouvelle demande');
    expect(hosting.keys).to.be.empty;
  });

  it('can be thought better of', async () => {
    const { tracker, hosting } = await asked();
    await press(tracker, 'Non, garder ma demande');
    await until(() => focused(tracker) === 'withdraw');
    expect(hosting.keys).to.be.empty;
    expect(hosting.request.status).to.equal('received');
  });

  it('closes it, says so, tells the page its reference only, and leaves what was being written to be copied', async () => {
    const { tracker, hosting } = await asked();
    const event = oneEvent(tracker, 'guichet-request-withdrawn');
    await press(tracker, 'Oui, retirer ma demande');
    expect((await event).detail).to.deep.equal({ reference: DemoHosting.reference });
    await until(() => focused(tracker) === 'withdrawal');
    expect(announced(tracker)).to.equal('Votre demande est retirée. Elle ne sera plus examinée.');
    expect(hosting.request.status).to.equal('closed');
    expect(textOf(tracker, '.timeline > li:last-child')).to.contain('Vous avez retiré votre demande');
    expect(textOf(tracker)).not.to.contain('doit vous répondre');
    expect(valueOf(tracker, 'message')).to.equal('Une phrase commencée');
    expect(tracker.shadowRoot!.querySelector('#withdraw')).not.to.exist;
  });

  it('refused on its way, keeps everything, says so, and is asked again with the same key', async () => {
    const { tracker, hosting } = await asked();
    hosting.fail('withdraw', 'network');
    await press(tracker, 'Oui, retirer ma demande');
    await until(() => textOf(tracker, '.refused').includes('La connexion à Internet est coupée'));
    await until(() => focused(tracker) === 'withdrawal');
    expect(textOf(tracker, '.refused')).to.contain('02 61 91 00 10');
    expect(valueOf(tracker, 'message')).to.equal('Une phrase commencée');
    await press(tracker, 'Oui, retirer ma demande');
    await until(() => announced(tracker).startsWith('Votre demande est retirée'));
    expect(hosting.keys).to.have.length(2);
    expect(new Set(hosting.keys)).to.have.length(1);
  });

  it('is asked for once, however often the button is pressed, and not taken back on its way', async () => {
    const { tracker, hosting } = await asked();
    hosting.silent.add('withdraw');
    await press(tracker, 'Oui, retirer ma demande');
    expect(announced(tracker)).to.equal('Retrait en cours…');
    await press(tracker, 'Retrait en cours…');
    await press(tracker, 'Non, garder ma demande');
    expect(textOf(tracker)).to.contain('Retrait en cours…');
    expect(hosting.keys).to.have.length(1);
  });

  it('too late, says so and shows the request as it is now', async () => {
    const { tracker, hosting } = await asked();
    hosting.request = { ...hosting.request, status: 'closed', canWrite: false, canWithdraw: false };
    await press(tracker, 'Oui, retirer ma demande');
    await until(() => textOf(tracker, '#withdrawal').includes('elle était déjà terminée'));
    await until(() => focused(tracker) === 'withdrawal');
    expect(textOf(tracker, '[aria-labelledby=standing]')).to.contain('Terminée');
  });

  it('where the session ended meanwhile, asks the code again', async () => {
    const { tracker, hosting } = await asked();
    hosting.forgetTokens();
    await press(tracker, 'Oui, retirer ma demande');
    await find(tracker, '#reference');
    expect(hosting.request.status).to.equal('received');
    expect(textOf(tracker)).to.contain('s’est refermée');
  });
});
