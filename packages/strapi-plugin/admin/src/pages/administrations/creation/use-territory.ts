/** Administrations by the codes of their communes. */
import { adminUrl } from '@guichet/contracts/admin/paths';
import type {
  CreationByCode,
  CreationOrder,
  CreationOrders,
  CreationResult,
  CreationResults,
  TerritoryPreview,
  TerritoryQuery,
  TerritorySearch,
} from '@guichet/contracts/admin/territory';
import { useDebounce, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { type RemoteRead, useRemote } from '../../../shared/remote.js';

const PAUSE_MS = 300;
/** How often an order that goes on is looked at. */
const LOOK_MS = 5000;

export interface Search {
  typed: string;
  type(text: string): void;
  /** What is looked for; empty: nothing is. */
  search: string;
  found: RemoteRead<TerritorySearch>;
}

const nothing: TerritorySearch = { communes: [], territories: [] };

/** @param begun what is looked for at first */
export function useTerritorySearch(begun = ''): Search {
  const { post } = useFetchClient();
  const [typed, type] = useState(begun);
  const search = useDebounce(typed.trim(), PAUSE_MS);
  const found = useRemote(
    useCallback(
      async (signal: AbortSignal) => {
        if (!search) return nothing;
        const query: TerritoryQuery = { search };
        return (await post<TerritorySearch>(adminUrl('territorySearch'), query, { signal })).data;
      },
      [post, search],
    ),
  );
  return { typed, type, search, found };
}

/** @param code INSEE */
export function usePreview(code: string): {
  read: RemoteRead<TerritoryPreview>;
  create(): Promise<CreationResult>;
} {
  const { get, post } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        (await get<TerritoryPreview>(adminUrl('territoryCommune', code), { signal })).data,
      [code, get],
    ),
  );
  const create = useCallback(async () => {
    const asked: CreationByCode = { codes: [code] };
    const { results } = (await post<CreationResults>(adminUrl('administrationsByCode'), asked)).data;
    return results[0]!;
  }, [code, post]);
  return { read, create };
}

/** What was asked for whole territories; looked at again as long as something goes on. */
export function useCreations(): {
  read: RemoteRead<CreationOrders>;
  order(order: CreationOrder): Promise<void>;
} {
  const { get, post } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<CreationOrders>(adminUrl('creations'), { signal })).data,
      [get],
    ),
  );
  const { remote, reload, replace } = read;
  const goesOn = remote.kind === 'ready' && remote.data.orders.some(({ doneAt }) => doneAt === null);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [goesOn, reload]);
  const order = useCallback(
    async (asked: CreationOrder) => replace((await post<CreationOrders>(adminUrl('creations'), asked)).data),
    [post, replace],
  );
  return { read, order };
}
