import type {
  AdminAdministration,
  AdministrationForm,
  AdministrationPage,
  AdministrationQuery,
} from '@guichet/contracts/admin/administrations';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useDebounce, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

const PAUSE_MS = 300;

export interface Administrations {
  list: RemoteRead<AdministrationPage>;
  search: string;
  searchFor(text: string): void;
  go(page: number): void;
}

export function useAdministrations(): Administrations {
  const { post } = useFetchClient();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const settled = useDebounce(search.trim(), PAUSE_MS);
  const list = useRemote(
    useCallback(
      async (signal: AbortSignal) => {
        const query: AdministrationQuery = { search: settled, page };
        return (await post<AdministrationPage>(adminUrl('administrationSearch'), query, { signal })).data;
      },
      [post, settled, page],
    ),
  );
  const searchFor = useCallback((text: string) => {
    setSearch(text);
    setPage(1);
  }, []);
  return { list, search, searchFor, go: setPage };
}

export interface OneAdministration {
  /** Null where a new one is being written. */
  read: RemoteRead<AdminAdministration | null>;
  /** @param seen the version that was on screen; null creates */
  store(form: AdministrationForm, seen: string | null): Promise<AdminAdministration>;
}

/** @param id null for a new one */
export function useAdministration(id: string | null): OneAdministration {
  const { get, post, put } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        id === null
          ? null
          : (await get<AdminAdministration>(adminUrl('administration', id), { signal })).data,
      [get, id],
    ),
  );
  const { replace } = read;
  const store = useCallback(
    async (form: AdministrationForm, seen: string | null) => {
      const { data } =
        id === null || seen === null
          ? await post<AdminAdministration>(adminUrl('administrations'), form)
          : await put<AdminAdministration>(adminUrl('administration', id), { ...form, seen });
      replace(data);
      return data;
    },
    [id, post, put, replace],
  );
  return { read, store };
}
