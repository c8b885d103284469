import { expect } from '@open-wc/testing';
import { DemoHosting } from './testing/hosting.js';
import { focused, page, textOf } from './testing/page.js';
import { find, press, type, until } from './testing/steps.js';

const arrive = async (hosting = new DemoHosting()) => {
  history.replaceState(null, '', `?a=1#suivi=${DemoHosting.link}`);
  return page(hosting);
};

describe('coming by a mailed link', () => {
  it('takes the token out of the address, and out of nothing else', async () => {
    const before = history.length;
    await arrive();
    expect(location.hash).to.equal('');
    expect(location.search).to.equal('?a=1');
    expect(history.length).to.equal(before);
  });

  it('asks the control field before anything shows', async () => {
    const { tracker, hosting } = await arrive();
    expect(hosting.openings).to.be.empty;
    expect(tracker.shadowRoot!.querySelector('#reference')).not.to.exist;
    await type(tracker, 'control', ` ${DemoHosting.control} `);
    await press(tracker, 'Voir ma demande');
    await find(tracker, '.timeline');
    expect(hosting.openings).to.deep.equal([{ link: DemoHosting.link, control: DemoHosting.control }]);
  });

  it('wants the field filled in', async () => {
    const { tracker } = await arrive();
    await press(tracker, 'Voir ma demande');
    await until(() => focused(tracker) === 'summary');
    expect(textOf(tracker, '#control-error')).to.contain('nom de famille ou votre code postal');
  });

  it('keeps the control field where it is wrong, and offers the reference instead', async () => {
    const { tracker } = await arrive();
    await type(tracker, 'control', 'Martin');
    await press(tracker, 'Voir ma demande');
    await until(() => focused(tracker) === 'opening-notice');
    expect(textOf(tracker, '#opening-notice')).to.contain('ne correspond pas');
    await press(tracker, 'Utiliser plutôt la référence et le code de suivi');
    await until(() => focused(tracker) === 'title');
    await find(tracker, '#reference');
  });

  it('works in a page that is already open, and closes what was shown there', async () => {
    const { tracker } = await page();
    await type(tracker, 'reference', DemoHosting.reference);
    location.hash = `suivi=${DemoHosting.link}`;
    await find(tracker, '#control');
    expect(location.hash).to.equal('');
  });

  it('leaves the other fragments of the page alone', async () => {
    history.replaceState(null, '', '#horaires');
    const { tracker } = await page();
    expect(location.hash).to.equal('#horaires');
    await find(tracker, '#reference');
    history.replaceState(null, '', location.pathname);
  });
});
