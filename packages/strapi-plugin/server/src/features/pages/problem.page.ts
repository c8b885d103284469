/** Refusals as a page, in words: what happened, what becomes of what was typed, what to do, whom to call. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { ProblemError } from '../../edge/problem-error.js';
import { markup, type Markup } from './html.js';
import { pageAddress, pageWords, type PageRoute } from './layout.js';

export interface ProblemModel {
  problem: Pick<ProblemError, 'code' | 'retryAfter'>;
  language: Language;
  administration: Administration | null;
  /** The page to go back to; null for one that is no administration's. */
  route: PageRoute | null;
  /** The same page where the connection is protected. */
  secure: string;
}

export interface ProblemView {
  title: string;
  main: Markup;
}

/** Whole minutes, one at least. */
export const minutesOf = (seconds: number | undefined) => Math.max(1, Math.ceil((seconds ?? 0) / 60));

export function problemPage({ problem, language, administration, route, secure }: ProblemModel): ProblemView {
  const words = pageWords[language].problems;
  const address = administration && route && pageAddress(route, administration, language);
  const view = (
    title: string,
    text: string,
    link?: { text: string; href: string; isNewWindow?: boolean },
  ): ProblemView => ({
    title,
    main: markup`<h1>${title}</h1>
      <p>${text}</p>
      ${!administration && markup`<p>${words.callYourTownHall}</p>`}
      ${link && markup`<p><a href="${link.href}" ${link.isNewWindow && markup` target="_blank"`}>${link.text}</a></p>`}`,
  });
  const back = address === null ? undefined : { text: words.back, href: address };

  switch (problem.code) {
    case 'administration-not-found':
      return view(words.administrationNotFound.title, words.administrationNotFound.text);
    case 'rate-limited':
      return view(words.tooMany.title, words.tooMany.text(minutesOf(problem.retryAfter)));
    case 'payload-too-large':
      return view(words.tooLarge.title, words.tooLarge.text);
    case 'origin-not-allowed':
      return view(
        words.origin.title,
        words.origin.text,
        address === null ? undefined : { text: words.origin.link, href: address, isNewWindow: true },
      );
    case 'https-required':
      return view(words.https.title, words.https.text, { text: words.https.link, href: secure });
    case 'internal-error':
    case 'unavailable':
      return view(words.unavailable.title, words.unavailable.text);
    default:
      return view(words.unreadable.title, words.unreadable.text, back);
  }
}
