/** CSV as RFC 4180 quotes it and French spreadsheets open it: semicolons, CRLF, a byte order mark in front. */

export const BYTE_ORDER_MARK = '\ufeff';

// A spreadsheet takes what begins so for a formula, and computes it: also in the forms of East Asian keyboards.
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const QUOTED = /[";\r\n]/;

/** What a resident wrote is a text, whatever it looks like. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line, with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}
