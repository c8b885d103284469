import type { FileKind } from '../attachment-types.js';
import type { FilesWords } from './files.js';

/** Those that are accepted, in a list. */
export const kindsIn = (kinds: readonly FileKind[], words: Pick<FilesWords, 'kinds'>): string =>
  kinds.map((kind) => words.kinds[kind]).join(', ');
