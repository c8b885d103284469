import type { Language } from '@guichet/contracts/administration';

/**
 * @param instant RFC 3339
 * @param timeZone the administration's: receipts count in it
 * @param style a full date unless it says otherwise; the time of day always
 * @returns `samedi 21 novembre 2026 à 21:04`
 */
export function instantIn(
  instant: string | Date,
  language: Language,
  timeZone: string,
  style: Intl.DateTimeFormatOptions = { dateStyle: 'full' },
): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    timeStyle: 'short',
    timeZone,
    ...style,
  }).format(new Date(instant));
}

/** @returns the time of day alone: `21:04` */
export function timeIn(instant: Date, language: Language, timeZone: string): string {
  return instantIn(instant, language, timeZone, {});
}
