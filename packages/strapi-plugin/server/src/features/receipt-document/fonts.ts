/**
 * Atkinson Hyperlegible Next (SIL Open Font License 1.1), made by the Braille Institute for those who see badly. Carried
 * by every document: none depends on what a reader has installed.
 */
import type { Font } from 'fontkit';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Read once: reading them takes longer than drawing. */
export interface Fonts {
  regular: Font;
  bold: Font;
}

const FAMILY = '@expo-google-fonts/atkinson-hyperlegible-next';

/** Words whose glyphs are kept: labels and sentences come again in every receipt. */
const KEPT_WORDS = 2000;

/** The same font, which remembers how the words of earlier documents were laid out: a third of the time of drawing. */
function remembering(font: Font): Font {
  const laidOut = new Map<string, ReturnType<Font['layout']>>();
  const layout: Font['layout'] = (text, ...rest) => {
    if (rest.some(Boolean)) return font.layout(text, ...rest);
    const known = laidOut.get(text);
    if (known) return known;
    if (laidOut.size >= KEPT_WORDS) laidOut.clear();
    const run = font.layout(text);
    laidOut.set(text, run);
    return run;
  };
  return Object.create(font, { layout: { value: layout } }) as Font;
}

export async function loadFonts(): Promise<Fonts> {
  // Beside this plugin, wherever it is installed.
  const { resolve } = createRequire(import.meta.url);
  const { create } = await import('fontkit');
  const load = async (file: string) =>
    remembering(create(await readFile(resolve(`${FAMILY}/${file}`))) as Font);
  return {
    regular: await load('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
    bold: await load('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
  };
}

/** @returns whether both have a character */
export const hasGlyph =
  ({ regular, bold }: Fonts) =>
  (codePoint: number): boolean =>
    regular.hasGlyphForCodePoint(codePoint) && bold.hasGlyphForCodePoint(codePoint);
