/** How residents get into a téléprocédure: chosen by what the operator's address answers, and never asked of a webmaster. */
import type { EntryChosen, EntryReason } from '@guichet/contracts/admin/teleprocedures';
import { frameAncestors, type FrameHeaders, letsNobody } from '@guichet/contracts/frame-headers';
import type { Entry } from '@guichet/contracts/teleprocedure';
import { refusalToFrame } from './frame-ancestors.js';
import { isLoopbackHost } from './loopback.js';

/** Why nothing answered, or nothing in the end. */
export const probeFaults = [
  'unknown-name',
  'certificate',
  'private-address',
  'unreachable',
  'too-many-redirects',
] as const;
export type ProbeFault = (typeof probeFaults)[number];

/** What the operator's address answered to one reading, by whoever has no session there. */
export type ProbeAnswer =
  | { fault: ProbeFault }
  | (FrameHeaders & {
      /** HTTP. */
      status: number;
      /** Where redirects led to. */
      finalUrl: string;
      /** Whether any address on the way was without encryption. */
      isInsecure: boolean;
    });

/** What is known of an operator's address. */
export interface Probe {
  url: string;
  /** Instants, RFC 3339 in UTC. */
  at: string;
  answer: ProbeAnswer;
  /** What it answered when it was last there; null: it never was. */
  lastGood: ProbeAnswer | null;
  failingSince: string | null;
  /** In a row. */
  failures: number;
  nextAt: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** An evening's trouble changes nothing for residents; what is away for longer is not offered as if it were there. */
const GRACE_MS = 24 * HOUR_MS;
const LONGEST_PAUSE_MS = 6 * HOUR_MS;

const isLoopback = (url: string) => isLoopbackHost(new URL(url).hostname);

/** Of an address: whether a secret may travel in it. On the loopback nobody is in between. */
export const isInsecureUrl = (url: string): boolean => new URL(url).protocol !== 'https:' && !isLoopback(url);

/** Why what answered so is not there; null where it is. */
function absence(answer: ProbeAnswer): EntryReason | null {
  if ('fault' in answer) return answer.fault === 'too-many-redirects' ? null : answer.fault;
  if (answer.status === 404 || answer.status === 410) return 'gone';
  return answer.status >= 500 ? 'server-error' : null;
}

/** An hour later where it is there; where it is not, later and later, but soon enough to be found when it comes back. */
function pauseAfter(failures: number, spread: number): number {
  const pause = failures ? Math.min(HOUR_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS) : HOUR_MS;
  return pause - 10 * MINUTE_MS * spread;
}

/**
 * @param before what was known of the same address; null: nothing
 * @param spread from 0 to 1, by which those that were asked at once are asked apart
 */
export function probed(
  before: Probe | null,
  url: string,
  answer: ProbeAnswer,
  now: Date,
  spread: number,
): Probe {
  const known = before?.url === url ? before : null;
  const isAway = absence(answer) !== null;
  const failures = isAway ? (known?.failures ?? 0) + 1 : 0;
  return {
    url,
    at: now.toISOString(),
    answer,
    lastGood: isAway ? (known?.lastGood ?? null) : answer,
    failingSince: isAway ? (known?.failingSince ?? now.toISOString()) : null,
    failures,
    nextAt: new Date(now.getTime() + pauseAfter(failures, spread)).toISOString(),
  };
}

/** What its last answer counts for: for a day, what it answered before it was away. */
function standing({ answer, lastGood, failingSince }: Probe, now: Date): ProbeAnswer {
  const isPatient = failingSince !== null && now.getTime() - Date.parse(failingSince) < GRACE_MS;
  return isPatient && lastGood ? lastGood : answer;
}

export interface Framing {
  /** The furthest that the téléprocédure goes. */
  furthest: Entry;
  url: string;
  /** Null where its address was never asked. */
  probe: Probe | null;
  /** The administration's own origins; none: whoever may frame by no header's refusal of all. */
  origins: readonly string[];
  /** The hosting's own. */
  hosting: string;
}

/** Those of the administration's origins whose pages could not show it in a frame, by the operator's headers. */
export function refusedOrigins({ probe, url, origins }: Framing, now: Date): string[] {
  const answer = probe && standing(probe, now);
  if (!answer || 'fault' in answer) return [];
  return origins.filter((origin) => refusalToFrame(answer, origin, new URL(url).origin) !== null);
}

/** Stands for any page at all: what refuses even this one refuses all. */
const SOMEBODY = 'https://somebody.invalid';

function headersRefuse(headers: FrameHeaders, { url, origins }: Framing): EntryReason | null {
  const self = new URL(url).origin;
  if (origins.length) {
    // Every page of an administration is told the same: a frame that only some could show is none.
    const refusals = origins.map((origin) => refusalToFrame(headers, origin, self));
    return refusals.find((refusal) => refusal !== null) ?? null;
  }
  // A list of ancestors may name the administration that is not known; one of nobody cannot.
  const policies = frameAncestors(headers.contentSecurityPolicy);
  if (policies.length) return policies.some(letsNobody) ? 'frame-ancestors' : null;
  return refusalToFrame(headers, SOMEBODY, self);
}

/**
 * The way in, and why. A frame where nothing stands against it; a whole window where the operator's page is there but
 * cannot be framed; a mere link where it is not there, or where what travels in its address could be read on the way.
 */
export function chooseEntry(framing: Framing, now: Date): EntryChosen {
  const { furthest, url, probe, origins, hosting } = framing;
  const atMost = (entry: 'hand-off' | 'frame', reason: EntryReason): EntryChosen => {
    if (furthest === 'link' || (furthest === 'hand-off' && entry === 'frame'))
      return { entry: furthest, reason: 'furthest' };
    return { entry, reason };
  };
  const link = (reason: EntryReason): EntryChosen => ({ entry: 'link', reason });

  if (isInsecureUrl(url)) return link('insecure');
  if (!probe || probe.url !== url) return atMost('hand-off', 'untried');
  const answer = standing(probe, now);
  const isAway = absence(answer);
  if (isAway) return link(isAway);
  if ('fault' in answer) return atMost('hand-off', 'too-many-redirects');
  if (answer.isInsecure) return link('insecure');
  const { origin } = new URL(url);
  if (new URL(answer.finalUrl).origin !== origin) return atMost('hand-off', 'redirected');
  if (answer.status >= 400) return atMost('hand-off', 'refused');
  // `allow-same-origin` would give it what the page has: its storage, its session, its DOM.
  if (origin === hosting || origins.includes(origin)) return atMost('hand-off', 'own-origin');
  const refusal = headersRefuse(answer, framing);
  return refusal ? atMost('hand-off', refusal) : atMost('frame', 'framable');
}
