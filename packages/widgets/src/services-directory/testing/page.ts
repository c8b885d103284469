/** Apart from the steps, which stories take too: what makes pages for tests is not there. */
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../services-directory.js';
import type { ServicesDirectory } from '../services-directory.js';
import { VillageHosting } from './hosting.js';
import { find } from './steps.js';
import { tuesday } from './village.js';

/** A page with a directory that is ready. */
export async function page(
  hosting = new VillageHosting(),
  { language = 'fr', now = tuesday } = {},
): Promise<{ element: ServicesDirectory; hosting: VillageHosting }> {
  fixtureCleanup();
  const element = await fixture<ServicesDirectory>(html`
    <guichet-services-directory
      administration="28148"
      language=${language}
      .client=${hosting}
      .now=${() => now}
    ></guichet-services-directory>
  `);
  await find(element, '#view');
  return { element, hosting };
}
