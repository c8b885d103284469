import type { Absence, AbsenceChange } from '@guichet/contracts/admin/absence';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

export interface OwnAbsence {
  read: RemoteRead<Absence>;
  store(absence: AbsenceChange['absence']): Promise<void>;
}

export function useAbsence(): OwnAbsence {
  const { get, put } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Absence>(adminUrl('inboxAbsence'), { signal })).data,
      [get],
    ),
  );
  const { replace } = read;
  const store = useCallback(
    async (absence: AbsenceChange['absence']) => {
      const change: AbsenceChange = { absence };
      replace((await put<Absence>(adminUrl('inboxAbsence'), change)).data);
    },
    [put, replace],
  );
  return { read, store };
}
