/** Instants as residents read them. */
import type { Language } from '@guichet/contracts/administration';
import { withFirst } from '@guichet/contracts/words/french-first';

/**
 * @param instant RFC 3339
 * @param timeZone the administration's: receipts count in it
 * @returns `samedi 21 novembre 2026 à 21:04`
 */
export function instantIn(instant: string, language: Language, timeZone: string): string {
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
  return language === 'en' ? text : withFirst(text);
}

/** As {@link instantIn}, in the zone that a receipt was written in: its offset is in the text. */
export function instantAsWritten(instant: string, language: Language): string {
  return instantIn(instant, language, instant.endsWith('Z') ? 'UTC' : instant.slice(-6));
}
