/** For whom a guide is, as addresses say it: `pour=professionnels`. That it is for individuals is not said. */
import type { GuideAudience } from '../guide.js';

/** The member of a query or a fragment. */
export const AUDIENCE = 'pour';

const words = { professionals: 'professionnels', associations: 'associations' } as const;
type Said = keyof typeof words;
export type AudienceWord = (typeof words)[Said];

/** @returns undefined where there is nothing to say */
export function audienceWord(audience: GuideAudience | null): AudienceWord | undefined {
  return audience && audience !== 'individuals' ? words[audience] : undefined;
}

/** @param word of an address @returns null where it is none that is said */
export function audienceFrom(word: unknown): Said | null {
  return (Object.keys(words) as Said[]).find((audience) => words[audience] === word) ?? null;
}
