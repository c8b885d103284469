/** What residents need of public services, in everyday words, and who answers for it. */
import type { Level } from '../directory.js';

export interface Need {
  id: string;
  /** As a list says it: `Faire refaire un passeport`. */
  title: string;
  /** What people type for it, a space between: everyday words, misspellings, the administration's own. */
  words: string;
  level: Level;
  /** The State's words for the offices that are competent, the likeliest first. */
  kinds: readonly string[];
  /** Id of a guide of the State's about it; null for none. */
  guide: string | null;
  /** What is to be said of who answers, where it is not the same everywhere; null for nothing. */
  note: string | null;
  /** A procedure of the administration's own whose title or address has all these words is about the same. */
  procedure: string | null;
}

/** `[id, title, words, guide, procedure]`. */
type Row = readonly [id: string, title: string, words: string, guide?: string | null, procedure?: string];

/** Needs that the same offices answer for, by the same text. */
export const answeredBy = (
  level: Level,
  kinds: readonly string[],
  note: string | null,
  rows: readonly Row[],
): Need[] =>
  rows.map(([id, title, words, guide = null, procedure = null]) => ({
    id,
    title,
    words,
    level,
    kinds,
    guide,
    note,
    procedure,
  }));
