/** One request: reading it, and acting on it without losing what was typed. */
import type { Action, ActOnRequest, InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import type { Nature } from '@guichet/contracts/request';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { type Failure, failureOf } from '../../shared/failure.js';
import { type RemoteRead, useRemote } from '../../shared/remote.js';
import { draftOf, hasDrafts, keepDraft } from './drafts.js';

export type Acting =
  | { kind: 'idle' }
  | { kind: 'acting'; action: Action }
  | { kind: 'done'; action: Action }
  | { kind: 'failed'; action: Action; failure: Failure };

/** An action without what it is based on, which the page adds. */
export type Wish =
  | { action: 'acknowledge'; nature: Nature }
  | { action: 'answer'; message: string; close: boolean }
  | { action: Exclude<Action, 'acknowledge' | 'answer'> };

export interface OneRequest {
  read: RemoteRead<InboxRequest>;
  acting: Acting;
  act(wish: Wish): Promise<void>;
  draft: string;
  write(text: string): void;
}

export function useRequest(id: string): OneRequest {
  const { get, post } = useFetchClient();
  const agent = useAuth('Guichet', ({ user }) => String(user?.id ?? ''));
  const [acting, setActing] = useState<Acting>({ kind: 'idle' });
  const [draft, setDraft] = useState(() => draftOf(agent, id));
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<InboxRequest>(adminUrl('inboxRequest', id), { signal })).data,
      [get, id],
    ),
  );
  const { remote, reload, replace } = read;
  const seen = remote.kind === 'ready' ? remote.data.version : null;

  const write = useCallback(
    (text: string) => {
      keepDraft(agent, id, text);
      setDraft(text);
    },
    [agent, id],
  );

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
        replace((await post<InboxRequest>(adminUrl('inboxActions', id), body)).data);
        if (wish.action === 'answer') write('');
        setActing({ kind: 'done', action: wish.action });
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

  return { read, acting, act, draft, write };
}
