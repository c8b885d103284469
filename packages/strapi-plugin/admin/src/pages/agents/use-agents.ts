import {
  type Agent,
  type AgentInvited,
  type AgentPage,
  type AgentQuery,
  type AgentServices,
  type NewAgent,
} from '@guichet/contracts/admin/agents';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useDebounce, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

const PAUSE_MS = 300;

export interface Agents {
  list: RemoteRead<AgentPage>;
  search: string;
  searchFor(text: string): void;
  go(page: number): void;
  invite(agent: NewAgent): Promise<AgentInvited>;
}

export function useAgents(): Agents {
  const { post } = useFetchClient();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const settled = useDebounce(search.trim(), PAUSE_MS);
  const list = useRemote(
    useCallback(
      async (signal: AbortSignal) => {
        const query: AgentQuery = { search: settled, page };
        return (await post<AgentPage>(adminUrl('agentSearch'), query, { signal })).data;
      },
      [post, settled, page],
    ),
  );
  const searchFor = useCallback((text: string) => {
    setSearch(text);
    setPage(1);
  }, []);
  const invite = useCallback(
    async (agent: NewAgent) => (await post<AgentInvited>(adminUrl('agents'), agent)).data,
    [post],
  );
  return { list, search, searchFor, go: setPage, invite };
}

export interface OneAgent {
  read: RemoteRead<Agent>;
  store(services: AgentServices): Promise<void>;
}

export function useAgent(id: string): OneAgent {
  const { get, put } = useFetchClient();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Agent>(adminUrl('agent', id), { signal })).data,
      [get, id],
    ),
  );
  const { replace } = read;
  const store = useCallback(
    async (services: AgentServices) =>
      replace((await put<Agent>(adminUrl('agentServices', id), services)).data),
    [put, id, replace],
  );
  return { read, store };
}
