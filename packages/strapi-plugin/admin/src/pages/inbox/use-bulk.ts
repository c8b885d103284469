/** Acting on several requests: what would be done first, then what was. */
import type { BulkAct, BulkDone, BulkOutcome, BulkQuery } from '@guichet/contracts/admin/bulk';
import type { InboxRow } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { type Failure, failureOf } from '../../shared/failure.js';
import { merged } from './bulk-outcomes.js';

export type Bulk =
  /** Not all is said that the action needs. */
  | { kind: 'open' }
  | { kind: 'rehearsing' }
  | { kind: 'rehearsed' | 'acting'; act: BulkAct; outcomes: readonly BulkOutcome[] }
  | { kind: 'done'; outcomes: readonly BulkOutcome[] }
  /** `isPartial`: some may have been done. To ask again tells which, and does none twice. */
  | { kind: 'failed'; failure: Failure; isPartial: boolean };

export interface OneBulk {
  bulk: Bulk;
  rehearse(act: BulkAct): Promise<void>;
  /** What was rehearsed, of what can be done. */
  perform(): Promise<void>;
  reset(): void;
}

export function useBulk(rows: readonly InboxRow[], done: () => void): OneBulk {
  const { post } = useFetchClient();
  const [bulk, setBulk] = useState<Bulk>({ kind: 'open' });

  const ask = useCallback(
    async (query: BulkQuery) => (await post<BulkDone>(adminUrl('inboxBulk'), query)).data.outcomes,
    [post],
  );
  const requestsOf = (some: readonly InboxRow[]) => some.map(({ id, version: seen }) => ({ id, seen }));

  return {
    bulk,

    async rehearse(act) {
      setBulk({ kind: 'rehearsing' });
      try {
        const outcomes = await ask({ act, requests: requestsOf(rows), rehearses: true });
        setBulk({ kind: 'rehearsed', act, outcomes });
      } catch (error) {
        setBulk({ kind: 'failed', failure: failureOf(error), isPartial: false });
      }
    },

    async perform() {
      if (bulk.kind !== 'rehearsed') return;
      const { act, outcomes } = bulk;
      const possible = new Set(outcomes.filter(({ result }) => result === 'done').map(({ id }) => id));
      setBulk({ kind: 'acting', act, outcomes });
      try {
        const performed = await ask({ act, requests: requestsOf(rows.filter(({ id }) => possible.has(id))) });
        setBulk({ kind: 'done', outcomes: merged(outcomes, performed) });
      } catch (error) {
        setBulk({ kind: 'failed', failure: failureOf(error), isPartial: true });
      }
      done();
    },

    reset: useCallback(() => setBulk({ kind: 'open' }), []),
  };
}
