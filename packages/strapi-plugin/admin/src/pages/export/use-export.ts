/** Taking a list out as a file. */
import type { ExportQuery } from '@guichet/contracts/admin/export';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useRef } from 'react';

/** Where the panel finds its server: what Strapi's client uses, which its types leave out. */
const server = () => (window as unknown as { strapi: { backendURL: string } }).strapi.backendURL;

/** As Strapi's fetch client fails, for `failureOf`. */
async function rejectionOf(response: Response): Promise<unknown> {
  const data: unknown = await response.json().catch(() => null);
  return { status: response.status, response: { data } };
}

/**
 * Strapi's client reads no file from a POST. This one does, and has the session renewed by that client where it is over.
 *
 * @returns downloads what the query finds
 */
export function useExport(): (query: ExportQuery) => Promise<void> {
  const { get } = useFetchClient();
  const token = useAuth('Guichet', (auth) => auth.token);
  const latest = useRef(token);
  latest.current = token;

  return useCallback(
    async (query) => {
      const ask = () =>
        fetch(server() + adminUrl('inboxExport'), {
          method: 'POST',
          headers: { Authorization: `Bearer ${latest.current ?? ''}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(query),
        });
      let response = await ask();
      if (response.status === 401) {
        await get(adminUrl('inboxScope'));
        response = await ask();
      }
      if (!response.ok) throw await rejectionOf(response);
      save(await response.blob());
    },
    [get],
  );
}

function save(file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `demandes-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
