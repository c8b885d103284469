/** Bytes to and from the server, which Strapi's client neither sends nor reads from a POST. */
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

export type AdminFetch = (
  url: string,
  init: { method: 'GET' | 'POST'; headers?: Record<string, string>; body?: string | Blob },
) => Promise<Response>;

/** @returns a fetch with the session, renewed by Strapi's own client where it is over; throws as that one does */
export function useAdminFetch(): AdminFetch {
  const { get } = useFetchClient();
  const token = useAuth('Guichet', (auth) => auth.token);
  const latest = useRef(token);
  latest.current = token;

  return useCallback(
    async (url, { headers, ...init }) => {
      const ask = () =>
        fetch(server() + url, {
          ...init,
          headers: { ...headers, Authorization: `Bearer ${latest.current ?? ''}` },
        });
      let response = await ask();
      if (response.status === 401) {
        await get(adminUrl('inboxScope'));
        response = await ask();
      }
      if (!response.ok) throw await rejectionOf(response);
      return response;
    },
    [get],
  );
}

/** Has the browser save what was fetched. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
