/** What the headers of a page say of who may frame it, as far as nobody in particular is asked about. */

/** Both as HTTP gives them, several of a name joined by commas (RFC 9110 5.3); null where there is none. */
export interface FrameHeaders {
  frameOptions: string | null;
  contentSecurityPolicy: string | null;
}

const ASCII_SPACE = /[\t\n\f\r ]+/;
const words = (text: string) => text.split(ASCII_SPACE).filter(Boolean);

/** The values of `frame-ancestors`, one a policy that has it; of a policy that has it twice, the first (CSP3 2.2.1). */
export function frameAncestors(contentSecurityPolicy: string | null): string[][] {
  return (contentSecurityPolicy ?? '').split(',').flatMap((policy) => {
    const directives = policy.split(';').map(words);
    const found = directives.find(([name]) => name?.toLowerCase() === 'frame-ancestors');
    return found ? [found.slice(1)] : [];
  });
}

/** Whether a list of ancestors lets nobody: none, or `'none'`, which beside others is a word that matches nothing (CSP3 6.7.2.7). */
export const letsNobody = (sources: readonly string[]): boolean =>
  sources.every((source) => source.toLowerCase() === "'none'");

/**
 * What `X-Frame-Options` refuses (HTML, "The X-Frame-Options header"): the set of its words counts, not their order. What is
 * no word of it refuses nothing.
 *
 * @returns null: nobody
 */
export function frameOptionsRefuse(frameOptions: string | null): 'everybody' | 'other-sites' | null {
  const options = new Set(
    (frameOptions ?? '')
      .split(',')
      .map((option) => option.replace(/^[\t ]+|[\t ]+$/g, '').toLowerCase())
      .filter(Boolean),
  );
  if (options.size > 1)
    return ['deny', 'allowall', 'sameorigin'].some((option) => options.has(option)) ? 'everybody' : null;
  if (options.has('deny')) return 'everybody';
  return options.has('sameorigin') ? 'other-sites' : null;
}
