import { exportQuery } from '@guichet/contracts/admin/export';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { Readable } from 'node:stream';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

export const adminRoutes = [
  gated('inbox.export', {
    method: 'POST',
    path: adminPaths.inboxExport,
    handler: adminHandler(exportQuery, async ({ strapi, user, body, ctx }) => {
      const lines = await getService(strapi, 'export').lines(user, body);
      ctx.set('Content-Type', 'text/csv; charset=utf-8');
      ctx.set('Content-Disposition', 'attachment; filename="demandes.csv"');
      ctx.set('X-Content-Type-Options', 'nosniff');
      // As they are read: a list of any length takes the memory of one batch. Where it breaks, so does the download.
      return Readable.from(lines, { objectMode: false });
    }),
  }),
];
