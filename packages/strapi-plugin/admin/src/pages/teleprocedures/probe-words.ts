/** What an operator's address answered, read as a person reads it: header by header. */
import type { AdminTeleprocedure, EntryReason } from '@guichet/contracts/admin/teleprocedures';
import {
  frameAncestors,
  type FrameHeaders,
  frameOptionsRefuse,
  letsNobody,
} from '@guichet/contracts/frame-headers';
import type { Entry } from '@guichet/contracts/teleprocedure';

/**
 * What a header says of frames. `nothing`: it is not there. `unread`: browsers know no such word. `replaced`: the other
 * header counts in its place. `own-site`: the operator's own pages alone. `some`: those that it names.
 */
export type HeaderSays = 'nothing' | 'unread' | 'replaced' | 'nobody' | 'own-site' | 'some' | 'everybody';

export function ancestorsSay(contentSecurityPolicy: string | null): HeaderSays {
  const policies = frameAncestors(contentSecurityPolicy);
  if (!policies.length) return 'nothing';
  if (policies.some(letsNobody)) return 'nobody';
  const sources = policies.map((policy) => policy.map((source) => source.toLowerCase()));
  if (sources.some((policy) => policy.every((source) => source === "'self'"))) return 'own-site';
  return sources.every((policy) => policy.includes('*')) ? 'everybody' : 'some';
}

/** `frame-ancestors` counts in its place where there is one (CSP 3, 6.4.2.1). */
export function frameOptionsSay({ frameOptions, contentSecurityPolicy }: FrameHeaders): HeaderSays {
  if (frameOptions === null) return 'nothing';
  if (frameAncestors(contentSecurityPolicy).length) return 'replaced';
  const says = { everybody: 'nobody', 'other-sites': 'own-site' } as const;
  const refused = frameOptionsRefuse(frameOptions);
  return refused ? says[refused] : 'unread';
}

/** @returns the header that lets these sites, and the operator's own, show its page in theirs */
export const headerToSend = (origins: readonly string[]): string =>
  `Content-Security-Policy: frame-ancestors ${["'self'", ...origins].join(' ')}`;

/** Whether another header of the operator's would bring it into more pages. */
export function lacksHeader({ chosen, reach }: Pick<AdminTeleprocedure, 'chosen' | 'reach'>): boolean {
  const { entry, reason } = chosen;
  if (reason === 'frame-options' || reason === 'frame-ancestors') return true;
  return entry === 'frame' && reach.framed < reach.on;
}

const broken: readonly EntryReason[] = [
  'too-many-redirects',
  'insecure',
  'gone',
  'server-error',
  'unknown-name',
  'certificate',
  'private-address',
  'unreachable',
];

/** Whether it says that the operator's address is not as it should be. */
export const isBroken = (reason: EntryReason): boolean => broken.includes(reason);

/** How a way in is to be taken: as it was meant to be, as less than that, or as something to be mended. */
export function entryLook(entry: Entry, reason: EntryReason): 'success' | 'neutral' | 'warning' | 'danger' {
  if (isBroken(reason)) return 'danger';
  if (entry === 'frame') return 'success';
  return reason === 'furthest' || reason === 'untried' ? 'neutral' : 'warning';
}
