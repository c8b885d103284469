import type { Language } from '@guichet/contracts/administration';

/**
 * @param instant RFC 3339
 * @param timeZone the administration's: receipts count in it
 * @returns `samedi 21 novembre 2026 à 21:04`
 */
export function instantIn(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
}
