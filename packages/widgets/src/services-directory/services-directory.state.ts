import type { DirectoryProcedure, Organisation } from '@guichet/contracts/directory';
import type { Found } from '@guichet/contracts/directory-search';
import type { ShownGuide } from '@guichet/contracts/guide';

export type DirectoryState =
  /** The search, and all that is listed. */
  | { kind: 'home' }
  | { kind: 'loading' }
  /** What was asked for could not be loaded. */
  | { kind: 'stuck' }
  /** There is no such thing. */
  | { kind: 'missing' }
  | { kind: 'organisation'; organisation: Organisation }
  | { kind: 'procedure'; procedure: DirectoryProcedure }
  | { kind: 'guide'; guide: ShownGuide };

export type SearchState =
  /** Nothing is looked for. */
  | { kind: 'idle' }
  /** The search library is on its way. */
  | { kind: 'loading' }
  | { kind: 'stuck' }
  | { kind: 'found'; found: readonly Found[] };
