/** One request: reading it, and acting on it without losing what was typed. */
import type { AdministrationTag, InboxForwarded, InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Action, ActOnRequest } from '@guichet/contracts/admin/inbox-actions';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { type Failure, failureOf } from '../../shared/failure.js';
import { type RemoteRead, useRemote } from '../../shared/remote.js';
import { type Drafts, draftsOf, hasDrafts, keepDrafts } from './drafts.js';
import { spentBy, type Wish } from './wish.js';

export type Acting =
  | { kind: 'idle' }
  | { kind: 'acting'; action: Action }
  | { kind: 'done'; action: Action }
  /** It is now another administration's, which the agent does not serve. */
  | { kind: 'gone'; to: AdministrationTag }
  | { kind: 'failed'; action: Action; failure: Failure };

export interface OneRequest {
  read: RemoteRead<InboxRequest>;
  acting: Acting;
  act(wish: Wish): Promise<void>;
  drafts: Partial<Drafts>;
  /** Keeps what is typed in a form; undefined for what is given up. */
  write<Form extends keyof Drafts>(form: Form, draft: Drafts[Form] | undefined): void;
  /** Of who looks, as a colleague of others. */
  agentId: number;
}

export function useRequest(id: string): OneRequest {
  const { get, post } = useFetchClient();
  const agentId = useAuth('Guichet', ({ user }) => Number(user?.id));
  const agent = String(agentId);
  const [acting, setActing] = useState<Acting>({ kind: 'idle' });
  const [drafts, setDrafts] = useState(() => draftsOf(agent, id));
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<InboxRequest>(adminUrl('inboxRequest', id), { signal })).data,
      [get, id],
    ),
  );
  const { remote, reload, replace } = read;
  const seen = remote.kind === 'ready' ? remote.data.version : null;

  const write: OneRequest['write'] = useCallback((form, draft) => {
    setDrafts(({ [form]: _, ...others }) => (draft === undefined ? others : { ...others, [form]: draft }));
  }, []);

  useEffect(() => keepDrafts(agent, id, drafts), [agent, drafts, id]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => hasDrafts() && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  const act = useCallback(
    async (wish: Wish) => {
      if (seen === null) return;
      setActing({ kind: 'acting', action: wish.action });
      try {
        const body: ActOnRequest = { ...wish, seen };
        const { data } = await post<InboxRequest | InboxForwarded>(adminUrl('inboxActions', id), body);
        if ('forwardedTo' in data) {
          setDrafts({});
          setActing({ kind: 'gone', to: data.forwardedTo });
          return;
        }
        replace(data);
        for (const form of spentBy(wish)) write(form, undefined);
        // Approved with a signature, it is notified at once.
        const isNotified = wish.action === 'approve' && wish.signature != null;
        setActing({ kind: 'done', action: isNotified ? 'notify' : wish.action });
      } catch (error) {
        const failure = failureOf(error);
        setActing({ kind: 'failed', action: wish.action, failure });
        // Shows what the other agent did; what was typed here stays.
        const isStale =
          failure.kind === 'problem' && ['request-changed', 'not-possible'].includes(failure.code);
        if (isStale) reload();
      }
    },
    [id, post, reload, replace, seen, write],
  );

  return { read, acting, act, drafts, write, agentId };
}
