import { fillCode } from '@guichet/contracts/administration-path';
import type { Administration, Language } from '@guichet/contracts/administration';
import { pathOf } from '@guichet/contracts/routes';
import { TELEPROCEDURE_RETURN_PAGE } from '@guichet/contracts/teleprocedure-routes';

type Named = Pick<Administration, 'code'>;

export const teleprocedureAddress = ({ code }: Named, language: Language, slug: string): string =>
  `${pathOf('teleprocedurePage', code, slug)}?lang=${language}`;

/** Where the operator leads back to: what names the beginning comes in the body, which no log and no history keeps. */
export const returnAddress = ({ code }: Named, language: Language, slug: string): string =>
  `${fillCode(TELEPROCEDURE_RETURN_PAGE, code).replace(':id', encodeURIComponent(slug))}?lang=${language}`;
