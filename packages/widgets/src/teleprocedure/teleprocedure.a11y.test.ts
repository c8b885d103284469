import { expect, fixture, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as stories from './teleprocedure.stories.js';
import type { Teleprocedure } from './teleprocedure.js';
import { page } from './testing/page.js';
import { find, focused, reads, textOf, until } from './testing/steps.js';

interface Playable {
  render: () => unknown;
  play: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

const { default: _, ...states } = stories;

async function show(story: unknown, parentNode = document.createElement('div')): Promise<Teleprocedure> {
  fixtureCleanup();
  const { render, play } = story as Playable;
  const around = await fixture<HTMLElement>(render() as Parameters<typeof fixture>[0], { parentNode });
  const element = around.querySelector('guichet-teleprocedure')!;
  await play({ canvasElement: around });
  await element.updateComplete;
  return element;
}

// What is loaded when somebody begins: a browser under load takes longer for it than one state may.
before(async function (this: Mocha.Context) {
  this.timeout(60_000);
  await Promise.all([import('./course.js'), import('./frame/frame.js'), import('./frame/look.js')]);
});

for (const [name, story] of Object.entries(states)) {
  it(`the state ${name} has a human’s telephone, fits a column of 320 px, and has nothing that axe finds`, async () => {
    const column = document.createElement('div');
    column.style.inlineSize = '320px';
    const element = await show(story, column);
    const own = element.shadowRoot!.querySelector('slot') ? element : element.shadowRoot!;
    expect(own.querySelector('a[href="tel:0261910010"]')).to.exist;
    const end = Math.ceil(column.getBoundingClientRect().right);
    for (const each of [element, ...element.shadowRoot!.querySelectorAll('*:not(.unseen)')])
      expect(each.getBoundingClientRect().right, each.outerHTML.slice(0, 80)).to.be.at.most(end);
    expect(textOf(element)).to.not.match(/\b(?:false|true|null|undefined|NaN)\b/);
    await expect(element).to.be.accessible();
  });
}

it('is begun by the keyboard alone, which then is in the frame, and comes out of it', async () => {
  const element = await show(stories.Frame);
  expect(element.shadowRoot!.querySelector('iframe')).to.not.exist;
  const shown = await show(stories.Framed);
  expect(focused(shown)).to.equal('iframe');
});

it('is begun and led on by the keyboard alone', async () => {
  const { element, led } = await page();
  (await find(element, '[data-act=begin]')).focus();
  await sendKeys({ press: 'Enter' });
  await until(() => led.length);
  await reads(element, 'Continuez sur un autre site');
  expect(focused(element)).to.equal('view');
  await sendKeys({ press: 'Tab' });
  await sendKeys({ press: 'Enter' });
  expect(led).to.have.length(2);
});
