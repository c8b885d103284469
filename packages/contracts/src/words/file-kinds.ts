import { fileKinds, type FileKind } from '../attachment-types.js';
import type { FilesWords } from './files.js';

/** Those that are accepted, in a list; empty where all are. */
export function kindsIn(kinds: readonly FileKind[], words: Pick<FilesWords, 'kinds'>): string {
  return kinds.length < fileKinds.length ? kinds.map((kind) => words.kinds[kind]).join(', ') : '';
}
