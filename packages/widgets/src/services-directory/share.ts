import type { Directory } from '@guichet/contracts/directory';
import { pageOf } from '@guichet/contracts/structured-data';
import type { DirectoryState } from './services-directory.state.js';

/** What became of sharing: the address is in the clipboard, or shown to be copied by hand. */
export type Sharing = { kind: 'none' } | { kind: 'copied' } | { kind: 'shown'; url: string };

/**
 * @returns what is on screen by its title, and by an address elsewhere for where the page's own cannot say it; null where
 *   there is nothing to share
 */
export function sharedOf(state: DirectoryState, directory: Directory): { title: string; url: string } | null {
  switch (state.kind) {
    case 'organisation': {
      const { id, name } = state.organisation;
      return { title: name, url: pageOf(directory, 'organisme', id) };
    }
    case 'procedure': {
      const { slug, title } = state.procedure;
      return { title, url: pageOf(directory, 'demarche', slug) };
    }
    case 'guide': {
      const { title, url } = state.guide.guide;
      return { title, url: url ?? directory.link };
    }
    default:
      return null;
  }
}

/**
 * Gives an address to somebody else, by what the device has for it.
 *
 * @returns `none` where it was given, or the resident thought better of it
 */
export async function share(title: string, url: string): Promise<Sharing> {
  const { share: give, clipboard } = navigator as Partial<Navigator>;
  if (give) {
    await navigator.share({ title, url }).catch(() => {});
    return { kind: 'none' };
  }
  // Only pages of https have a clipboard, and a policy of theirs may forbid it.
  return (clipboard?.writeText(url) ?? Promise.reject(new Error('no clipboard'))).then(
    () => ({ kind: 'copied' }),
    () => ({ kind: 'shown', url }),
  );
}
