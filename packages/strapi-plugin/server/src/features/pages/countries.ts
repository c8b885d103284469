/** Countries by the names that residents write, in French or in English. */
import { foldName } from '../../domain/folded-name.js';

/** Every name's code: `belgique` and `belgium` are `BE`. Made at the first use: it takes some milliseconds. */
let codes: Map<string, string> | undefined;

function namesToCodes(): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = new Map<string, string>();
  for (const language of ['en', 'fr']) {
    // `none`: only what is a region has a name.
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const first of letters) {
      for (const second of letters) {
        const name = names.of(first + second);
        if (name) found.set(foldName(name), first + second);
      }
    }
  }
  return found;
}

/**
 * @param typed a name in French or English, or a code of ISO 3166-1; without regard to case and accents
 * @returns the code of ISO 3166-1, or what was typed where no country has this name
 */
export function countryCode(typed: string): string {
  const folded = foldName(typed);
  if (!folded) return 'FR';
  codes ??= namesToCodes();
  const code = folded.toUpperCase();
  return codes.get(folded) ?? (/^[A-Z]{2}$/.test(code) && [...codes.values()].includes(code) ? code : typed);
}

/** `Belgique`; the code itself where it has no name. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
