/** What is due to the archives of one administration: which, is in the address. */
import type { InboxScope } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import type { NewSlip, Retention, SlipAgreement, SlipSheet } from '@guichet/contracts/admin/retention';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type RemoteRead, useRemote } from '../../shared/remote.js';
import { saveFile, useAdminFetch } from '../../shared/use-files.js';
import { useInboxScope } from '../inbox/use-inbox.js';

const ADMINISTRATION = 'administration';

/** @returns who is served, and which of them the page is about: the first where the address names none */
export function useChosen(): {
  scope: RemoteRead<InboxScope>;
  chosen: InboxScope['administrations'][number] | null;
  choose(id: string): void;
} {
  const scope = useInboxScope();
  const [params, setParams] = useSearchParams();
  const id = params.get(ADMINISTRATION);
  const served = scope.remote.kind === 'ready' ? scope.remote.data.administrations : [];
  return {
    scope,
    chosen: served.find((one) => one.id === id) ?? served[0] ?? null,
    choose: useCallback((next: string) => setParams({ [ADMINISTRATION]: next }), [setParams]),
  };
}

/** Every act answers the whole page anew. */
export interface RetentionRead {
  read: RemoteRead<Retention>;
  make(slip: NewSlip): Promise<void>;
  agree(slipId: string, agreement: SlipAgreement): Promise<void>;
  withdraw(slipId: string): Promise<void>;
  sheet(slipId: string): Promise<SlipSheet>;
  /** Has the browser save the list. */
  download(slipId: string, number: string): Promise<void>;
}

/** @param id of the administration */
export function useRetention(id: string): RetentionRead {
  const { get, post, del } = useFetchClient();
  const ask = useAdminFetch();
  const read = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Retention>(adminUrl('retention', id), { signal })).data,
      [get, id],
    ),
  );
  const { replace } = read;
  const acts = useMemo(
    () => ({
      make: async (slip: NewSlip) =>
        replace((await post<Retention>(adminUrl('retentionSlips', id), slip)).data),
      agree: async (slipId: string, agreement: SlipAgreement) =>
        replace((await post<Retention>(adminUrl('retentionAgreement', slipId), agreement)).data),
      withdraw: async (slipId: string) =>
        replace((await del<Retention>(adminUrl('retentionSlip', slipId))).data),
      sheet: async (slipId: string) => (await get<SlipSheet>(adminUrl('retentionSlip', slipId))).data,
      download: async (slipId: string, number: string) => {
        const response = await ask(adminUrl('retentionSlipCsv', slipId), { method: 'GET' });
        saveFile(await response.blob(), `bordereau-${number}.csv`);
      },
    }),
    [ask, del, get, id, post, replace],
  );
  return { read, ...acts };
}
