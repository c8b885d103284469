/** The inbox's state: filters in the address, so that going back finds them; what was searched for never there. */
import type { InboxPage, InboxQuery, InboxScope } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type RemoteRead, useRemote } from '../../shared/remote.js';
import { type Filters, filtersOf, paramsOf } from './filters.js';

/** What is searched for outlives a look at a request, not the tab; it never reaches the address or the disk. */
let searched = '';

export interface Inbox {
  scope: RemoteRead<InboxScope>;
  list: RemoteRead<InboxPage>;
  filters: Filters;
  /** Changes filters, and begins again at the first page unless told which. */
  filter(change: Partial<Filters>): void;
  search: string;
  searchFor(text: string): void;
  /** Whether something is narrowed down besides the box. */
  isFiltered: boolean;
  clear(): void;
}

export function useInboxScope(): RemoteRead<InboxScope> {
  const { get } = useFetchClient();
  return useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<InboxScope>(adminUrl('inboxScope'), { signal })).data,
      [get],
    ),
  );
}

export function useInbox(): Inbox {
  const { post } = useFetchClient();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState(searched);
  const filters = useMemo(() => filtersOf(params), [params]);
  const query: InboxQuery = useMemo(() => ({ ...filters, search }), [filters, search]);

  const scope = useInboxScope();
  const list = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await post<InboxPage>(adminUrl('inboxSearch'), query, { signal })).data,
      [post, query],
    ),
  );

  const filter = useCallback(
    (change: Partial<Filters>) => setParams(paramsOf({ ...filters, page: 1, ...change })),
    [filters, setParams],
  );
  const searchFor = useCallback(
    (text: string) => {
      searched = text.trim();
      setSearch(searched);
      setParams(paramsOf({ ...filters, page: 1 }));
    },
    [filters, setParams],
  );
  const clear = useCallback(() => {
    searched = '';
    setSearch('');
    setParams(paramsOf({ ...filtersOf(new URLSearchParams()), box: filters.box }));
  }, [filters.box, setParams]);

  const { administrationId, status, recipient, from, until } = filters;
  const isFiltered = Boolean(search || administrationId || status || recipient || from || until);
  return { scope, list, filters, filter, search, searchFor, isFiltered, clear };
}
