/**
 * Which pages may frame a page, by the headers that it comes with: `frame-ancestors` of Content Security Policy Level 3,
 * and, where no policy has it, `X-Frame-Options` (HTML, "The X-Frame-Options header").
 */
import { type FrameHeaders, frameAncestors, frameOptionsRefuse } from '@guichet/contracts/frame-headers';

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
  if (!policies.length) {
    const refused = frameOptionsRefuse(frameOptions);
    const isOther = page.origin !== own.origin;
    return refused === 'everybody' || (refused === 'other-sites' && isOther) ? 'frame-options' : null;
  }
  const isLetBy = (sources: readonly string[]) => sources.some((source) => sourceMatches(source, page, own));
  return policies.every(isLetBy) ? null : 'frame-ancestors';
}
