/** Whether the page behind a link is there. */
import type { LinkFault } from '@guichet/contracts/admin/directory';
import { call, CallFailure, type CallOptions } from './call.js';

/** Chains of redirects end somewhere, or nowhere. */
const MOST_REDIRECTS = 5;

/** Sites that ask who comes are told; many answer nothing to a caller without a name. */
const HEADERS = { 'User-Agent': 'Guichet (link check)', Accept: 'text/html,*/*' };

/** @returns null where the page is there, or its site does not want to be asked */
export async function faultOfLink(link: string, options: CallOptions): Promise<LinkFault | null> {
  let url = new URL(link);
  try {
    for (let i = 0; i <= MOST_REDIRECTS; i++) {
      const { status, location } = await call(url, { method: 'GET', headers: HEADERS }, options);
      const next = status >= 300 && status < 400 && location ? URL.parse(location, url) : null;
      if (!next) return status === 404 || status === 410 ? 'gone' : status >= 500 ? 'unreachable' : null;
      if (!/^https?:$/.test(next.protocol)) return null;
      url = next;
    }
    return 'unreachable';
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof CallFailure) return 'unreachable';
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (/^(?:ENOTFOUND|EAI_NONAME)$/.test(code)) return 'unknown-name';
    return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code) ? 'certificate' : 'unreachable';
  }
}
