/** The inbox's state: filters in the address, so that going back finds them; what was searched for never there. */
import {
  type Box,
  boxes,
  type InboxPage,
  type InboxQuery,
  type InboxScope,
} from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { requestStatuses, type RequestStatus } from '@guichet/contracts/tracking';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

export interface Filters {
  box: Box;
  administrationId: string | null;
  status: RequestStatus | null;
  recipient: string | null;
  from: string | null;
  until: string | null;
  page: number;
}

const isOneOf = <T extends string>(all: readonly T[], text: string | null): text is T =>
  (all as readonly (string | null)[]).includes(text);
const isDate = (text: string | null): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/** @param params of the page's address, which anyone may have written */
export function filtersOf(params: URLSearchParams): Filters {
  const text = (name: string) => params.get(name)?.slice(0, 64) || null;
  const box = params.get('box');
  const status = params.get('status');
  const page = Number(params.get('page'));
  return {
    box: isOneOf(boxes, box) ? box : 'waiting',
    administrationId: text('administrationId'),
    status: isOneOf(requestStatuses, status) ? status : null,
    recipient: text('recipient'),
    from: isDate(params.get('from')) ? params.get('from') : null,
    until: isDate(params.get('until')) ? params.get('until') : null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** @returns the address's parameters, without what is as it would be anyway */
export function paramsOf(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value === null || (name === 'page' && value === 1) || (name === 'box' && value === 'waiting')) continue;
    params.set(name, String(value));
  }
  return params;
}

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
