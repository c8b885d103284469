import type { OperatedQuery, OperatedRequests } from '@guichet/contracts/admin/operated';
import { adminUrl } from '@guichet/contracts/admin/paths';
import type { RequestStatus } from '@guichet/contracts/tracking';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';
import { useSave, type Saving } from '../../shared/use-save.js';

export interface OperatedFilters {
  administrationId: string | null;
  teleprocedure: string | null;
  status: RequestStatus | null;
  reference: string;
}

const none: OperatedFilters = { administrationId: null, teleprocedure: null, status: null, reference: '' };

export interface Operated {
  list: RemoteRead<OperatedRequests>;
  filters: OperatedFilters;
  isFiltered: boolean;
  filter(change: Partial<OperatedFilters>): void;
  clear(): void;
  /** What came of asking for the rest. */
  further: Saving;
  /** Adds the next page to what is shown. */
  more(): void;
}

/** The requests made at operators, page after page in one list. */
export function useOperated(): Operated {
  const { post } = useFetchClient();
  const [filters, setFilters] = useState(none);
  const { saving: further, save } = useSave();
  const search = useCallback(
    async (query: OperatedQuery, signal?: AbortSignal) =>
      (await post<OperatedRequests>(adminUrl('operatedSearch'), query, signal ? { signal } : {})).data,
    [post],
  );
  const list = useRemote(useCallback((signal: AbortSignal) => search(filters, signal), [search, filters]));
  const shown = list.remote.kind === 'ready' ? list.remote.data : null;
  const more = () =>
    void save(async () => {
      if (!shown) return;
      const next = await search({ ...filters, after: shown.next });
      list.replace({ ...next, requests: [...shown.requests, ...next.requests] });
    });
  return {
    list,
    filters,
    isFiltered: JSON.stringify(filters) !== JSON.stringify(none),
    filter: (change) => setFilters((before) => ({ ...before, ...change })),
    clear: () => setFilters(none),
    further,
    more,
  };
}
