/** Civil dates (`2026-12-04`), in which the law counts: no hour, no zone. */

/** @returns the civil date of `instant` in an administration's own zone */
export function dateIn(timeZone: string, instant: Date): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(instant);
}

/**
 * @param style a full date unless it says otherwise
 * @returns `vendredi 4 décembre 2026`
 */
export function civilDay(
  date: string,
  locale: string,
  style: Intl.DateTimeFormatOptions = { dateStyle: 'full' },
): string {
  return dayWords(
    new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }),
    new Date(`${date}T00:00:00Z`),
  );
}

/** French counts the first of a month, and Intl does not know it: `1er janvier`; in figures it stays `01/01`. */
export function dayWords(format: Intl.DateTimeFormat, instant: Date): string {
  const isFrench = format.resolvedOptions().locale.startsWith('fr');
  return format
    .formatToParts(instant)
    .map(({ type, value }) => (isFrench && type === 'day' && value === '1' ? '1er' : value))
    .join('');
}
