/** Where guides are read here. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { GuideAudience } from '@guichet/contracts/guide';
import { AUDIENCE, audienceWord } from '@guichet/contracts/guide/audience';
import { pathOf } from '@guichet/contracts/routes';

function query(language: Language, audience: GuideAudience | null): string {
  const word = audienceWord(audience);
  return `?lang=${language}${word ? `&${AUDIENCE}=${word}` : ''}`;
}

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
