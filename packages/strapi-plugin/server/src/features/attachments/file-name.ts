/** The name of a file that someone sent, made safe to show and to save, and otherwise left as it is. */
import { attachmentTypes, type AttachmentType } from '@guichet/contracts/attachment-types';

/** Of UTF-8: file systems take 255, and those who save it add to it. */
const MOST_BYTES = 180;
/** Letters, digits: what is taken for an extension, so that another type's cannot stay. */
const EXTENSION = /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i;

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Cuts between what a reader sees as letters, never within one. */
function shortened(text: string, bytes: number): string {
  let short = '';
  for (const { segment } of graphemes.segment(text)) {
    if (Buffer.byteLength(short + segment) > bytes) break;
    short += segment;
  }
  return short;
}

/**
 * @param name as it was sent: with folders, or characters that hide others
 * @param type as the content tells it
 * @returns one line, in NFC, of at most 180 bytes, with an extension of the type
 */
export function cleanName(name: string, type: AttachmentType): string {
  const extensions: readonly string[] = attachmentTypes[type];
  const visible = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    // Controls; what turns, joins or hides text (`exe.fdp` read backwards), save what emoji are joined by.
    .replace(/\p{Cc}|\p{Zl}|\p{Zp}|(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/["*:<>?|]/gu, '_');
  const given = EXTENSION.exec(visible)?.[0].slice(1) ?? '';
  const isRight = (extension: string) => extensions.includes(extension.toLowerCase());
  let stem = given ? visible.slice(0, -given.length - 1) : visible;
  let extension = isRight(given) ? given : extensions[0]!;
  const inner = EXTENSION.exec(stem)?.[0].slice(1) ?? '';
  // `facture.pdf.exe`, and a PDF after all.
  if (!isRight(given) && isRight(inner)) {
    stem = stem.slice(0, -inner.length - 1);
    extension = inner;
  }
  const kept = shortened(stem, MOST_BYTES - extension.length - 1).replace(/^[\s.]+|[\s.]+$/gu, '');
  return `${kept || 'document'}.${extension}`;
}
