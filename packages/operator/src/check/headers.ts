/** What the answers of the operator's server say of frames and of cookies. */

/** Whether one source of `frame-ancestors` (CSP 3, 6.4.2) lets a page of that origin in. */
function lets(source: string, page: URL): boolean {
  const text = source.toLowerCase();
  if (text === '*') return /^https?:$/.test(page.protocol);
  if (/^[a-z][a-z\d+.-]*:$/.test(text)) return text === page.protocol;
  const [, scheme, host = '', port] = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?/.exec(text) ?? [];
  if (scheme && `${scheme}:` !== page.protocol) return false;
  if (port && port !== '*' && port !== (page.port || (page.protocol === 'https:' ? '443' : '80')))
    return false;
  if (!port && page.port) return false;
  return host.startsWith('*.') ? page.hostname.endsWith(host.slice(1)) : host === page.hostname;
}

/**
 * @param page the origin of the page that frames it
 * @returns whether the headers let it, and whether they keep others out
 */
export function framingOf(
  headers: Headers,
  page: string,
): { isLet: boolean; isGuarded: boolean; why: string } {
  const policies = [
    ...(headers.get('content-security-policy') ?? '').matchAll(/frame-ancestors\s+([^;,]*)/gi),
  ];
  const refusing = policies.find(
    ([, sources]) =>
      !sources!
        .trim()
        .split(/\s+/)
        .some((one) => lets(one, new URL(page))),
  );
  if (refusing) return { isLet: false, isGuarded: true, why: refusing[0].trim() };
  const isOpen = policies.every(([, sources]) => /(?:^|\s)(?:\*|https?:)(?:\s|$)/.test(sources!));
  // Where there is frame-ancestors, browsers do not look at the older header.
  const options = policies.length ? null : headers.get('x-frame-options');
  return { isLet: !options, isGuarded: !isOpen, why: options ? `X-Frame-Options: ${options}` : '' };
}

/** @returns the names of the cookies that a browser which keeps third parties' apart or out will not send back in a frame */
export function lostCookies(headers: Headers): string[] {
  return headers
    .getSetCookie()
    .filter((cookie) => !/;\s*samesite=none/i.test(cookie) || !/;\s*partitioned/i.test(cookie))
    .map((cookie) => cookie.split('=')[0]!.trim());
}
