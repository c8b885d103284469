import type { FrameLook } from '@guichet/contracts/frame';
import type { FramePermission } from '@guichet/contracts/teleprocedure';
import { HOST_PARAMETER } from '@guichet/contracts/teleprocedure-routes';

export interface FrameAddress {
  /** Absolute, on `origin`. */
  url: string;
  /** The operator's origin, exactly: the only one that is spoken with. */
  origin: string;
  /** The hosting's origin (`base-url`). */
  hosting: string;
}

const isLoopback = (host: string) => /^(?:127\.0\.0\.1|\[::1\]|(?:.+\.)?localhost)$/.test(host);

/**
 * Whether the address may be framed with `allow-same-origin`: https (http on the loopback, in development), on exactly
 * the operator's origin, which is neither the page's nor the hosting's: a frame of one's own origin could take off its
 * own sandbox.
 */
export function mayBeFramed({ url, origin, hosting }: FrameAddress): boolean {
  if (!URL.canParse(url)) return false;
  const address = new URL(url);
  const { protocol, hostname, username, password } = address;
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  if (!isSafe || username || password || address.origin !== origin) return false;
  return origin !== location.origin && (!URL.canParse(hosting) || origin !== new URL(hosting).origin);
}

const sandbox = [
  // What a téléprocédure is made of.
  'allow-forms',
  'allow-scripts',
  // Without it the frame's origin is `null`, and nobody could tell who speaks; its own session would be refused, too.
  'allow-same-origin',
  // Its receipt, its forms on paper.
  'allow-downloads',
  // Links that open in a tab of their own, which is then an ordinary one: a PDF is not shown in a sandbox.
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  // Printing is refused without it, and so is asking before what was typed is lost.
  'allow-modals',
  // FranceConnect and payment refuse frames: a link there may take the whole window, as the resident presses it only.
  'allow-top-navigation-by-user-activation',
].join(' ');

/** Its window's name: what the operator's page must know before the first word is said, in each document anew. */
export function nameOf(look: FrameLook): string {
  return `guichet-frame ${JSON.stringify({ origin: location.origin, look })}`;
}

/** The frame, which loads once it is put into the page. */
export function makeIframe(
  { url, origin }: FrameAddress,
  title: string,
  allow: readonly FramePermission[],
): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  const address = new URL(url);
  address.searchParams.set(HOST_PARAMETER, location.origin);
  iframe.setAttribute('sandbox', sandbox);
  // To that origin alone, not to where the frame may be led.
  iframe.allow = allow.map((permission) => `${permission} ${origin}`).join('; ');
  // The page's address may tell of the resident; which site it is, the operator knows anyway.
  iframe.referrerPolicy = 'strict-origin';
  iframe.title = title;
  iframe.src = address.href;
  iframe.style.border = '0';
  iframe.style.display = 'block';
  iframe.style.inlineSize = '100%';
  return iframe;
}
