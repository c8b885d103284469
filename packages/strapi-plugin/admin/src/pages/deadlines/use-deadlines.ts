/** The deadlines of all that the agent serves: which mairie is in the address, so that going back finds it. */
import type { DeadlineGroup, Deadlines, DeadlinesQuery } from '@guichet/contracts/admin/deadlines';
import type { InboxScope } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type RemoteRead, useRemote } from '../../shared/remote.js';
import { useInboxScope } from '../inbox/use-inbox.js';

const ADMINISTRATION = 'administration';

export interface DeadlinesRead {
  scope: RemoteRead<InboxScope>;
  list: RemoteRead<Deadlines>;
  administrationId: string | null;
  choose(administrationId: string | null): void;
  go(group: DeadlineGroup, page: number): void;
}

export function useDeadlines(): DeadlinesRead {
  const { post } = useFetchClient();
  const [params, setParams] = useSearchParams();
  const [pages, setPages] = useState<DeadlinesQuery['pages']>({});
  const administrationId = params.get(ADMINISTRATION);
  const query: DeadlinesQuery = useMemo(() => ({ administrationId, pages }), [administrationId, pages]);
  const scope = useInboxScope();
  const list = useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        (await post<Deadlines>(adminUrl('inboxDeadlines'), query, { signal })).data,
      [post, query],
    ),
  );
  const choose = useCallback(
    (id: string | null) => {
      setPages({});
      setParams(id ? { [ADMINISTRATION]: id } : {});
    },
    [setParams],
  );
  const go = useCallback(
    (group: DeadlineGroup, page: number) => setPages((before) => ({ ...before, [group]: page })),
    [],
  );
  return { scope, list, administrationId, choose, go };
}
