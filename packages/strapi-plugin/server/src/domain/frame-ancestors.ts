/**
 * Which pages may frame a page, by the headers that it comes with: `frame-ancestors` of Content Security Policy Level 3,
 * and, where no policy has it, `X-Frame-Options` (HTML, "The X-Frame-Options header").
 */

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

const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443', ws: '80', wss: '443' };

const schemeOf = ({ protocol }: URL) => protocol.slice(0, -1);

/** CSP3 6.7.2.9: a policy may always be met by the encrypted form of what it names. */
const schemeMatches = (named: string, scheme: string) =>
  named === scheme || (named === 'http' && scheme === 'https');

/** CSP3 6.7.2.10. */
function hostMatches(named: string, host: string): boolean {
  if (named === '*') return true;
  if (named.startsWith('*.')) return host.endsWith(named.slice(1));
  // An address matches nothing, but the loopback's: no certificate could speak for it.
  if (/^\d+(?:\.\d+){3}$/.test(named) && named !== '127.0.0.1') return false;
  return named === host && !named.startsWith('[');
}

/** CSP3 6.7.2.11. `URL` leaves a scheme's default port out. */
function portMatches(named: string | undefined, url: URL): boolean {
  if (named === '*') return true;
  if (named === undefined) return url.port === '';
  const port = String(Number(named));
  return port === url.port || (url.port === '' && port === defaultPorts[schemeOf(url)]);
}

const HOST_SOURCE =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?|\[[\da-f:.]+\])(?::(\d{1,5}|\*))?(\/.*)?$/;

/** CSP3 6.7.2.8. @param self the origin of the page that came with the policy */
function sourceMatches(source: string, ancestor: URL, self: URL): boolean {
  const text = source.toLowerCase();
  const scheme = schemeOf(ancestor);
  if (text === "'self'") {
    if (ancestor.origin === self.origin) return true;
    const arePortsAlike = ancestor.port === self.port || (!ancestor.port && !self.port);
    return ancestor.hostname === self.hostname && arePortsAlike && scheme === 'https';
  }
  if (text === '*') return scheme === 'https' || scheme === 'http';
  const [, schemeSource] = /^([a-z][a-z\d+.-]*):$/.exec(text) ?? [];
  if (schemeSource) return schemeMatches(schemeSource, scheme);
  const [, named = schemeOf(self), host, port, path] = HOST_SOURCE.exec(text) ?? [];
  // An ancestor is an origin, which has no path but the root.
  return (
    host !== undefined &&
    schemeMatches(named, scheme) &&
    hostMatches(host, ancestor.hostname) &&
    portMatches(port, ancestor) &&
    (path === undefined || path === '/')
  );
}

/** The set of words counts, not their order; what is no word of it refuses nothing. */
function frameOptionsRefuse(frameOptions: string | null, ancestor: URL, self: URL): boolean {
  const options = new Set(
    (frameOptions ?? '')
      .split(',')
      .map((option) => option.replace(/^[\t ]+|[\t ]+$/g, '').toLowerCase())
      .filter(Boolean),
  );
  if (options.size > 1) return ['deny', 'allowall', 'sameorigin'].some((option) => options.has(option));
  return options.has('deny') || (options.has('sameorigin') && ancestor.origin !== self.origin);
}

/**
 * @param ancestor an origin that would frame the page
 * @param self the page's own origin
 * @returns the header that refuses; null where none does
 */
export function refusalToFrame(
  { frameOptions, contentSecurityPolicy }: FrameHeaders,
  ancestor: string,
  self: string,
): 'frame-options' | 'frame-ancestors' | null {
  const [page, own] = [new URL(ancestor), new URL(self)];
  const policies = frameAncestors(contentSecurityPolicy);
  // CSP3 6.4.2.1: where a policy has the directive, the older header is passed over.
  if (!policies.length) return frameOptionsRefuse(frameOptions, page, own) ? 'frame-options' : null;
  // An empty list, and 'none' by itself, match nothing; beside others 'none' is a word like any other (CSP3 6.7.2.7).
  const isLetBy = (sources: readonly string[]) => sources.some((source) => sourceMatches(source, page, own));
  return policies.every(isLetBy) ? null : 'frame-ancestors';
}
