/** Which requests of the page are chosen, to be acted on together. Another page, or another list, chooses anew. */
import type { InboxRow } from '@guichet/contracts/admin/inbox';
import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  /** As they are listed now, in their order; what has left the list is chosen no more. */
  rows: readonly InboxRow[];
  has(id: string): boolean;
  toggle(id: string): void;
  /** Every one of the page, or none. */
  toggleAll(): void;
  clear(): void;
}

/** @param list what names the list and its page: a choice ends with it */
export function useSelection(listed: readonly InboxRow[], list: unknown): Selection {
  const [chosen, setChosen] = useState<{ list: unknown; ids: ReadonlySet<string> }>({ list, ids: new Set() });
  const ids = useMemo(() => (chosen.list === list ? chosen.ids : new Set<string>()), [chosen, list]);
  const choose = useCallback((next: Iterable<string>) => setChosen({ list, ids: new Set(next) }), [list]);
  const rows = useMemo(() => listed.filter(({ id }) => ids.has(id)), [ids, listed]);
  return {
    rows,
    has: (id) => ids.has(id),
    toggle: (id) => choose(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]),
    toggleAll: () => choose(rows.length === listed.length ? [] : listed.map(({ id }) => id)),
    clear: () => choose([]),
  };
}
