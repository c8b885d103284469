/** Taking a list out as a file. */
import type { ExportQuery } from '@guichet/contracts/admin/export';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useCallback } from 'react';
import { saveFile, useAdminFetch } from '../../shared/use-files.js';

/** @returns downloads what the query finds */
export function useExport(): (query: ExportQuery) => Promise<void> {
  const ask = useAdminFetch();
  return useCallback(
    async (query) => {
      const response = await ask(adminUrl('inboxExport'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(query),
      });
      saveFile(await response.blob(), `demandes-${new Date().toISOString().slice(0, 10)}.csv`);
    },
    [ask],
  );
}
