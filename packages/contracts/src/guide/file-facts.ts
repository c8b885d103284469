/** What is told of a form before it is opened: its number, what kind of file it is, how large. */
import { fileSize } from '../file-size.js';

const formats: [pattern: RegExp, name: string][] = [
  [/pdf/i, 'PDF'],
  [/wordprocessingml/, 'DOCX'],
  [/msword/, 'DOC'],
  [/spreadsheetml/, 'XLSX'],
  [/ms-excel/, 'XLS'],
  [/opendocument\.text/, 'ODT'],
  [/opendocument\.spreadsheet/, 'ODS'],
  [/rtf/, 'RTF'],
];

/** @returns `606 ko`, as everywhere; null where the source writes no unit */
function sizeOf(size: string | null): string | null {
  const [, number, unit] = /^([\d\s.,]+?)\s*([kmg])[bo]$/i.exec(size?.trim() ?? '') ?? [];
  if (!number || !unit) return null;
  const power = 'kmg'.indexOf(unit.toLowerCase()) + 1;
  const bytes = Number(number.replaceAll(/\s/g, '').replace(',', '.')) * 1024 ** power;
  return Number.isFinite(bytes) ? fileSize(Math.round(bytes), 'fr') : null;
}

/** @returns `Cerfa n° 13969*01`; a number that is none yet stands as the source writes it */
function cerfaOf(cerfa: string | null): string | null {
  const number = cerfa?.replace(/^n\s*°\s*/i, '').trim();
  if (!number) return null;
  return /^\d/.test(number) ? `Cerfa n°\u00a0${number}` : `Cerfa\u00a0: ${number}`;
}

export interface AboutFile {
  cerfa: string | null;
  /** What else the form is known by. */
  number?: string | null;
  format: string | null;
  size: string | null;
}

export function fileFacts({ cerfa, number, format, size }: AboutFile): string[] {
  const kind = formats.find(([pattern]) => pattern.test(format ?? ''))?.[1];
  const other = number && `n°\u00a0${number.replace(/^n\s*°\s*/i, '')}`;
  return [cerfaOf(cerfa), other, kind, sizeOf(size)].flatMap((fact) => fact || []);
}
