/** What a box of a guide begins with. */
import type { Block, Inline } from '../guide.js';
import { guideText } from '../words/guide-text.js';

type Box = Extract<Block, { is: 'box' }>;

export interface BoxTitle {
  /** What the box is: `À noter`. */
  word: string;
  /** Its own title; null where that is the word, which most sources make it: then the text may run on. */
  own: readonly Inline[] | null;
  /** Whether the word stands before its own title: a warning is one by its word, whatever else it says. */
  hasWord: boolean;
}

export function boxTitle({ look, title }: Pick<Box, 'look' | 'title'>): BoxTitle {
  const word = guideText.boxes[look];
  const [first, another] = title;
  const isWord = !first || (typeof first === 'string' && !another && first.replace(/[\s:]+$/, '') === word);
  return { word, own: isWord ? null : title, hasWord: isWord || look === 'warning' };
}
