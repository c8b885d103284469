/** What came in while the antivirus was away: set aside, read as soon as it is back. */
import type { Core } from '@strapi/types';
import { condemn, release, type StoredAttachment, waitingAttachments } from '../../store/attachments.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { VaultError } from '../../vault/vault.js';
import { beginScan, type Verdict } from './antivirus.js';
import type { SealedFiles } from './sealed-files.js';

const BATCH = 100;

/** @param signal stops between two files */
export async function readWaiting(
  strapi: Core.Strapi,
  files: SealedFiles,
  signal: AbortSignal,
): Promise<void> {
  const knex = getService(strapi, 'knex');
  const { clamd } = getService(strapi, 'settings').attachments;

  async function judge(file: StoredAttachment): Promise<Verdict> {
    // Taken out of the configuration: whoever did so has decided that nothing waits for it.
    if (!clamd) return 'clean';
    const scan = beginScan(clamd);
    try {
      for await (const part of files.bytesOf(file, await files.keyOf(file))) await scan.write(part);
      return await scan.end();
    } catch (error) {
      // Shredded: nobody will ever download it.
      if (error instanceof VaultError) return 'unread';
      throw error;
    } finally {
      scan.abort();
    }
  }

  for (let after = ''; ;) {
    const waiting = await waitingAttachments(knex, after, BATCH);
    for (const file of waiting) {
      if (signal.aborted) return;
      const verdict = await judge(file);
      if (verdict === 'away') return;
      if (verdict === 'clean') await release(knex, file.id);
      if (verdict === 'infected') await inTransaction(strapi, (trx) => condemn(trx, file.id));
    }
    if (waiting.length < BATCH) return;
    after = waiting.at(-1)!.id;
  }
}
