/**
 * Whose texts the guides are, as their licence asks (Licence Ouverte 2.0: the licensor's name, and when what is reused
 * was last updated; CRPA L322-1: unaltered, its source and date said). In words alone: the State's marks are the State's.
 */
import type { Guide, GuideAudience } from '../guide.js';

export const guideSource = {
  name: 'Service-Public.gouv.fr / DILA',
  url: 'https://www.service-public.gouv.fr/',
  licence: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
} as const;

/** Another guide of the same part of the source's own site; null where that is not known to be so. */
export function sourceAddress(
  { url, id, audiences }: Guide,
  other: string,
  audience: GuideAudience | null,
): string | null {
  const isSamePart = audience === null || audience === audiences[0];
  return isSamePart && url?.endsWith(`/${id}`) ? url.slice(0, -id.length) + other : null;
}
