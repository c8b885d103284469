import { expect, fixture, html } from '@open-wc/testing';
import './services-directory.js';
import type { ServicesDirectory } from './services-directory.js';
import { VillageHosting } from './testing/hosting.js';
import { cleanAddress, find, press, textOf, until } from './testing/steps.js';

// Alone in its file: what was loaded once is there for the life of the page.
it('lists everything, and says what it cannot show, where the network went after the first paint', async () => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  const element = await fixture<ServicesDirectory>(
    html`<guichet-services-directory
      administration="28148"
      .client=${new VillageHosting()}
    ></guichet-services-directory>`,
  );
  await find(element, '#view');
  await press(element, 'État civil');
  await find(element, '.notice');
  expect(textOf(element, '.notice'))
    .to.include('la connexion semble coupée')
    .and.to.include('02 61 91 00 10');
  expect(textOf(element, '#organisations')).to.include('02 61 91 00 21');

  Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
  dispatchEvent(new Event('online'));
  await until(() => !element.shadowRoot!.querySelector('.notice'));
  await press(element, 'État civil');
  await until(() => textOf(element, 'article #view') === 'État civil');
  cleanAddress();
});
