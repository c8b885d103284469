/** How a source stands that is asked on a schedule: daily where all goes well, later and later where it does not. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** @typeParam Report what was said of the latest import */
export interface Source<Part extends string, Report> {
  part: Part;
  /** As it is configured: an address, or the path of a file. */
  location: string;
  /** The name of the file, and where it was fetched; null of a file of the hosting's own. */
  file: string | null;
  url: string | null;
  /** What tells one state of it from another: HTTP's validators, or when the file was written. */
  etag: string | null;
  lastModified: string | null;
  /** Instants: when it was last brought in whole, and when it is asked next. */
  fetchedAt: string | null;
  nextAt: string;
  /** How often in a row it could not be reached or read, and why. */
  failures: number;
  failure: string | null;
  report: Report;
}

/** An hour, two, four… a day at most, and never sooner than the source asks. */
function pauseAfter(failures: number, retryAfterSeconds: number | null): number {
  return Math.max(Math.min(HOUR_MS * 2 ** (failures - 1), DAY_MS), (retryAfterSeconds ?? 0) * 1000);
}

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

/** Of an address that was not asked yet. What is there of another is still from there. */
export function freshSource<Part extends string, Report>(
  part: Part,
  location: string,
  former: Source<Part, Report> | undefined,
  noReport: Report,
): Source<Part, Report> {
  return {
    part,
    location,
    file: former?.file ?? null,
    url: former?.url ?? null,
    etag: null,
    lastModified: null,
    fetchedAt: former?.fetchedAt ?? null,
    nextAt: '',
    failures: 0,
    failure: null,
    report: former?.report ?? noReport,
  };
}

export const askedTomorrow = <S extends Source<string, unknown>>(source: S, now: Date): S => ({
  ...source,
  nextAt: later(now, DAY_MS),
  failures: 0,
  failure: null,
});

/** What came of it before stays. @param retryAfter seconds that the source asks to wait; null where it does not say */
export function failed<S extends Source<string, unknown>>(
  source: S,
  reason: string,
  retryAfter: number | null,
  now: Date,
): S {
  const failures = source.failures + 1;
  return { ...source, nextAt: later(now, pauseAfter(failures, retryAfter)), failures, failure: reason };
}
