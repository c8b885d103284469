/** What a table of a guide is like, which its cells alone do not say. */
import type { GuideCell } from '../guide.js';

export type GuideRow = readonly GuideCell[];

/** Columns that a phone still shows side by side. */
const NARROW = 2;

const isHead = (row: GuideRow) => row.every(({ isHeader }) => isHeader);

/** @returns whether it is to scroll, as a phone cannot show it whole */
export const isWide = (rows: readonly GuideRow[]): boolean =>
  rows.some((row) => row.reduce((sum, { columns }) => sum + columns, 0) > NARROW);

/** @returns what a cell of a row heads; null where it heads nothing, as one without words does */
export function scopeOf({ isHeader, blocks }: GuideCell, row: GuideRow): 'col' | 'row' | null {
  if (!isHeader || blocks.length === 0) return null;
  return isHead(row) ? 'col' : 'row';
}

/** @returns how many rows at the top only name the columns; none where one of their cells reaches below them */
export function headRows(rows: readonly GuideRow[]): number {
  const count = rows.findIndex((row) => !isHead(row));
  const isWhole = rows.slice(0, count).every((row, i) => row.every((one) => i + one.rows <= count));
  return isWhole ? Math.max(count, 0) : 0;
}
