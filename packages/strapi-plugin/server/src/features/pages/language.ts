/** The language of a page: the address says it, else the browser's wish; French wherever English is not offered. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { RefusedCall } from '../../edge/route.js';

/** Whether English comes before French among what the browser asks for (RFC 9110, 12.5.4). */
function prefersEnglish(acceptLanguage: string): boolean {
  const weight = (language: Language) => {
    const ranges = acceptLanguage
      .toLowerCase()
      .split(',')
      .map((range) => range.trim().split(/\s*;\s*q=/));
    const weights = ranges
      .filter(([tag = '']) => tag === language || tag.startsWith(`${language}-`))
      .map(([, q = '1']) => Number(q) || 0);
    return Math.max(0, ...weights);
  };
  return weight('en') > weight('fr');
}

export function languageOf(
  { query, header }: Pick<RefusedCall, 'query' | 'header'>,
  administration: Administration | null,
): Language {
  if (administration && !administration.languages.includes('en')) return 'fr';
  if (query['lang'] === 'en' || query['lang'] === 'fr') return query['lang'];
  return prefersEnglish(header('accept-language')) ? 'en' : 'fr';
}
