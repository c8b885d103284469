/** A mail before it is drawn: the same pieces make its text and its HTML. */
import type { Language } from '@guichet/contracts/administration';
import type { Rgb } from '@guichet/contracts/colour';

/** One text in one language. A bilingual mail has two. */
export interface Section {
  language: Language;
  title: string;
  before: string[];
  /** What to keep: label and value. `href` where the value can be called or written to. */
  facts: { label: string; value: string; href?: string }[];
  action: { label: string; url: string };
  after: string[];
}

export interface Mail {
  subject: string;
  sections: Section[];
  /** Who it is from, for the top and the foot: the administration's name, then how to reach it. */
  name: string;
  foot: string[];
  accent: Rgb;
}

/** A single line, whatever an administration's name or address may hold: for headers and for the text part. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
