/** What is told of a form before it is opened: its number, what kind of file it is, how large. */

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

const units: Readonly<Record<string, string>> = { k: 'Ko', m: 'Mo', g: 'Go' };

/** @returns `605,7 Ko`; null where the source writes no unit */
function sizeOf(size: string | null): string | null {
  const [, number, unit] = /^([\d\s.,]+?)\s*([kmg])[bo]$/i.exec(size?.trim() ?? '') ?? [];
  return number && unit ? `${number.replace('.', ',')}\u00a0${units[unit.toLowerCase()]!}` : null;
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
