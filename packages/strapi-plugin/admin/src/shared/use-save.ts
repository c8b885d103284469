import { useCallback, useState } from 'react';
import { type Failure, failureOf } from './failure.js';

export type Saving =
  { kind: 'idle' } | { kind: 'saving' } | { kind: 'saved' } | { kind: 'failed'; failure: Failure };

/** Sends a form once at a time, and keeps what the server had against it. */
export function useSave(): { saving: Saving; save(send: () => Promise<void>): Promise<void> } {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const save = useCallback(async (send: () => Promise<void>) => {
    setSaving({ kind: 'saving' });
    try {
      await send();
      setSaving({ kind: 'saved' });
    } catch (error) {
      setSaving({ kind: 'failed', failure: failureOf(error) });
    }
  }, []);
  return { saving, save };
}
