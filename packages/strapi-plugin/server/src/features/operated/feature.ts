import type { Core } from '@strapi/types';
import { forgetOperated } from '../../store/operated.js';
import { inTransaction } from '../../store/write.js';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { pollDue } from './polling.js';
import { createReportJob } from './reporting.js';
import { createReportsService } from './reports.js';
import { publicRoutes } from './routes.js';
import { createOperatedService } from './service.js';

/**
 * What is here of a request is where it stands, for its resident; the file, its retention and its archives are the
 * operator's (CRPA L114-4). A year after the last thing told nobody follows it any more: a decision can be challenged for
 * two months, and the longest silence means something after less (CRPA L231-1, L231-5).
 */
const KEPT_MS = 365 * 24 * 3_600_000;
const AT_ONCE = 500;
/** Reports at a time in one node: each mostly waits for its system. */
const CONCURRENCY = 5;

/** @returns how many were forgotten */
export async function forgetOld(strapi: Core.Strapi, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS).toISOString();
  let total = 0;
  for (;;) {
    const forgotten = await inTransaction(strapi, (trx) =>
      forgetOperated(trx, before, now.toISOString(), AT_ONCE),
    );
    total += forgotten;
    if (forgotten < AT_ONCE) return total;
  }
}

export const operated: Feature = {
  services: { operated: createOperatedService, reports: createReportsService },
  publicRoutes,
  bootstrap(strapi) {
    const queue = getService(strapi, 'queue');
    queue.work('report', createReportJob(strapi), { concurrency: CONCURRENCY });
    queue.schedule('poll-operators', '*/5 * * * *', (signal) => pollDue(strapi, new Date(), signal));
    queue.schedule('forget-operated', '29 3 * * *', async () => {
      await forgetOld(strapi, new Date());
    });
  },
};
