import { adminUrl } from '@guichet/contracts/admin/paths';
import type {
  AdministrationTeleprocedures,
  TeleprocedureChoice,
} from '@guichet/contracts/admin/teleprocedures';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

export interface ChoicesRead {
  read: RemoteRead<AdministrationTeleprocedures>;
  choose(choice: TeleprocedureChoice): Promise<void>;
}

/** @param id of the administration */
export function useChoices(id: string): ChoicesRead {
  const { get, put } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        (await get<AdministrationTeleprocedures>(adminUrl('administrationTeleprocedures', id), { signal }))
          .data,
      [get, id],
    ),
  );
  const { replace } = read;
  const choose = useCallback(
    async (choice: TeleprocedureChoice) =>
      replace(
        (await put<AdministrationTeleprocedures>(adminUrl('administrationTeleprocedures', id), choice)).data,
      ),
    [id, put, replace],
  );
  return { read, choose };
}
