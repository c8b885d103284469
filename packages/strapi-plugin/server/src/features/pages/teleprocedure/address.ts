import type { Administration, Language } from '@guichet/contracts/administration';
import { pathOf } from '@guichet/contracts/routes';

/** In the query: whoever was led back by the operator. What names the beginning is in the fragment, which no server sees. */
export const BACK = 'retour';

export function teleprocedureAddress(
  { code }: Pick<Administration, 'code'>,
  language: Language,
  slug: string,
  isBack = false,
): string {
  return `${pathOf('teleprocedurePage', code, slug)}?lang=${language}${isBack ? `&${BACK}=1` : ''}`;
}
