import { type RefObject, useEffect, useRef } from 'react';

export interface Rows<T> {
  /** Of the element whose rows bear `data-row`, and whose button that adds one bears `data-add`. */
  list: RefObject<HTMLDivElement>;
  set(row: number, part: Partial<T>): void;
  /** @param to the list with the new row at its end */
  add(to: T[]): void;
  remove(row: number): void;
}

/**
 * A list that is edited a row at a time. Once it is drawn again the keyboard goes into the row that was added, or to the
 * button that adds after a removal, so that it is never lost.
 */
export function useRows<T>(rows: readonly T[], change: (rows: T[]) => void): Rows<T> {
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<'last' | 'add' | null>(null);
  useEffect(() => {
    const own = [...(list.current?.children ?? [])];
    const row = own.filter((child) => child.matches('[data-row]')).at(-1);
    const where = next.current === 'last' ? row?.querySelector('input') : null;
    const add = own.map((child) => child.querySelector<HTMLElement>(':scope > [data-add]')).find(Boolean);
    if (next.current) (where ?? add)?.focus();
    next.current = null;
  }, [rows.length]);
  return {
    list,
    set: (row, part) => change(rows.map((one, at) => (at === row ? { ...one, ...part } : one))),
    add: (to) => {
      next.current = 'last';
      change(to);
    },
    remove: (row) => {
      next.current = 'add';
      change(rows.filter((_, at) => at !== row));
    },
  };
}
