import { adminUrl } from '@guichet/contracts/admin/paths';
import type {
  EndpointChange,
  Endpoints,
  EndpointSecret,
  EndpointTest,
  NewEndpoint,
} from '@guichet/contracts/admin/webhooks';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

export interface EndpointsRead {
  list: RemoteRead<Endpoints>;
  /** @returns the secret, told this once */
  add(endpoint: NewEndpoint): Promise<EndpointSecret>;
  change(id: string, change: EndpointChange): Promise<void>;
  rotate(id: string): Promise<EndpointSecret>;
  test(id: string): Promise<EndpointTest>;
  remove(id: string): Promise<void>;
  replay(deliveryId: string): Promise<void>;
}

export function useEndpoints(): EndpointsRead {
  const { get, post, put, del } = useFetchClient();
  const list = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Endpoints>(adminUrl('webhooks'), { signal })).data,
      [get],
    ),
  );
  const { reload } = list;
  const acts = useMemo(
    () => ({
      add: async (endpoint: NewEndpoint) => {
        const { data } = await post<EndpointSecret>(adminUrl('webhooks'), endpoint);
        reload();
        return data;
      },
      change: async (id: string, change: EndpointChange) => {
        await put(adminUrl('webhook', id), change);
        reload();
      },
      rotate: async (id: string) => {
        const { data } = await post<EndpointSecret>(adminUrl('webhookSecret', id), {});
        reload();
        return data;
      },
      test: async (id: string) => (await post<EndpointTest>(adminUrl('webhookTest', id), {})).data,
      remove: async (id: string) => {
        await del(adminUrl('webhook', id));
        reload();
      },
      replay: async (id: string) => {
        await post(adminUrl('webhookReplay', id), {});
        reload();
      },
    }),
    [post, put, del, reload],
  );
  return { list, ...acts };
}
