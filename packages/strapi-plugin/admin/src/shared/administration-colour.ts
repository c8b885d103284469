/** The colour that tells mairies apart: the administration's own accent, or one drawn from its id, always the same. */
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { BORDER_CONTRAST, contrasted, css, parseColour, WHITE } from '@guichet/contracts/colour';

const palette = ['#0b7fab', '#b8621b', '#3f8f4f', '#a855a8', '#c8453b', '#7a7a1f', '#5b6fd6', '#0f8f88'];

/** @returns a CSS colour that is safe to put in a style */
export function administrationColour({ id, accent }: Pick<AdministrationTag, 'id' | 'accent'>): string {
  if (accent && parseColour(accent)) return accent;
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return palette[sum % palette.length]!;
}

/** @returns the colour as it shows on the panel's background, light or dark (WCAG 2.2, 1.4.11) */
export function shownOn(background: string, colour: string): string {
  const parsed = parseColour(colour);
  return parsed
    ? css(contrasted(parsed.rgb, parseColour(background)?.rgb ?? WHITE, BORDER_CONTRAST))
    : colour;
}
