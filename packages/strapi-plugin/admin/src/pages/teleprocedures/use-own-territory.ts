import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';
import { type Territory, territoryOf } from './offer-form.js';

/** @param id of the administration whose communes they are */
export function useOwnTerritory(id: string): RemoteRead<Territory | null> {
  const { get } = useFetchClient();
  return useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        territoryOf((await get<AdminAdministration>(adminUrl('administration', id), { signal })).data),
      [get, id],
    ),
  );
}
