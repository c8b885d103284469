/**
 * Contrast arithmetic, for the accent an administration chose and the page it lands on. Formulas: WCAG 2.2, relative
 * luminance and contrast ratio. No dependency: it runs in the page as well as on the server.
 */

/** Red, green, blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number];

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];

/** WCAG 2.2, 1.4.3: text of any size. */
export const TEXT_CONTRAST = 4.5;
/** WCAG 2.2, 1.4.11: what shows where a control is. */
export const BORDER_CONTRAST = 3;

export interface Colour {
  rgb: Rgb;
  /** From 0, transparent, to 1. */
  alpha: number;
}

/** @returns the colour, or null for what is not `#rgb`, `#rrggbb`, `rgb()`, `rgba()` or `color(srgb …)` */
export function parseColour(text: string): Colour | null {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1];
  if (hex) {
    const digits = hex.length / 3;
    const channel = (i: number) => parseInt(hex.slice(i * digits, (i + 1) * digits).repeat(3 - digits), 16);
    return { rgb: [channel(0), channel(1), channel(2)], alpha: 1 };
  }
  return parseComputed(text);
}

/** The same for what browsers write as computed colours alone: `rgb()`, `rgba()` and `color(srgb …)`. */
export function parseComputed(text: string): Colour | null {
  const body = /^(?:rgba?|color)\((srgb )?([-\d.e,/ ]+)\)$/.exec(text);
  const [red, green, blue, alpha = 1] = body?.[2]?.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  if (blue === undefined) return null;
  const scale = (value: number) => Math.min(255, Math.max(0, body?.[1] ? value * 255 : value));
  return { rgb: [scale(red!), scale(green!), scale(blue)], alpha };
}

/** `colour` over `background`, `share` of it from 0 to 1. */
export function mix(colour: Rgb, background: Rgb, share: number): Rgb {
  const channel = (i: 0 | 1 | 2) => Math.round(colour[i] * share + background[i] * (1 - share));
  return [channel(0), channel(1), channel(2)];
}

function luminance(colour: Rgb): number {
  const channel = (i: 0 | 1 | 2) => {
    const value = colour[i] / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2);
}

/** @returns the contrast ratio, from 1 to 21 */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** @returns black or white, whichever reads better on `background`: always 4.58 at least */
export function textOn(background: Rgb): Rgb {
  return contrast(WHITE, background) >= contrast(BLACK, background) ? WHITE : BLACK;
}

/**
 * @param ratio at most 4.5, which black or white reach on every background
 * @returns the colour nearest to `colour`, on its way to black or white, that has this ratio on `background`
 */
export function contrasted(colour: Rgb, background: Rgb, ratio: number): Rgb {
  const goal = textOn(background);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(goal, colour, share);
    if (contrast(mixed, background) >= ratio) return mixed;
  }
  return goal;
}

/** `rgb(r,g,b)`, as CSS reads it. */
export function css(colour: Rgb): string {
  return `rgb(${colour.map(Math.round).join()})`;
}
