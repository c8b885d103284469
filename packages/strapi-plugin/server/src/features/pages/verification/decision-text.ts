/** Whether a text that somebody copied is the one that a decision was notified with. */
import { createHash } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * As it stands, or as copying changes it: space around it, and more than one empty line between its parts. Its words and
 * its marks must be the same.
 */
export function isTextOf(pasted: string, textSha256: string): boolean {
  const text = pasted.trim();
  return [pasted, text, text.replace(/\n{3,}/g, '\n\n')].some((each) => sha256(each) === textSha256);
}
