import { expect, fixture, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as stories from './services-directory.stories.js';
import type { ServicesDirectory } from './services-directory.js';
import { VillageHosting } from './testing/hosting.js';
import { page } from './testing/page.js';
import {
  cleanAddress,
  announced,
  find,
  focused,
  look,
  namesIn,
  press,
  textOf,
  until,
} from './testing/steps.js';
import { crowded } from './testing/village.js';

interface Playable {
  render: () => unknown;
  play: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

const { default: _, ...states } = stories;

async function show(story: unknown, parentNode = document.createElement('div')): Promise<ServicesDirectory> {
  fixtureCleanup();
  const { render, play } = story as Playable;
  const around = await fixture<HTMLElement>(render() as Parameters<typeof fixture>[0], { parentNode });
  const element = around.querySelector('guichet-services-directory')!;
  await play({ canvasElement: around });
  await element.updateComplete;
  return element;
}

// Once for all states, which share an address: browsers bear a hundred or two of changes in ten seconds.
after(cleanAddress);

for (const [name, story] of Object.entries(states)) {
  describe(`the state ${name}`, () => {
    it('has no violation that axe can see', async () => {
      const element = await show(story);
      await expect(element).to.be.accessible();
    });

    it('has a human’s telephone', async () => {
      const element = await show(story);
      const own = element.shadowRoot!.querySelector('slot') ? element : element.shadowRoot!;
      expect(own.querySelector('a[href="tel:0261910010"]')).to.exist;
    });

    it('fits a column of 320 px', async () => {
      const column = document.createElement('div');
      column.style.inlineSize = '320px';
      const element = await show(story, column);
      const end = Math.ceil(column.getBoundingClientRect().right);
      for (const each of [element, ...element.shadowRoot!.querySelectorAll('*:not(.unseen)')]) {
        expect(each.getBoundingClientRect().right, each.outerHTML.slice(0, 80)).to.be.at.most(end);
      }
    });
  });
}

describe('by the keyboard alone', () => {
  beforeEach(cleanAddress);

  it('one finds, opens and comes back', async () => {
    const { element } = await page();
    (await find(element, '#q')).focus();
    await sendKeys({ type: 'naissance' });
    await find(element, '#found a');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(element)).to.equal('Demander un acte de naissance');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element) === 'view');
    expect(textOf(element, 'article #view')).to.equal('Demander un acte de naissance');
    (await find(element, '.back a')).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element) === 'Demander un acte de naissance');
  });

  it('« Entrée » leads to what was found, « Échap » empties the field', async () => {
    const { element } = await page();
    await look(element, 'naissance');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element) === 'results');
    (await find(element, '#q')).focus();
    await sendKeys({ press: 'Escape' });
    await until(() => namesIn(element, 'organisations').length);
    expect((await find<HTMLInputElement>(element, '#q')).value).to.equal('');
    expect(focused(element)).to.equal('q');
  });

  it('the rest of a long list follows what was there', async () => {
    const { element } = await page(new VillageHosting(crowded(50)));
    expect(namesIn(element, 'organisations')).to.have.length(20);
    await press(element, 'Afficher la suite (encore 30)');
    await until(() => focused(element) === namesIn(element, 'organisations')[20]);
    expect(namesIn(element, 'organisations')).to.have.length(40);
  });
});

describe('what is said without the focus moving', () => {
  beforeEach(cleanAddress);

  it('waits until somebody stops typing', async () => {
    const { element } = await page();
    await look(element, 'naissance');
    expect(announced(element)).to.equal('');
    await until(() => announced(element) === textOf(element, '#results'));
  });
});
