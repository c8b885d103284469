import type { Anonymities, AnonymityEnd, NewAnonymity } from '@guichet/contracts/admin/anonymity';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

type Wanted = { [member in keyof NewAnonymity]: NewAnonymity[member] | null };

export interface AnonymitiesRead {
  read: RemoteRead<Anonymities>;
  /** Nobody chosen is null: the server says what is missing. */
  begin(wanted: Wanted): Promise<void>;
  end(agentId: number): Promise<void>;
}

/** Which agents of an administration are anonymous to residents, and who decided it. */
export function useAnonymities(administrationId: string): AnonymitiesRead {
  const { get, post } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        (await get<Anonymities>(adminUrl('anonymities', administrationId), { signal })).data,
      [get, administrationId],
    ),
  );
  const { replace } = read;
  const begin = useCallback(
    async (wanted: Wanted) =>
      replace((await post<Anonymities>(adminUrl('anonymities', administrationId), wanted)).data),
    [post, replace, administrationId],
  );
  const end = useCallback(
    async (agentId: number) => {
      const which: AnonymityEnd = { agentId };
      replace((await post<Anonymities>(adminUrl('anonymityEnd', administrationId), which)).data);
    },
    [post, replace, administrationId],
  );
  return { read, begin, end };
}
