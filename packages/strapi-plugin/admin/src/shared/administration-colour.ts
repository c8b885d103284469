/** The colour that tells mairies apart: the administration's own accent, or one drawn from its id, always the same. */
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { parseColour } from '@guichet/contracts/colour';

/** Far apart from each other, and all visible on white and on the panel's dark grey (3:1 at least on both). */
const palette = ['#0b7fab', '#b8621b', '#3f8f4f', '#a855a8', '#c8453b', '#7a7a1f', '#5b6fd6', '#0f8f88'];

/** @returns a CSS colour that is safe to put in a style */
export function administrationColour({ id, accent }: Pick<AdministrationTag, 'id' | 'accent'>): string {
  if (accent && parseColour(accent)) return accent;
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return palette[sum % palette.length]!;
}
