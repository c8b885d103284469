/** Where a resident is led to, at an operator's. */
import type { Language } from '@guichet/contracts/administration';
import type { Prefill } from '@guichet/contracts/teleprocedure';
import {
  HOST_PARAMETER,
  LANGUAGE_PARAMETER,
  RETURN_FRAGMENT,
  RETURN_METHOD_PARAMETER,
  RETURN_PARAMETER,
  START_PARAMETER,
} from '@guichet/contracts/teleprocedure-routes';

export interface Journey {
  start: string;
  language: Language;
  /** A page that the operator may lead back to. */
  returnTo: string | null;
  /** Whether that page takes the start from a form: without JavaScript nothing reads its fragment. */
  isReturnPosted?: boolean | undefined;
  /** The origin of the page that frames it. */
  host: string | null;
}

/**
 * The operator's address with what it is to know of the journey. The start leads back in the fragment: no server sees it
 * there, and the page takes it out of its address; or in the body of a form, which stays out of every address.
 */
export function addressOf(
  address: string,
  { start, language, returnTo, isReturnPosted, host }: Journey,
): string {
  const url = new URL(address);
  url.searchParams.set(START_PARAMETER, start);
  url.searchParams.set(LANGUAGE_PARAMETER, language);
  if (returnTo) {
    const back = new URL(returnTo);
    back.hash = '';
    url.searchParams.set(RETURN_PARAMETER, back.href + (isReturnPosted ? '' : RETURN_FRAGMENT + start));
    if (isReturnPosted) url.searchParams.set(RETURN_METHOD_PARAMETER, 'post');
  }
  if (host) url.searchParams.set(HOST_PARAMETER, host);
  return url.href;
}

/** What the resident typed already, as the fields of a form; null where that is nothing. */
export function fieldsOf({ addressLines, ...prefill }: Prefill): Record<string, string> | null {
  const lines = addressLines?.filter(Boolean).join('\n');
  const fields = Object.entries({ ...prefill, ...(lines && { addressLines: lines }) }).filter(
    (field): field is [string, string] => Boolean(field[1]),
  );
  return fields.length ? Object.fromEntries(fields) : null;
}
