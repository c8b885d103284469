/** What an operator's page must do to be at home in a frame, asked of the page itself. Each finding says what to do. */
import type { Browser } from './browser.js';
import { STRANGER, type Say } from './asking.js';
import { framingOf, lostCookies } from './headers.js';
import { height, look, outside, unspoken } from './shown.js';
import { ending, handshake, messages } from './spoken.js';
import { openTab } from './tab.js';

export interface Finding {
  check: string;
  /** `note`: worth knowing, no fault. */
  outcome: 'ok' | 'fault' | 'note';
  /** What was seen, and what to do about it. */
  text: string;
}

export interface Settings {
  /** The operator's page, as a resident comes to it. */
  url: string;
  /** Origin of a commune's page that may frame it. Nothing is asked of it. */
  page: string;
  /** A page of the operator's that says that a request was sent, where there is one to show. */
  submitted?: string | undefined;
}

/** @returns what was found, in the order of importance; what makes all the rest pointless ends the list */
export async function check(browser: Browser, { url, page, submitted }: Settings): Promise<Finding[]> {
  const found: Finding[] = [];
  const say: Say = (name, isGood, good, bad, outcome = 'fault') =>
    found.push({ check: name, outcome: isGood ? 'ok' : outcome, text: isGood ? good : bad });
  const framed = (address: string) => {
    const whole = new URL(address);
    whole.searchParams.set('guichet-origin', page);
    whole.searchParams.set('guichet-language', 'fr');
    return whole.href;
  };

  const { origin, protocol, hostname } = new URL(url);
  const isLocal = /^(?:127\.0\.0\.1|\[::1\]|localhost)$/.test(hostname);
  say(
    'address',
    protocol === 'https:' || isLocal,
    'is encrypted, or on this machine',
    'is not https: no page of a commune frames it',
  );
  let answer: Response;
  try {
    answer = await fetch(framed(url), { signal: AbortSignal.timeout(15_000) });
  } catch (error) {
    const reason = (error as Error).cause ?? error;
    found.push({ check: 'answer', outcome: 'fault', text: `none came: ${String(reason)}` });
    return found;
  }
  const isThere = answer.ok && new URL(answer.url).origin === origin;
  say(
    'answer',
    isThere,
    `${answer.status}`,
    `${answer.status} at ${answer.url}: it must be a page of ${origin}, without a login elsewhere`,
  );
  if (!isThere) return found;

  const { isLet, isGuarded, why } = framingOf(answer.headers, page);
  say(
    'framing',
    isLet,
    `${page} may frame it`,
    `« ${why} » keeps ${page} out: send Content-Security-Policy: frame-ancestors ${page}`,
  );
  say(
    'clickjacking',
    isGuarded,
    'frame-ancestors keeps others out',
    'any site may frame it: name those of the communes in frame-ancestors',
    'note',
  );
  const lost = lostCookies(answer.headers);
  say(
    'cookies',
    lost.length === 0,
    'none is lost in a frame',
    `${lost.join(', ')} will not come back in a frame: SameSite=None; Secure; Partitioned, or a session in the address`,
    'note',
  );

  const tab = await openTab(browser, [page, STRANGER]);
  try {
    await outside(tab, url, origin, say);
    if (isLet) {
      await unspoken(tab, framed(url), origin, page, say);
      if (await handshake(tab, framed(url), origin, page, say)) {
        await messages(tab, origin, page, say);
        await look(tab, origin, page, say);
        await height(tab, origin, page, say);
      }
      if (submitted) await ending(tab, framed(submitted), origin, page, say);
    }
  } finally {
    await tab.close();
  }
  return found;
}
