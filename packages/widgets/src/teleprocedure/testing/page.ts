/** Apart from the steps, which stories take too: what makes pages for tests is not there. */
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { Prefill } from '@guichet/contracts/teleprocedure';
import '../teleprocedure.js';
import type { Teleprocedure } from '../teleprocedure.js';
import { OperatedHosting } from './hosting.js';
import { find, holdBack, type Led } from './steps.js';

interface Page {
  language?: string;
  procedure?: string;
  prefill?: Prefill;
}

/** A page with a téléprocédure that is ready, and which leads nowhere. */
export async function page(
  hosting = new OperatedHosting(),
  { language = 'fr', procedure = 'inscription-creche', prefill }: Page = {},
): Promise<{ element: Teleprocedure; hosting: OperatedHosting; led: Led[] }> {
  fixtureCleanup();
  const element = await fixture<Teleprocedure>(html`
    <guichet-teleprocedure
      administration="28148"
      procedure=${procedure}
      language=${language}
      .client=${hosting}
      .prefill=${prefill}
    ></guichet-teleprocedure>
  `);
  await find(element, '.base');
  return { element, hosting, led: holdBack(element) };
}
