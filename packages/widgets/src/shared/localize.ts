import type { Language } from '@guichet/contracts/administration';

/** A widget's words. French travels with the widget; every other language is loaded where a page asks for it. */
export interface Dictionary<Words> {
  fr: Words;
  en: () => Promise<Words>;
}

/**
 * @param wanted a language the webmaster asked for; without one, the nearest `lang` of the page decides
 * @returns the language in which to speak there: French unless it is English
 */
export function languageAt(element: Element, wanted?: string | null): Language {
  let at: Element | null = element;
  // `closest` stops at a shadow root; pages that are made of components put `lang` above it.
  while (!wanted && at) {
    wanted = at.closest('[lang]')?.getAttribute('lang');
    at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null;
  }
  return /^en\b/i.test(wanted ?? '') ? 'en' : 'fr';
}

/** French where the other language cannot be loaded: a form in French is better than none. */
export async function wordsIn<Words>(language: Language, { fr, en }: Dictionary<Words>): Promise<Words> {
  return language === 'en' ? en().catch(() => fr) : fr;
}
