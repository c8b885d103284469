/** What a page reads from the server, in one union. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from './failure.js';

export type Remote<T> =
  | { kind: 'loading' }
  /** `stale`: shown while newer data are on their way. */
  | { kind: 'ready'; data: T; stale: boolean }
  | { kind: 'failed'; failure: Failure };

export interface RemoteRead<T> {
  remote: Remote<T>;
  reload(): void;
  /** Takes what an action has answered, instead of asking again. */
  replace(data: T): void;
}

/**
 * Reads with `load`, again whenever it changes (keep it stable with `useCallback`); a late answer to an earlier
 * question is dropped.
 */
export function useRemote<T>(load: (signal: AbortSignal) => Promise<T>): RemoteRead<T> {
  const [remote, setRemote] = useState<Remote<T>>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const latest = useRef<AbortController | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    latest.current = controller;
    setRemote((before) => (before.kind === 'ready' ? { ...before, stale: true } : { kind: 'loading' }));
    load(controller.signal).then(
      (data) => !controller.signal.aborted && setRemote({ kind: 'ready', data, stale: false }),
      (error: unknown) =>
        !controller.signal.aborted && setRemote({ kind: 'failed', failure: failureOf(error) }),
    );
    return () => controller.abort();
  }, [load, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const replace = useCallback((data: T) => {
    latest.current?.abort();
    setRemote({ kind: 'ready', data, stale: false });
  }, []);
  return { remote, reload, replace };
}
