import type { AdministrationPage, AdministrationQuery } from '@guichet/contracts/admin/administrations';
import type { AdminDirectory, DirectoryChoices } from '@guichet/contracts/admin/directory';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type RemoteRead, useRemote } from '../../shared/remote.js';
import { ADMINISTRATION } from './addresses.js';

/**
 * Whose directories the agent may open, the first page of them, and which one the address names: the only one, or the
 * first of a few, where it names none; null where there are too many to guess.
 */
export function useChosen(): {
  mine: RemoteRead<AdministrationPage>;
  id: string | null;
  choose(id: string): void;
} {
  const { post } = useFetchClient();
  const [params, setParams] = useSearchParams();
  const mine = useRemote(
    useCallback(
      async (signal: AbortSignal) => {
        const query: AdministrationQuery = {};
        return (await post<AdministrationPage>(adminUrl('administrationSearch'), query, { signal })).data;
      },
      [post],
    ),
  );
  const page = mine.remote.kind === 'ready' ? mine.remote.data : null;
  const isFew = page !== null && page.total <= page.rows.length;
  return {
    mine,
    id: params.get(ADMINISTRATION) ?? (isFew ? (page.rows[0]?.id ?? null) : null),
    choose: useCallback((next: string) => setParams({ [ADMINISTRATION]: next }), [setParams]),
  };
}

export interface DirectoryRead {
  read: RemoteRead<AdminDirectory>;
  save(choices: DirectoryChoices): Promise<AdminDirectory>;
}

/** @param id of the administration */
export function useDirectory(id: string): DirectoryRead {
  const { get, put } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<AdminDirectory>(adminUrl('directory', id), { signal })).data,
      [get, id],
    ),
  );
  const { replace } = read;
  const save = useCallback(
    async (choices: DirectoryChoices) => {
      const { data } = await put<AdminDirectory>(adminUrl('directory', id), choices);
      replace(data);
      return data;
    },
    [id, put, replace],
  );
  return { read, save };
}
