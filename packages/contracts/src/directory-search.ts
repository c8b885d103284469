/**
 * The search of the directory: everyday words, with typos and without accents, find the organisation, the procedure, the
 * need with who answers for it, or the State's guide. The same in the page, loaded when somebody searches, and on the
 * server.
 */
import MiniSearch from 'minisearch';
import type { Directory } from './directory.js';
import { entriesOf, type Entry, type Texts } from './directory-search/entries.js';
import { termsOf, termsTyped } from './directory-search/terms.js';
import type { GuideIndex } from './guide.js';

export interface Found {
  kind: 'organisation' | 'procedure' | 'need' | 'guide';
  /** Of a procedure its slug; of the others their ids. */
  id: string;
  title: string;
  /** Ids of the competent organisations, the likeliest first; of a guide none. */
  organisations: string[];
  /** Id of a guide about it, one of those that were given; null for none. */
  guide: string | null;
  /** A sentence beside a need, where it is not the same everywhere who answers; null for nothing. */
  note: string | null;
}

export interface DirectorySearch {
  /** @returns what is likeliest meant, the likeliest first; nothing where no word of the text says anything */
  find(text: string, limit?: number): Found[];
}

type Guides = GuideIndex['guides'];

const boost: Record<keyof Texts, number> = { title: 6, name: 5, guide: 3, words: 3, text: 1 };
/** How many letters of a word may be wrong. */
const typos = ({ length }: string): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** What matches far less than the best one is chance. */
const chance = 0.12;

/** @param entries what is in `index`: both may grow */
function searchIn(entries: readonly Entry[]): { index: MiniSearch<Entry>; search: DirectorySearch } {
  const vocabulary = new Set<string>();
  const isKnown = (term: string) =>
    vocabulary.has(term) || [...vocabulary].some((word) => word.startsWith(term));
  const index = new MiniSearch<Entry>({
    fields: Object.keys(boost),
    tokenize: termsOf,
    processTerm: (term) => {
      vocabulary.add(term);
      return term;
    },
  });
  const asTyped = { tokenize: (joined: string) => joined.split(' '), processTerm: (term: string) => term };

  /** Where a word is one letter away, those that are two away are chance: `poubele` is no `poule`. */
  function fuzzy(term: string): number | false {
    // What somebody wrote here is no typo: `nuisance` is not `naissance`.
    if (isKnown(term)) return false;
    const most = typos(term);
    return most > 1 && index.search(term, { ...asTyped, fuzzy: 1 }).length ? 1 : most;
  }

  const search: DirectorySearch = {
    find(text, limit = 12) {
      // Nobody describes a need in more words than these.
      const terms = termsTyped(text.slice(0, 200)).slice(0, 12);
      const look = (combineWith: 'AND' | 'OR') =>
        index.search(terms.join(' '), {
          ...asTyped,
          boost,
          // How long a text is says little of what it is about.
          bm25: { k: 1.2, b: 0.3, d: 0.5 },
          combineWith,
          prefix: true,
          fuzzy,
          weights: { fuzzy: 0.2, prefix: 0.2 },
          boostDocument: (id) => entries[id as number]!.weight,
        });
      const all = look('AND');
      const hits = all.length ? all : look('OR');
      const best = Math.max(0, ...hits.map(({ score }) => score));
      const told = new Set<string | null>();
      return hits
        .filter(({ score }) => score >= best * chance)
        .sort((one, other) => other.score - one.score || one.id - other.id)
        .map(({ id }) => entries[id as number]!)
        .filter(({ found: { kind, guide } }) => {
          // A guide that something above leads to is there already.
          const isTold = kind === 'guide' && told.has(guide);
          told.add(guide);
          return !isTold;
        })
        .slice(0, limit)
        .map(({ found, organisations }) => ({ ...found, organisations: [...organisations()] }));
    },
  };
  return { index, search };
}

/**
 * @param guides titles that can be looked for: no other is led to
 * @returns the search, ready; its index takes a moment that a page would feel: there `prepareDirectorySearch`
 */
export function createDirectorySearch(directory: Directory, guides: Guides): DirectorySearch {
  const entries = [...entriesOf(directory, guides)];
  const { index, search } = searchIn(entries);
  index.addAll(entries);
  return search;
}

/** How many entries are made at once: a few milliseconds of a slow telephone. */
const PIECE = 20;

/** The same, made in pieces, so that the page answers its visitor, and the server the others, in between. */
export async function prepareDirectorySearch(directory: Directory, guides: Guides): Promise<DirectorySearch> {
  const entries: Entry[] = [];
  const { index, search } = searchIn(entries);
  let piece: Entry[] = [];
  const add = async () => {
    entries.push(...piece);
    // Waits for the next task before it adds.
    await index.addAllAsync(piece, { chunkSize: piece.length });
    piece = [];
  };
  for (const entry of entriesOf(directory, guides)) {
    if (piece.push(entry) === PIECE) await add();
  }
  if (piece.length) await add();
  return search;
}
