/** Territories as people name them: « la communauté de communes du Perche » is `CC du Perche` in the official list. */
import { foldName } from './folded-name.js';

/** They say what kind of territory it is, or nothing: names have them or not. */
const unsaid = new Set(
  [
    'de du des d la le les l et',
    'departement region intercommunalite communaute communes agglomeration agglo urbaine metropole cc ca cu epci',
  ].flatMap((words) => words.split(' ')),
);

/** @returns the words that a territory's folded name must have for it to be meant; those that say nothing where there is no other */
export function territoryWords(search: string): string[] {
  const words = foldName(search).split(' ').filter(Boolean);
  const telling = words.filter((word) => !unsaid.has(word));
  return telling.length ? telling : words;
}
