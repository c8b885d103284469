/** Where guides are read here, and on the source's own site. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { Guide, GuideAudience } from '@guichet/contracts/guide';
import { pathOf } from '@guichet/contracts/routes';

/** As addresses say it; individuals where they say nothing. */
const words = { professionals: 'professionnels', associations: 'associations' } as const;

/** @param word of the query: `?pour=associations` */
export function audienceFrom(word: unknown): GuideAudience | null {
  const found = Object.entries(words).find(([, french]) => french === word);
  return (found?.[0] as keyof typeof words | undefined) ?? null;
}

const query = (language: Language, audience: GuideAudience | null): string =>
  `?lang=${language}${audience && audience !== 'individuals' ? `&pour=${words[audience]}` : ''}`;

export function guidesAddress(
  { code }: Pick<Administration, 'code'>,
  language: Language,
  audience: GuideAudience | null,
): string {
  return pathOf('guidesPage', code) + query(language, audience);
}

export function guideAddress(
  { code }: Pick<Administration, 'code'>,
  language: Language,
  id: string,
  audience: GuideAudience | null,
): string {
  return pathOf('guidePage', code, id) + query(language, audience);
}

/** Another guide of the same part of the source's own site; null where that is not known to be so. */
export function sourceAddress(
  { url, id, audiences }: Guide,
  other: string,
  audience: GuideAudience | null,
): string | null {
  const isSamePart = audience === null || audience === audiences[0];
  return isSamePart && url?.endsWith(`/${id}`) ? url.slice(0, -id.length) + other : null;
}
