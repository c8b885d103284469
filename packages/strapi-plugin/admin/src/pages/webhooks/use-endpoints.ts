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
  const acts = useMemo(() => {
    const then = <T>(data: T): T => {
      reload();
      return data;
    };
    return {
      add: async (endpoint: NewEndpoint) =>
        then((await post<EndpointSecret>(adminUrl('webhooks'), endpoint)).data),
      change: async (id: string, change: EndpointChange) =>
        then(void (await put(adminUrl('webhook', id), change))),
      rotate: async (id: string) =>
        then((await post<EndpointSecret>(adminUrl('webhookSecret', id), {})).data),
      test: async (id: string) => (await post<EndpointTest>(adminUrl('webhookTest', id), {})).data,
      remove: async (id: string) => then(void (await del(adminUrl('webhook', id)))),
      replay: async (id: string) => then(void (await post(adminUrl('webhookReplay', id), {}))),
    };
  }, [post, put, del, reload]);
  return { list, ...acts };
}
