/**
 * A name as people compare names: without regard to case, accents, hyphens, apostrophes and spaces. `L’Hôpital-Œuf`
 * and `l hopital oeuf` are one.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An address as we look it up: people write their own with capitals or without. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}
