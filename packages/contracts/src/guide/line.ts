/** What a line of a guide is, where sources write what one would not expect. */
import type { Inline } from '../guide.js';

/** Some sources link no words. */
export const isBlank = (content: readonly Inline[]): boolean =>
  content.every((one) => (typeof one === 'string' ? !one.trim() : isBlank(one.content)));

/** BCP 47, as far as sources write it: some write nothing in it. */
export const isLanguage = (tag: string): boolean => /^(?!und$)[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag);
