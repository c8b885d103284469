/** A guide's page as a document, and small guides to show. */
import type { Block, GuideContact, GuideService, Inline } from '@guichet/contracts/guide';
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { pageOf, type Circumstances } from './drawn.js';
import { aGuide } from './guide.js';

export const text = (...content: Inline[]): Block => ({ is: 'text', content });
export const section = (title: string, ...blocks: Block[]): Block => ({
  is: 'section',
  title: [title],
  blocks,
});
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

export const service = (changes: Partial<GuideService> = {}): GuideService => ({
  id: 'R5',
  type: 'form',
  title: 'Demande de carte',
  url: 'https://www.formulaires.example/cerfa_12101.pdf',
  cerfa: '12101*02',
  number: null,
  format: 'application/pdf',
  size: '605.7 KB',
  source: 'Ministère chargé de l’intérieur',
  introduction: [text('Permet de demander une carte.')],
  annexes: [
    {
      title: 'Notice',
      url: 'https://www.formulaires.example/n.pdf',
      cerfa: '51236#01',
      format: null,
      size: null,
      blocks: [text('À lire avant.')],
    },
  ],
  ...changes,
});

export const contact = (changes: Partial<GuideContact> = {}): GuideContact => ({
  id: 'R7',
  type: 'local',
  title: 'Mairie',
  complement: null,
  localService: 'mairie',
  url: 'https://lannuaire.service-public.gouv.fr/navigation/mairie',
  blocks: [],
  ...changes,
});
