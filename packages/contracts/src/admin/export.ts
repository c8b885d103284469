/** The inbox as a spreadsheet. */
import * as z from 'zod';
import { BULK_MAX } from './bulk.js';
import { inboxQuery } from './inbox.js';

/**
 * `POST /inbox/export`: all that the filters find, whatever the page, as CSV: UTF-8 with a byte order mark, semicolons,
 * CRLF, dates as `22/11/2026`. A POST, so that what was searched for stays out of access logs.
 */
export const exportQuery = inboxQuery.omit({ page: true }).extend({
  /** Only these, of those the agent serves, whatever the other filters. */
  ids: z.array(z.string().min(1).max(64)).min(1).max(BULK_MAX).nullable().default(null),
  /** The sender's name and e-mail address: only where they are needed. */
  withPersonalData: z.boolean().default(false),
});

export type ExportQuery = z.input<typeof exportQuery>;
