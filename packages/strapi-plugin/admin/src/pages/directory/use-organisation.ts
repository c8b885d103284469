import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { AdminDirectory, AdminOrganisation, NewOrganisation } from '@guichet/contracts/admin/directory';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

export interface OrganisationFound {
  /** Null where a new one is being written. */
  organisation: AdminOrganisation | null;
  /** Whose directory the agent came from. */
  administration: AdminAdministration;
  mayEdit: boolean;
  mayShare: boolean;
}

export interface OneOrganisation {
  read: RemoteRead<OrganisationFound>;
  /** @param seen the version that was on screen; null creates */
  store(form: NewOrganisation, seen: number | null): Promise<AdminOrganisation>;
  remove(): Promise<void>;
}

/**
 * @param administrationId whose directory
 * @param id null for a new one
 */
export function useOrganisation(administrationId: string, id: string | null): OneOrganisation {
  const { get, post, put, del } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal): Promise<OrganisationFound> => {
        const ask = async <T>(url: string) => (await get<T>(url, { signal })).data;
        const [administration, directory, organisation] = await Promise.all([
          ask<AdminAdministration>(adminUrl('administration', administrationId)),
          id === null ? ask<AdminDirectory>(adminUrl('directory', administrationId)) : null,
          id === null ? null : ask<AdminOrganisation>(adminUrl('directoryOrganisation', id)),
        ]);
        return {
          organisation,
          administration,
          mayEdit: organisation?.mayEdit ?? administration.mayConfigure,
          mayShare: (organisation ? organisation.owner?.mayShare : directory?.mayShare) ?? false,
        };
      },
      [administrationId, get, id],
    ),
  );
  const acts = useMemo(
    () => ({
      store: async (form: NewOrganisation, seen: number | null) =>
        (id === null || seen === null
          ? await post<AdminOrganisation>(adminUrl('directory', administrationId), form)
          : await put<AdminOrganisation>(adminUrl('directoryOrganisation', id), { ...form, seen })
        ).data,
      remove: async () => {
        if (id !== null) await del(adminUrl('directoryOrganisation', id));
      },
    }),
    [administrationId, del, id, post, put],
  );
  return { read, ...acts };
}
