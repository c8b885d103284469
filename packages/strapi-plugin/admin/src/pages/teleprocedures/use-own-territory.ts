/** To whom an owner may offer without the hosting's leave. */
import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import { adminUrl } from '@guichet/contracts/admin/paths';
import type { Audience, AudienceQuery } from '@guichet/contracts/admin/teleprocedures';
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

/** @returns what finds these by name or code; none without an owner */
export function useAudience(ownerId: string | undefined) {
  const { post } = useFetchClient();
  const search = useCallback(
    async (text: string, signal: AbortSignal) => {
      const query: AudienceQuery = { ownerId: ownerId ?? '', search: text };
      return (await post<Audience>(adminUrl('teleprocedureAudience'), query, { signal })).data;
    },
    [ownerId, post],
  );
  return ownerId === undefined ? undefined : search;
}
