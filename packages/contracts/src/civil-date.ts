/** Civil dates, `YYYY-MM-DD`, which no zone and no clock changes. No dependency: it can run in a page. */

/** @returns whether `text` is a civil date that exists, from year 1 to 9999 */
export function isCivilDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00Z`);
  // `2026-02-30` becomes the second of March.
  return !isNaN(Number(date)) && date.toISOString().startsWith(text);
}

/** @returns 1 for Monday to 7 for Sunday, as ISO 8601 counts */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay() || 7;
}

/** @param days calendar days; negative goes back @throws RangeError where `date` is none */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
