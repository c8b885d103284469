import type { Language } from '@guichet/contracts/administration';

// Regions that the browser can name and that are no country of ISO 3166-1: reserved codes, unions, pseudo-regions.
const OTHERS = 'AC AN CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ';
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Code (ISO 3166-1 alpha-2) and name of every country, in the order of the language. The browser knows them all. */
export function countries(language: Language): (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const code = first + second;
      const name = names.of(code);
      // A code that was withdrawn (DD) is another one's alias today.
      const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
      return name && isCurrent && !OTHERS.includes(code) ? [[code, name] as const] : [];
    }),
  ).sort(([, a], [, b]) => a.localeCompare(b, language));
}
