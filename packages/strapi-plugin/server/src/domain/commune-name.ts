/** The name of a commune in a sentence: `Mairie du Havre`, `Mairie de La Rochelle`, `Mairie d’Hyères`. */

/** As INSEE writes them (TNCC): 0 before a consonant or an aspirate, 1 before a vowel or a mute h, then the articles. */
const ELIDED = 1;

/** With typographic apostrophes. */
export const communeName = (name: string): string => name.replaceAll("'", '’');

/** Before `y` and a consonant one elides (`d’Yvetot`), before `y` and a vowel not; an h that nobody knows is aspirate. */
const beginsWithVowel = (name: string): boolean =>
  /^(?:[aeiou]|œ|æ|y[^aeiouy’ -])/i.test(name.normalize('NFD'));

/**
 * @param liaison INSEE's type of name, which alone knows which h is mute; null where unknown
 * @returns `du Favril`, `des Mureaux`, `de L’Haÿ-les-Roses`, `d’Évreux`: only `le` and `les` contract
 */
export function ofCommune(name: string, liaison: number | null): string {
  const written = communeName(name);
  const [, article, rest] = /^(Les?) (.+)$/.exec(written) ?? [];
  if (article && rest) return `${article === 'Le' ? 'du' : 'des'} ${rest}`;
  const isElided = liaison === null || liaison > ELIDED ? beginsWithVowel(written) : liaison === ELIDED;
  return isElided ? `d’${written}` : `de ${written}`;
}

/** What a commune's administration is called where nobody said otherwise. */
export const mairieOf = (name: string, liaison: number | null): string =>
  `Mairie ${ofCommune(name, liaison)}`;
