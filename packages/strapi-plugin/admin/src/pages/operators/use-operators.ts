import { adminUrl } from '@guichet/contracts/admin/paths';
import type {
  NewOperator,
  OperatorChange,
  Operators,
  OperatorSecret,
} from '@guichet/contracts/admin/teleprocedures';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

export interface OperatorsRead {
  list: RemoteRead<Operators>;
  /** @returns the secret, told this once */
  add(operator: NewOperator): Promise<OperatorSecret>;
  change(id: string, change: OperatorChange): Promise<void>;
  /** @returns the new secret, told this once */
  rotate(id: string): Promise<OperatorSecret>;
}

export function useOperators(): OperatorsRead {
  const { get, post, put } = useFetchClient();
  const list = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Operators>(adminUrl('operators'), { signal })).data,
      [get],
    ),
  );
  const { reload } = list;
  const acts = useMemo(
    () => ({
      add: async (operator: NewOperator) => {
        const { data } = await post<OperatorSecret>(adminUrl('operators'), operator);
        reload();
        return data;
      },
      change: async (id: string, change: OperatorChange) => {
        await put(adminUrl('operator', id), change);
        reload();
      },
      rotate: async (id: string) => {
        const { data } = await post<OperatorSecret>(adminUrl('operatorSecret', id), {});
        reload();
        return data;
      },
    }),
    [post, put, reload],
  );
  return { list, ...acts };
}
