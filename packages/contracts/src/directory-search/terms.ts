/** Words as they are looked for: what people type and what is written are made alike. No dependency. */

/** What says nothing of what is looked for, accents off. */
const stopWords = new Set(
  (
    'a afin ai aide-moi ait alors au aux avec avez avoir bonjour c ca ce cela ces cet cette changer chez ci comme comment d dans de ' +
    'demande demander depuis des dois doit donc dont du elle elles en entre est et etc etre eux fait faire faut font il ils ' +
    'j je l la le les leur leurs lui ma mais me mes mettre moi mon n ne nos notre nous obtenir on ont or ou par pas passe peut ' +
    'peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi refaire s sa sans savoir se ses si son sont souhaite ' +
    'sous sur svp t ta te tes toi ton tous tout toute toutes trop tu un une vais vers veux voir vos votre voudrais vous y'
  ).split(' '),
);

/** Each line: words that people use for each other, accents off. */
const synonyms = `poubelle ordure dechet
dechetterie decheterie decharge
piscine natation baignade
bibliotheque mediatheque ludotheque
eau robinet
assainissement egout spanc
impot taxe fisc
creche garderie nourrice
cimetiere tombe concession
medecin docteur
voirie route rue chaussee
urbanisme construction permis travaux
chomage emploi
vieux age senior aine retraite
logement hlm habitat
ecole scolaire
cantine restauration
enfance enfant petit jeunesse
animal chien chat
police gendarmerie
tribunal justice
secu cpam ameli
ccas social
pret location louer
velo cyclable
bus car transport
internet numerique
stade gymnase sport`
  .split('\n')
  .map((line) => line.split(' '));

/** Lower case, without accents; ligatures and apostrophes as keyboards have them. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');

/** What French writes before a vowel, and people often without its apostrophe. */
const elided = /^(?:l|d|j|n|s|m|t|c|qu)['’]/;

/** Only plurals, and only of words that stay words: no stemmer, so that what is typed remains a beginning of what is meant. */
function singular(word: string): string {
  if (word.length < 4) return word;
  if (/[eo]ux?$/.test(word) && !/eaux$/.test(word)) return word.replace(/x$/, '');
  if (/eaux$/.test(word)) return word.slice(0, -1);
  if (/aux$/.test(word)) return `${word.slice(0, -3)}al`;
  const one = word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  // `sociale` is looked for where `sociaux` is written.
  return one.length > 5 && /ale$/.test(one) ? one.slice(0, -1) : one;
}

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}'’]+/u)
    .flatMap((word) => word.replace(elided, '').split(/['’]+/))
    .filter(Boolean);

/** @returns the words of a text in the form that is compared, in its order; those that say nothing left out */
export function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !stopWords.has(word))
    .map(singular);
}

/** The same of what somebody is still typing: `pas` may say nothing, or begin a `passeport`. */
export function termsTyped(text: string): string[] {
  const terms = termsOf(text);
  const last = terms.length ? undefined : wordsOf(text).at(-1);
  return last && last.length > 2 ? [last] : terms;
}

/** By word, what people may say in its place, itself among it. */
const groupOf = new Map(
  synonyms.flatMap((group) => {
    const words = group.map(singular);
    return words.map((word) => [word, words] as const);
  }),
);

/** @returns what people may say in the place of these, themselves left out */
export function synonymsOf(terms: readonly string[]): string[] {
  const own = new Set(terms);
  return [...new Set(terms.flatMap((term) => groupOf.get(term) ?? []))].filter((word) => !own.has(word));
}
