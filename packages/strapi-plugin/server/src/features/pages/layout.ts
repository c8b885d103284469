/** The frame of every page: who speaks, how to reach a human, where one is, and what the browser may do with it. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { CommonWords } from '@guichet/contracts/words/common';
import { commonEn } from '@guichet/contracts/words/common.en';
import { commonFr } from '@guichet/contracts/words/common.fr';
import { pathOf, routes, type Route } from '@guichet/contracts/routes';
import { createHash } from 'node:crypto';
import { attributes, markup, script, structured, style, type Markup } from './html.js';
import { look } from './look.js';
import type { PageOpening } from './opening.js';
import { pagesEn } from './words/pages.en.js';
import { pagesFr } from './words/pages.fr.js';
import type { PageWords } from './words/pages.js';

export type PageRoute = Extract<
  Route,
  'servicesPage' | 'contactPage' | 'trackingPage' | 'termsPage' | 'guidesPage'
>;

export const pageWords: Record<Language, PageWords> = { fr: pagesFr, en: pagesEn };
export const commonWords: Record<Language, CommonWords> = { fr: commonFr, en: commonEn };

export interface Page {
  language: Language;
  title: string;
  /** Whether something is to be corrected: the title says so first, for those who hear the page. */
  isError?: boolean;
  /** Null where none is known: then nobody's telephone can be shown. */
  administration: Administration | null;
  /** When one can come; null where the administration is. */
  opening: PageOpening | null;
  /** Where one is; null on a refusal. */
  at: PageRoute | null;
  /** The slug of what is started here, where it is not the general form. */
  procedure?: string | undefined;
  /** Whether a link to the same page in the other language loses nothing: not after something was typed. */
  canSwitch?: boolean;
  /** The address of the same page, where its route and its procedure do not say it all. */
  addressIn?: (language: Language) => string;
  /** Whether the widget may take the form's place: not over what was typed and sent. */
  hasWidget?: boolean;
  /** The origin that a form of the page is led on to: browsers ask for it too (CSP3, `form-action` after a redirect). */
  leadsTo?: string;
  /** A few lines of our own at the end of the page, which works without them. */
  script?: string;
  /** What search engines are told, in JSON without `<`: a block of data, which no policy counts as a script. */
  data?: string;
  /** Of its look, what no other page needs. */
  rules?: string;
  main: Markup;
}

export interface RenderedPage {
  body: string;
  headers: Record<string, string>;
}

/** The address of a page in the language it is read in. @param procedure the slug of what is to be started there */
export function pageAddress(
  route: PageRoute,
  { code }: Administration,
  language: Language,
  procedure?: string,
): string {
  return `${pathOf(route, code)}?lang=${language}${procedure ? `&procedure=${procedure}` : ''}`;
}

/** `tel:` as RFC 3966 wants it: digits, a plus sign before them where there is one. */
export function telephone(phone: string): Markup {
  return markup`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`;
}

function header(page: Page, words: PageWords): Markup {
  const { language, administration, at, canSwitch, procedure } = page;
  if (!administration) return markup`<header class="top"><div class="in"></div></header>`;
  const links: [PageRoute, string][] = [
    ['servicesPage', words.services],
    ['contactPage', words.write],
    ['trackingPage', words.follow],
  ];
  const other = language === 'fr' ? 'en' : 'fr';
  const address = page.addressIn?.(other) ?? (at && pageAddress(at, administration, other, procedure));
  const switches = canSwitch && address && administration.languages.includes(other);
  return markup`<header class="top">
    <div class="in">
      <p class="name">${administration.name}</p>
      <p>${commonWords[language].phone} ${telephone(administration.human.phone)}</p>
      <nav aria-label="${words.navigation}">
        ${links.map(
          ([route, label]) =>
            markup`<a${attributes({
              href: pageAddress(route, administration, language),
              'aria-current': route === at ? 'page' : undefined,
            })}>${label}</a>`,
        )}
        ${
          switches &&
          markup`<a href="${address}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>`
        }
      </nav>
    </div>
  </header>`;
}

/** Each line is an element of its own: they are read one by one. */
function hours({ now, lines, language }: PageOpening, words: PageWords): Markup {
  return markup`<div>
    <strong>${words.hours}</strong>
    ${now && markup`<div>${now}</div>`} ${lines.map((line) => markup`<div lang="${language}">${line}</div>`)}
  </div>`;
}

function footer({ language, administration, opening }: Page, words: PageWords): Markup | null {
  if (!administration) return null;
  const { name, human } = administration;
  return markup`<footer class="foot">
    <div class="in stack">
      <h2>${words.reachUs}</h2>
      <address class="human">
        <div>
          <strong>${name}</strong>
          <div class="text">${human.address}</div>
        </div>
        <div>
          <strong>${words.phone}</strong>
          <div>${telephone(human.phone)}</div>
          ${
            human.email &&
            markup`<strong>${words.email}</strong>
              <div><a href="mailto:${encodeURI(human.email)}">${human.email}</a></div>`
          }
        </div>
        ${opening && (opening.now ?? opening.lines[0]) && hours(opening, words)}
      </address>
      <nav aria-label="${words.terms}">
        <a href="${pageAddress('termsPage', administration, language)}">${words.terms}</a>
      </nav>
    </div>
  </footer>`;
}

/** An origin alone: nothing that could end a directive. */
const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;

/**
 * What the browser may do with the page: no script but the widgets', no style but this one, nothing from elsewhere.
 * Builders of sites that refuse scripts frame the pages, from the administration's own origins only.
 */
function policy(styleHash: string, { administration, hasWidget, leadsTo, script: code }: Page): string {
  return [
    `default-src 'none'`,
    `style-src ${styleHash}`,
    // The icon is in the page: no second request.
    `img-src data:`,
    `form-action 'self'${leadsTo && isOrigin(leadsTo) ? ` ${leadsTo}` : ''}`,
    `base-uri 'none'`,
    `frame-ancestors ${["'self'", ...(administration?.origins ?? []).filter(isOrigin)].join(' ')}`,
    ...(code ? [`script-src 'sha256-${createHash('sha256').update(code).digest('base64')}'`] : []),
    // Lit names its policy for Trusted Types.
    ...(hasWidget
      ? [
          `script-src 'self'`,
          `connect-src 'self'`,
          `require-trusted-types-for 'script'`,
          `trusted-types lit-html`,
        ]
      : []),
  ].join('; ');
}

const icon = (accent: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="${accent}"/><path d="M3 5h10v6H3zl5 4 5-4" fill="none" stroke="#fff"/></svg>`)}`;

/** The whole page, with the headers that go with it. */
export function renderPage(page: Page): RenderedPage {
  const { language, administration, title, isError, hasWidget, main } = page;
  const words = pageWords[language];
  const { css, hash, accent } = look(administration?.theme.accent ?? null, page.rules);
  const whole = `${isError ? words.errorPrefix : ''}${title}${administration ? ` – ${administration.name}` : ''}`;
  const body = markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${whole}</title>
        <link rel="icon" href="${icon(accent)}" />
        ${style(css)} ${hasWidget && markup`<script type="module" src="${routes.loader}"></script>`}
      </head>
      <body>
        <a class="unseen" href="#main">${words.skip}</a>
        ${header(page, words)}
        <main id="main" tabindex="-1"><div class="in stack">${main}</div></main>
        ${footer(page, words)} ${page.script && script(page.script)} ${page.data && structured(page.data)}
      </body>
    </html>`;
  return {
    body: String(body),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Content-Security-Policy': policy(hash, page),
      Vary: 'Accept-Language',
    },
  };
}
