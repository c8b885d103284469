/** Addresses as a source writes them. */

const allowed = /^(?:https?|mailto|tel):$/;

/** The address, where it leads to the web, to a mail or to a telephone; null for anything else, scripts first. */
export function webUrl(text: string | undefined): string | null {
  const url = URL.parse(text?.trim() ?? '');
  return url && allowed.test(url.protocol) ? url.href : null;
}
