/** The search of each directory, its index made once: as long as the directory stays the same, and people search it. */
import type { Directory } from '@guichet/contracts/directory';
import { type DirectorySearch, prepareDirectorySearch } from '@guichet/contracts/directory-search';
import type { GuideIndex } from '@guichet/contracts/guide';

/** An index takes about a megabyte. */
const MOST_KEPT = 50;

type Guides = GuideIndex['guides'];

interface Kept {
  guides: Guides;
  search: Promise<DirectorySearch>;
}

const kept = new Map<Directory, Kept>();

export function searchOf(directory: Directory, guides: Guides): Promise<DirectorySearch> {
  const earlier = kept.get(directory);
  const found =
    earlier?.guides === guides ? earlier : { guides, search: prepareDirectorySearch(directory, guides) };
  // Whoever was searched last is the last to go.
  kept.delete(directory);
  kept.set(directory, found);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return found.search;
}
