import type { Block } from '@guichet/contracts/guide';
import { aGuide, section, text } from '@guichet/contracts/guide/testing/guides';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { guidePage } from './testing/page.js';
import type { GuideProbe } from './testing/probe.js';
import { all, says } from './testing/reader.js';

type Show = 'tabs' | 'choice' | 'sequence';
const cases = (show: Show, ...titles: string[]): Block => ({
  is: 'cases',
  show,
  cases: titles.map((title) => ({
    title: [title],
    blocks: [section(`de ${title}`, text(`Texte de ${title}`))],
  })),
});
const page = (...body: Block[]) => guidePage(aGuide({ body }));
describe('cases as tabs', () => {
  const tabs = () => page(cases('tabs', 'Seul', 'Marié', 'Pacsé'));
  const selected = (element: GuideProbe) => says(element, '[role=tab][aria-selected=true]');
  /** What one reads of the cases. */
  const read = (element: GuideProbe) => says(element, '.panel:not([hidden]) section > p');

  it('show the first, each named by its tab', async () => {
    const element = await tabs();
    expect(selected(element)).to.deep.equal(['Seul']);
    expect(read(element)).to.deep.equal(['Texte de Seul']);
    const root = element.shadowRoot!;
    for (const tab of all(element, '[role=tab]')) {
      const panel = root.getElementById(tab.getAttribute('aria-controls')!)!;
      expect(panel.role).to.equal('tabpanel');
      expect(panel.getAttribute('aria-labelledby')).to.equal(tab.id);
    }
    await expect(element).to.be.accessible();
  });

  it('follow the keys of tabs, and show at once', async () => {
    const element = await tabs();
    const order = [
      ['ArrowRight', 'Marié'],
      ['ArrowRight', 'Pacsé'],
      ['ArrowRight', 'Seul'],
      ['ArrowLeft', 'Pacsé'],
      ['Home', 'Seul'],
      ['End', 'Pacsé'],
      ['ArrowDown', 'Pacsé'],
    ] as const;
    all(element, '[role=tab]')[0]!.focus();
    for (const [key, expected] of order) {
      await sendKeys({ press: key });
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement!.textContent.trim(), key).to.equal(expected);
      expect(selected(element), key).to.deep.equal([expected]);
      expect(read(element), key).to.deep.equal([`Texte de ${expected}`]);
    }
  });

  it('are one stop of the Tab key, after which comes what they show', async () => {
    const element = await tabs();
    all(element, '[role=tab]')[0]!.focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement!.role).to.equal('tabpanel');
    expect((element.shadowRoot!.activeElement as HTMLElement).innerText).to.contain('Texte de Pacsé');
    expect(all(element, '[role=tab]').map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, -1, 0]);
  });

  it('are chosen by pointing, and leave those of another question as they are', async () => {
    const element = await page(cases('tabs', 'a', 'b'), cases('tabs', 'c', 'd'));
    all(element, '[role=tab]')[1]!.click();
    await element.updateComplete;
    expect(selected(element)).to.deep.equal(['b', 'c']);
  });

  it('are shown where the browser finds words in them', async () => {
    const element = await tabs();
    all(element, '.panel')[1]!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await element.updateComplete;
    expect(selected(element)).to.deep.equal(['Marié']);
  });

  it('hide what is not chosen from programs and from the keyboard', async () => {
    const element = await tabs();
    const [, hidden] = all(element, '.panel');
    expect(hidden!.getAttribute('aria-hidden')).to.equal('true');
    expect(hidden!.hasAttribute('tabindex')).to.equal(false);
    expect(hidden!.getBoundingClientRect().height).to.equal(0);
  });
});

describe('cases as a choice', () => {
  const choice = () => page(cases('choice', 'Oui', 'Non'));
  const read = (element: GuideProbe) => says(element, '.panel:not([hidden]) .heading');

  it('show none until one is chosen', async () => {
    const element = await choice();
    expect(read(element)).to.deep.equal([]);
    expect(says(element, 'legend')).to.deep.equal(['Choisissez votre cas :']);
    all<HTMLInputElement>(element, 'input[type=radio]')[0]!.focus();
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect(read(element)).to.deep.equal(['de Oui']);
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    expect(read(element)).to.deep.equal(['de Non']);
    await expect(element).to.be.accessible();
  });
});

describe('cases that come one after the other, or alone', () => {
  it('are all shown, under headings', async () => {
    const element = await page(cases('sequence', 'Avant', 'Après'), cases('choice', 'Toujours'));
    expect(all(element, '.cases').length).to.equal(0);
    expect(says(element, 'article .depth-2')).to.deep.equal(['Avant', 'Après', 'Toujours']);
    expect(says(element, 'article .depth-3')).to.deep.equal(['de Avant', 'de Après', 'de Toujours']);
  });
});
