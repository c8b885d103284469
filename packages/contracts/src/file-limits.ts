/** What may come with a request: the hosting's limits, or closer ones of its procedure. Without dependency. */
import type { Administration } from './administration.js';
import { type FileKind, fileKinds } from './attachment-types.js';

export interface FileLimits {
  maxFiles: number;
  maxFileBytes: number;
  maxTotalBytes: number;
  kinds: readonly FileKind[];
}

/** @param slug of a procedure; without one, of the general form, or of a message to a request: the hosting's own */
export function fileLimits(
  { attachments, procedures }: Pick<Administration, 'attachments' | 'procedures'>,
  slug?: string,
): FileLimits {
  return { kinds: fileKinds, ...attachments, ...procedures.find((one) => one.slug === slug)?.attachments };
}
