import type { Language } from '@guichet/contracts/administration';
import { withFirst } from '@guichet/contracts/words/french-first';

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
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    timeStyle: 'short',
    timeZone,
    ...style,
  }).format(new Date(instant));
  return language === 'en' ? text : withFirst(text);
}

/** @returns the time of day alone: `21:04` */
export function timeIn(instant: Date, language: Language, timeZone: string): string {
  return instantIn(instant, language, timeZone, {});
}
