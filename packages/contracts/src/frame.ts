/**
 * `guichet-frame/1`: what a page and the operator's page that it frames say to each other. The specification is
 * packages/operator/PROTOCOL.md. The checkers here are the page's: the operator's own stand in packages/operator, which
 * loads nothing of others. No dependency, as it runs in the page.
 */

export const FRAME_PROTOCOL = 'guichet-frame';
/** Spoken here, the best first. */
export const FRAME_VERSIONS: readonly number[] = [1];

/** A window that is higher scrolls by itself. CSS pixels. */
export const FRAME_HEIGHT_MAX = 30_000;
export const FRAME_TEXT_MAX = 500;
/** The longest that an operator's own reference is. */
export const OPERATOR_REFERENCE_MAX = 100;
const TITLE_MAX = 200;
const STEPS_MAX = 99;
const VERSIONS_MAX = 20;
/** A day. */
const SESSION_MAX = 86_400;

/** The first word, from window to window: the operator's page has loaded. `nonce`: 16 to 64 of `A-Z a-z 0-9 _ -`. */
export interface Hello {
  protocol: typeof FRAME_PROTOCOL;
  type: 'hello';
  /** Every version that it speaks. */
  versions: number[];
  nonce: string;
}

/** The page's answer, from window to window, with a MessagePort: all that follows goes over it. */
export interface Welcome {
  protocol: typeof FRAME_PROTOCOL;
  type: 'welcome';
  /** The highest that both speak. */
  version: number;
  /** The hello's. */
  nonce: string;
  /** The page's own, which `ready` gives back. */
  pageNonce: string;
}

/** Values as CSS writes them, by the names of the custom properties that they become (`--guichet-accent`). */
export interface FrameLook {
  /** Colours are `rgb(r,g,b)`. This one has the contrast of text (WCAG 2.2, 1.4.3) on `background`. */
  accent: string;
  /** Has the contrast of text on `accent`. */
  'on-accent': string;
  background: string;
  text: string;
  /** Has the contrast of controls (WCAG 2.2, 1.4.11) on `background`. */
  border: string;
  /** For errors. Has the contrast of text on `background`. */
  danger: string;
  /** The names of families as `font-family` lists them: the fonts themselves do not travel. */
  font: string;
  'heading-font': string;
  /** Lengths are in `px`. */
  'font-size': string;
  radius: string;
  /** What spaces are multiplied by: a number from 0.5 to 2. */
  density: string;
  scheme: 'light' | 'dark';
  /** The site's own switch, or the system's. */
  motion: 'full' | 'reduced';
}

/** What the resident typed already, by HTML's `autocomplete` tokens. `street-address` has a line for each of its own. */
export type FramePrefill = Partial<
  Record<
    'family-name' | 'given-name' | 'email' | 'tel' | 'street-address' | 'postal-code' | 'address-level2',
    string
  >
>;

/** What the page says over the port. */
export type PageMessage =
  | { type: 'look'; look: FrameLook }
  /** BCP 47. */
  | { type: 'language'; language: string }
  | { type: 'prefill'; prefill: FramePrefill }
  /** The focus goes to what the frame's content begins with. */
  | { type: 'focus' }
  | { type: 'print' };

/** What the operator's page says over the port. */
export type FrameMessage =
  /** First, once for each document: gives back the page's nonce. */
  | { type: 'ready'; nonce: string }
  /** Of the whole content. Whole CSS pixels, 1 to {@link FRAME_HEIGHT_MAX}. */
  | { type: 'height'; height: number }
  /** `index` from 1 to `count`, which is at most 99. `title`: 1 to 200 characters. */
  | { type: 'step'; index: number; count: number; title: string }
  /** For those who do not see it: 1 to {@link FRAME_TEXT_MAX} characters. */
  | { type: 'announce'; text: string }
  /** A part of the frame is to be in view: an error, a dialog. Whole CSS pixels from the frame's top. */
  | { type: 'reveal'; top: number; height: number }
  /** Seconds until what was typed is lost; 0: it is over. */
  | { type: 'session'; secondsLeft: number }
  /** Whether leaving now loses something. */
  | { type: 'unsaved'; isUnsaved: boolean }
  /** The request was sent. `reference`: the operator's own, 1 to {@link OPERATOR_REFERENCE_MAX} characters, nothing else of it. */
  | { type: 'submitted'; reference: string };

const membersOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max && value.trim() !== '';

const isWhole = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

const isNonce = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{16,64}$/.test(value);

/** @returns the hello that a window's message is, or null */
export function helloOf(data: unknown): Hello | null {
  const { protocol, type, versions, nonce } = membersOf(data) ?? {};
  if (protocol !== FRAME_PROTOCOL || type !== 'hello' || !isNonce(nonce)) return null;
  if (!Array.isArray(versions) || versions.length > VERSIONS_MAX) return null;
  return { protocol, type, versions: versions.filter((one) => isWhole(one, 1, 1e6)), nonce };
}

/** @returns the highest version that both speak, or null */
export function commonVersion(versions: readonly number[]): number | null {
  return FRAME_VERSIONS.find((one) => versions.includes(one)) ?? null;
}

/** @returns the message that came over the port, its known members only; null for what is none: it is ignored */
export function frameMessageOf(data: unknown): FrameMessage | null {
  const { type, nonce, height, index, count, title, text, top, secondsLeft, isUnsaved, reference } =
    membersOf(data) ?? {};
  switch (type) {
    case 'ready':
      return isNonce(nonce) ? { type, nonce } : null;
    case 'height':
      return isWhole(height, 1, FRAME_HEIGHT_MAX) ? { type, height } : null;
    case 'step':
      return isWhole(count, 1, STEPS_MAX) && isWhole(index, 1, count) && isText(title, TITLE_MAX)
        ? { type, index, count, title: title.trim() }
        : null;
    case 'announce':
      return isText(text, FRAME_TEXT_MAX) ? { type, text: text.trim() } : null;
    case 'reveal':
      return isWhole(top, 0, FRAME_HEIGHT_MAX) && isWhole(height, 0, FRAME_HEIGHT_MAX)
        ? { type, top, height }
        : null;
    case 'session':
      return isWhole(secondsLeft, 0, SESSION_MAX) ? { type, secondsLeft } : null;
    case 'unsaved':
      return typeof isUnsaved === 'boolean' ? { type, isUnsaved } : null;
    case 'submitted':
      return isText(reference, OPERATOR_REFERENCE_MAX) ? { type, reference: reference.trim() } : null;
    default:
      return null;
  }
}
