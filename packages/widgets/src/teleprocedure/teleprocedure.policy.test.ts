/** A site whose own policy lets its forms lead nowhere else: apart from other tests, as no policy can be taken back. */
import { expect } from '@open-wc/testing';
import { operator } from './frame/testing/stage.js';
import { creche, started, trackedStart } from './testing/creche.js';
import { OperatedHosting } from './testing/hosting.js';
import { find, press, reads, until } from './testing/steps.js';
import { fixture, html } from '@open-wc/testing';
import './teleprocedure.js';
import type { Teleprocedure } from './teleprocedure.js';

const policy = Object.assign(document.createElement('meta'), {
  httpEquiv: 'Content-Security-Policy',
  content: "form-action 'self'",
});

before(() => document.head.append(policy));

const url = `${operator}/demande?guichet-start=s1.signed`;

async function page(hosting: OperatedHosting): Promise<{ element: Teleprocedure; followed: string[] }> {
  const element = await fixture<Teleprocedure>(
    html`<guichet-teleprocedure
      administration="28148"
      procedure=${creche.slug}
      .client=${hosting}
    ></guichet-teleprocedure>`,
  );
  await find(element, '.base');
  const followed: string[] = [];
  element.renderRoot.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-act=go]');
    if (!link) return;
    event.preventDefault();
    followed.push(link.href);
  });
  return { element, followed };
}

describe('where the site’s policy forbids forms that lead elsewhere', () => {
  it('a link leads there, by itself, without what was typed', async () => {
    const hosting = new OperatedHosting({ ...creche, takesPrefill: true });
    hosting.started = { ...started, url, post: { familyName: 'Dubois' } };
    const { element, followed } = await page(hosting);
    await press(element, 'Commencer la démarche');
    await until(() => followed.length);
    expect(followed).to.deep.equal([url]);
    expect(element.shadowRoot!.querySelector('form')).to.not.exist;
    expect(element.shadowRoot!.querySelector('[role=alert], .notice')).to.not.exist;
  });

  it('also where the resident presses the button, which leads on at that press', async () => {
    const hosting = new OperatedHosting();
    hosting.started = { ...trackedStart, url, post: { familyName: 'Dubois' } };
    const { element, followed } = await page(hosting);
    await press(element, 'Commencer la démarche');
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
    expect(followed).to.be.empty;
    await press(element, 'Aller sur cet autre site');
    await until(() => followed.length);
    expect(followed).to.deep.equal([url]);
    await reads(element, '4F7T-2MZK-8RWA-Q6PH');
  });
});
