import { withFirst } from './french-first.js';

/** A civil date as one reads it: `1er octobre 2026`, `1 October 2026`. */
const dayIn = (locale: string, date: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

export const frenchDay = (date: string): string => withFirst(dayIn('fr-FR', date));
export const englishDay = (date: string): string => dayIn('en-GB', date);
