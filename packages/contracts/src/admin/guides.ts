/** How the State's guides of a hosting stand: for who looks after the hosting. */

export interface GuideSourceView {
  part: 'individuals' | 'professionals';
  /** As it is configured: an address, or the path of a file. */
  location: string;
  /** Instant, RFC 3339: when what is shown was fetched; null where nothing was yet. */
  fetchedAt: string | null;
  /** Instant: when the source is asked next. */
  nextAt: string | null;
  /** Why it could not be reached or read, since `failures` times in a row; a few words in English. */
  failure: string | null;
  failures: number;
  guides: number;
  /** In the latest import. */
  changed: number;
  removed: number;
  /** Files of which nothing came in; `detail` is a few words in English. */
  faults: {
    file: string;
    fault: 'name' | 'too-large' | 'unreadable' | 'malformed' | 'not-a-guide';
    detail: string;
  }[];
  /** How many there were, of which `faults` has the first. */
  faultCount: number;
  /** Elements that are not known: their text is shown, without their sense. */
  unknown: { element: string; guide: string }[];
}

export interface GuideSources {
  sources: GuideSourceView[];
}
