import { adminUrl } from '@guichet/contracts/admin/paths';
import type { Teleprocedures } from '@guichet/contracts/admin/teleprocedures';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

/** The catalogue. */
export function useTeleprocedures(): RemoteRead<Teleprocedures> {
  const { get } = useFetchClient();
  return useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Teleprocedures>(adminUrl('teleprocedures'), { signal })).data,
      [get],
    ),
  );
}
