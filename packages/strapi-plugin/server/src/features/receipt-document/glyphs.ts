/** Texts as the font can write them: each character that it lacks becomes its nearest neighbour. */

/** What looks the same, or means the same. U+202F is the narrow no-break space of French. */
const neighbours: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0',
  '\u2009': '\u00a0',
  '\u2011': '-',
  '\u02bb': '\u2018',
  '\u2116': 'N\u00b0',
  '\t': ' ',
};

/** What stands for a character that nothing replaces: seen, so that nobody takes the text for whole. */
const MISSING = '?';

/** @param has whether the font has a character */
export function writable(text: string, has: (codePoint: number) => boolean): string {
  const known = (character: string) => has(character.codePointAt(0)!);
  return [...text.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n')]
    .map((character) => {
      if (character === '\n' || known(character)) return character;
      const neighbour = neighbours[character];
      if (neighbour) return neighbour;
      // Variation selectors, joiners, directions, controls: nothing that is seen.
      return /[\p{Cf}\p{Cc}\p{Mn}]/u.test(character) ? '' : MISSING;
    })
    .join('');
}
