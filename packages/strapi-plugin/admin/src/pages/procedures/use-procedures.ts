import { adminUrl } from '@guichet/contracts/admin/paths';
import type {
  AdminProcedures,
  NewProcedure,
  ProcedureChange,
  ReadyMade,
} from '@guichet/contracts/admin/procedures';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

/** Every act answers the whole list anew. */
export interface ProceduresRead {
  read: RemoteRead<AdminProcedures>;
  add(procedure: NewProcedure): Promise<void>;
  addReadyMade(readyMade: ReadyMade): Promise<void>;
  change(change: ProcedureChange): Promise<void>;
}

/** @param id of the administration */
export function useProcedures(id: string): ProceduresRead {
  const { get, post, put } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        (await get<AdminProcedures>(adminUrl('procedures', id), { signal })).data,
      [get, id],
    ),
  );
  const { replace } = read;
  const acts = useMemo(
    () => ({
      add: async (procedure: NewProcedure) =>
        replace((await post<AdminProcedures>(adminUrl('procedures', id), procedure)).data),
      addReadyMade: async (readyMade: ReadyMade) =>
        replace((await post<AdminProcedures>(adminUrl('readyMadeProcedures', id), { readyMade })).data),
      change: async (change: ProcedureChange) =>
        replace((await put<AdminProcedures>(adminUrl('procedures', id), change)).data),
    }),
    [id, post, put, replace],
  );
  return { read, ...acts };
}
