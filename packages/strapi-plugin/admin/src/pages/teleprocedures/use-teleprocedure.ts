import { adminUrl } from '@guichet/contracts/admin/paths';
import type {
  AdminTeleprocedure,
  NewTeleprocedure,
  Operator,
  Operators,
  TeleprocedureChange,
  Teleprocedures,
  TeleprocedureWithdrawal,
} from '@guichet/contracts/admin/teleprocedures';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

/** What the page of one needs. */
export interface TeleprocedureFound {
  /** Null where a new one is being written. */
  teleprocedure: AdminTeleprocedure | null;
  catalogue: Teleprocedures;
  operators: Operator[];
}

/** Every act answers it as it stands then. */
export interface OneTeleprocedure {
  read: RemoteRead<TeleprocedureFound>;
  add(teleprocedure: NewTeleprocedure): Promise<AdminTeleprocedure>;
  change(change: TeleprocedureChange): Promise<AdminTeleprocedure>;
  /** Asks the operator's address now. */
  probe(): Promise<AdminTeleprocedure>;
  withdraw(withdrawal: TeleprocedureWithdrawal): Promise<AdminTeleprocedure>;
  /** @param seen the version that was on screen */
  reinstate(seen: number): Promise<AdminTeleprocedure>;
}

/** @param slug null for a new one */
export function useTeleprocedure(slug: string | null): OneTeleprocedure {
  const { get, post, put } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal): Promise<TeleprocedureFound> => {
        const ask = async <T>(url: string) => (await get<T>(url, { signal })).data;
        const [catalogue, { operators }, teleprocedure] = await Promise.all([
          ask<Teleprocedures>(adminUrl('teleprocedures')),
          ask<Operators>(adminUrl('operators')),
          slug === null ? null : ask<AdminTeleprocedure>(adminUrl('teleprocedure', slug)),
        ]);
        return { teleprocedure, catalogue, operators };
      },
      [get, slug],
    ),
  );
  const { remote, replace } = read;
  const found = remote.kind === 'ready' ? remote.data : null;
  const acts = useMemo(() => {
    const known = (teleprocedure: AdminTeleprocedure) => {
      if (found) replace({ ...found, teleprocedure });
      return teleprocedure;
    };
    const id = slug ?? '';
    return {
      add: async (teleprocedure: NewTeleprocedure) =>
        (await post<AdminTeleprocedure>(adminUrl('teleprocedures'), teleprocedure)).data,
      change: async (change: TeleprocedureChange) =>
        known((await put<AdminTeleprocedure>(adminUrl('teleprocedure', id), change)).data),
      probe: async () => known((await post<AdminTeleprocedure>(adminUrl('teleprocedureProbe', id), {})).data),
      withdraw: async (withdrawal: TeleprocedureWithdrawal) =>
        known((await post<AdminTeleprocedure>(adminUrl('teleprocedureWithdrawal', id), withdrawal)).data),
      reinstate: async (seen: number) =>
        known((await post<AdminTeleprocedure>(adminUrl('teleprocedureReinstatement', id), { seen })).data),
    };
  }, [found, post, put, replace, slug]);
  return { read, ...acts };
}
