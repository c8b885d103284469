/** A guide's page as a document. */
import { aGuide } from '@guichet/contracts/guide/testing/guides';
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { pageOf, type Circumstances } from './drawn.js';

export const shown = (changes: Parameters<typeof aGuide>[0], circumstances?: Circumstances) => {
  const { document } = new JSDOM(pageOf(aGuide(changes), circumstances)).window;
  return {
    all: (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)],
    one: (selector: string) => {
      const found = document.querySelectorAll<HTMLElement>(selector);
      assert.equal(found.length, 1, `${found.length} × ${selector}`);
      return found[0]!;
    },
    main: said(document.querySelector('main')!),
  };
};
/** Its text, without the white space that browsers do not show. */
export const said = ({ textContent }: Element) => textContent.replaceAll(/[ \n]+/g, ' ').trim();
export const says = (elements: readonly Element[]) => elements.map(said);
export const hrefs = (elements: readonly Element[]) => elements.map((one) => one.getAttribute('href'));
