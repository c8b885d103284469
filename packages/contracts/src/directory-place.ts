/** Where an organisation is, and whose a link is. No dependency: it runs in the page too. */
import type { Organisation } from './directory.js';

/** URL of a map elsewhere: nothing is asked of it before somebody follows the link. */
export function mapOf({ position, address }: Pick<Organisation, 'position' | 'address'>): string {
  if (!position)
    return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address.replaceAll('\n', ', '))}`;
  const { latitude, longitude } = position;
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
}

/** `www.caf.fr`: what is read of an address instead of the whole. */
export const hostOf = (url: string): string => /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? url;
