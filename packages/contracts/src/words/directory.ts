/**
 * The words of the directory of services, for the widget and for the page without JavaScript: what is seen first. Those
 * of one organisation and of one procedure are in `directory-details.ts`: a page loads them later.
 */
import type { Level } from '../directory.js';
import type { CommonWords } from './common.js';

export interface DirectoryWords extends CommonWords {
  title: string;
  /** What is found here, in one sentence. */
  intro: string;

  /** Label of the search field. */
  search: string;
  /** Examples, below the label. */
  searchHint: string;
  /** Button of the page without JavaScript. */
  find: string;
  /** Button: empties the field. */
  clear: string;
  searching: string;
  /** @param count at least 1 */
  results(count: number): string;
  /** @param text what was looked for */
  noResult(text: string): string;
  noResultHelp: string;
  /** What a result is, beside its title; an organisation says its level. */
  kinds: Record<'procedure' | 'guide', string>;
  /** Button or link to the general form. */
  write: string;
  /** What searches could not be loaded; what is listed stays. */
  searchStuck: string;

  organisations: string;
  procedures: string;
  /** Heading of the State's guides, whose themes and events of a life follow. */
  guides: string;
  themes: string;
  lifeEvents: string;

  /** Summary of what chooses among all that is listed. */
  filters: string;
  level: string;
  levels: Record<Level, string>;
  conditions: string;
  openNow: string;
  /** Something can be started or written online. */
  online: string;
  /** Button of the page without JavaScript: shows what is chosen. */
  show: string;
  /** Button: chooses nothing any more. */
  reset: string;
  /** How much is listed; 0 of either is left out, and of both is `nothingListed`. */
  listed(organisations: number, procedures: number): string;
  nothingListed: string;
  /** Button: shows the next of a long list. @param left how many are not shown yet */
  more(left: number): string;

  /** Link from one organisation, procedure or guide to all of them. */
  back: string;
  /** The same, where one comes from a search. */
  backToResults: string;
  loading: string;
  /** One organisation, procedure or guide could not be loaded. */
  notLoaded: string;
  retry: string;
  /** It is not in the directory any more, or never was. */
  notFound: string;
}
