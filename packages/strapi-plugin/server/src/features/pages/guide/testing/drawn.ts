/** A guide on its page, as a commune's residents get it, and what axe says of it. */
import type { Language } from '@guichet/contracts/administration';
import type { Organisation } from '@guichet/contracts/directory';
import type { Guide } from '@guichet/contracts/guide';
import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import type { Tenant } from '../../../../domain/tenant.js';
import { mairie } from '../../../../domain/testing/tenant.js';
import { renderPage } from '../../layout.js';
import { openingAt } from '../../opening.js';
import { viewOf } from '../../services/view.js';
import { guidePage } from '../guide.page.js';
import { guideRules } from '../rules.js';

export interface Circumstances {
  tenant?: Tenant;
  language?: Language;
  titles?: ReadonlyMap<string, string>;
  /** What is in the directory beside the mairie. */
  organisations?: readonly Organisation[];
}

export const fetched = {
  url: 'https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip',
  file: 'vosdroits-latest.zip',
  fetchedOn: '2026-11-22',
};

/** The whole page. */
export function pageOf(
  guide: Guide,
  { tenant = mairie, language = 'fr', titles = new Map(), organisations = [] }: Circumstances = {},
): string {
  const { administration } = tenant;
  const now = new Date('2026-11-23T09:00:00Z');
  const opening = openingAt(tenant, language, now);
  const directory = {
    organisations: [...organisations],
    procedures: [],
    themes: [],
    lifeEvents: [],
    link: '/',
  };
  const services = viewOf(tenant, directory, language, now);
  const main = guidePage({ guide, source: fetched, administration, opening, language, titles, services });
  return renderPage({
    language,
    title: guide.title,
    administration,
    opening,
    at: null,
    canSwitch: true,
    addressIn: () => '/',
    rules: guideRules,
    main,
  }).body;
}

export interface Judge {
  /** What breaks a rule of structure, each with where; with all that is folded open, as its reader sees it. */
  violations(html: string): Promise<string[]>;
}

/** One window for all pages: making one, and axe in it, takes longer than judging. */
export function newJudge(): Judge {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  window.eval(axe.source);
  const { axe: here } = window as unknown as { axe: typeof axe };
  const { document } = window;
  const parser = new window.DOMParser();
  // Without a style sheet, an element's style is its name's: computing each takes most of the time.
  const compute = window.getComputedStyle.bind(window);
  const styles = new Map<string, CSSStyleDeclaration>();
  window.getComputedStyle = (element, pseudo) => {
    const key = `${element.localName} ${pseudo ?? ''}`;
    const style = styles.get(key) ?? compute(element, pseudo);
    styles.set(key, style);
    return style;
  };
  return {
    violations: async (html) => {
      const parsed = parser.parseFromString(html.replace(/<style>.*?<\/style>/s, ''), 'text/html');
      document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
      for (const details of document.querySelectorAll('details')) {
        details.removeAttribute('name');
        details.open = true;
      }
      // There is no layout here: colours are judged in browsers.
      const { violations } = await here.run(document, {
        rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
        resultTypes: ['violations'],
      });
      return Array.from(violations).flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    },
  };
}
