/** The inbox as a spreadsheet. */
import * as z from 'zod';
import { inboxQuery } from './inbox.js';

/**
 * `POST /inbox/export`: all that the filters find, whatever the page, as CSV: UTF-8 with a byte order mark, semicolons,
 * CRLF, dates as `22/11/2026`. A POST, so that what was searched for stays out of access logs.
 */
export const exportQuery = inboxQuery.omit({ page: true }).extend({
  /** The sender's name and e-mail address: only where they are needed. */
  withPersonalData: z.boolean().default(false),
});

export type ExportQuery = z.input<typeof exportQuery>;
