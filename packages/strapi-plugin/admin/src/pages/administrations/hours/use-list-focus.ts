import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where the keyboard goes once a list is drawn again: into the row that was added, or to the button that adds after a
 * removal, so that it is never lost. Rows bear `data-row`, the button `data-add`.
 */
export function useListFocus(length: number): {
  list: RefObject<HTMLDivElement>;
  toLast(): void;
  toAdd(): void;
} {
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<'last' | 'add' | null>(null);
  useEffect(() => {
    const own = [...(list.current?.children ?? [])];
    const row = own.filter((child) => child.matches('[data-row]')).at(-1);
    const where = next.current === 'last' ? row?.querySelector('input') : null;
    const add = own.map((child) => child.querySelector<HTMLElement>(':scope > [data-add]')).find(Boolean);
    if (next.current) (where ?? add)?.focus();
    next.current = null;
  }, [length]);
  return {
    list,
    toLast: () => {
      next.current = 'last';
    },
    toAdd: () => {
      next.current = 'add';
    },
  };
}
