/** Asks an operator's address what it answers to a resident who just comes: its headers, and where it leads. */
import { isInsecureUrl, type ProbeAnswer, type ProbeFault } from '../../domain/framing.js';
import { type Reach, refusalOf } from '../network/addresses.js';
import { call, CallFailure, type CallOptions } from '../network/call.js';

/** Browsers follow twenty; what sends elsewhere so often is no page for residents. */
const MOST_REDIRECTS = 10;
const TIMEOUT_MS = 10_000;
/** However many redirects: somebody may be waiting for the answer. */
const DEADLINE_MS = 15_000;

/** Who runs the operator's site sees in its journal who asks, why, and where to read of it. */
const headersFrom = (hosting: URL) => ({
  'User-Agent': `Guichet (framing check; ${hosting.origin})`,
  Accept: 'text/html,application/xhtml+xml',
  'Accept-Language': 'fr',
});

export type ProbeOptions = Reach & Pick<CallOptions, 'signal' | 'resolve'> & { hosting: URL };

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

function faultOf(error: unknown): ProbeFault {
  if (error instanceof CallFailure) return error.code === 'private-address' ? error.code : 'unreachable';
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (/^(?:ENOTFOUND|EAI_NONAME)$/.test(code)) return 'unknown-name';
  return /CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO_/.test(code) ? 'certificate' : 'unreachable';
}

const textOf = (value: string | string[] | undefined): string | null =>
  value === undefined ? null : String(value);

/** @throws only where `signal` is aborted */
export async function probe(address: string, options: ProbeOptions): Promise<ProbeAnswer> {
  let url = new URL(address);
  let isInsecure = false;
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(DEADLINE_MS)]);
  try {
    for (let i = 0; i <= MOST_REDIRECTS; i++) {
      const refusal = refusalOf(url, options);
      // An address of the network is refused as such; that a redirect leads through plain http is told, and not followed.
      if (refusal === 'private-address') return { fault: refusal };
      isInsecure ||= refusal !== null || isInsecureUrl(url.href);
      if (isInsecure) return plain(url);
      const { status, location, headers } = await call(
        url,
        { method: 'GET', headers: headersFrom(options.hosting) },
        { ...options, signal, timeoutMs: TIMEOUT_MS },
      );
      const next = isRedirect(status) && location ? URL.parse(location, url) : null;
      if (!next || !/^https?:$/.test(next.protocol))
        return {
          status,
          finalUrl: url.href,
          isInsecure,
          frameOptions: textOf(headers['x-frame-options']),
          contentSecurityPolicy: textOf(headers['content-security-policy']),
        };
      url = next;
    }
    return { fault: 'too-many-redirects' };
  } catch (error) {
    options.signal.throwIfAborted();
    return { fault: faultOf(error) };
  }
}

/** What is led to without encryption is not asked: whatever it says, nothing may travel there. */
const plain = (url: URL): ProbeAnswer => ({
  status: 200,
  finalUrl: url.href,
  isInsecure: true,
  frameOptions: null,
  contentSecurityPolicy: null,
});
