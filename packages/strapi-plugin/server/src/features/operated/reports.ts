/**
 * Requests that agents forward to a system of who is competent (CRPA L114-2), which takes reports and tells where they
 * stand. Each stands among those made at operators, so that polling asks about them all alike.
 */
import type { FollowedReport, ReportFailure, ReportTarget } from '@guichet/contracts/admin/report';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { foldTold } from '../../domain/operated.js';
import type { Tenant } from '../../domain/tenant.js';
import { addReport, findReport, toldOf } from '../../store/operated.js';
import type { SealedRequest } from '../../store/request-row.js';
import type { TimelineEvent } from '../../store/timeline.js';
import { getService } from '../../strapi/services.js';
import { connectionOf, type Defined, wordsOf } from './connected.js';

export interface ReportsService {
  /** Those offered to the administration, and on. */
  targets(tenant: Tenant): Promise<ReportTarget[]>;
  /** One of them, by its slug; null where it is none. */
  target(tenant: Tenant, slug: string): Promise<Defined | null>;
  /** To be sent soon, by the queue. Once for a request, until that has failed. */
  ask(trx: Knex.Transaction, request: SealedRequest, target: Defined, now: Date): Promise<void>;
  /** What became of it; null where it was sent to none. */
  of(request: SealedRequest, events: readonly TimelineEvent[]): Promise<FollowedReport | null>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    reports: ReportsService;
  }
}

/** The téléprocédure, offered or not by now; null where there is none. */
export async function definedById(strapi: Core.Strapi, id: string): Promise<Defined | null> {
  const { all } = await getService(strapi, 'teleprocedures').catalogue();
  return all.find(({ stored }) => stored.id === id) ?? null;
}

export function createReportsService({ strapi }: { strapi: Core.Strapi }): ReportsService {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');

  const offered = async (tenant: Tenant) =>
    (await getService(strapi, 'teleprocedures').open(tenant)).filter(
      (one) => connectionOf(strapi, one)?.connector.takes === 'report',
    );

  return {
    targets: async (tenant) =>
      (await offered(tenant)).map(({ stored: { slug }, title, operator }) => ({
        slug,
        title,
        operator: operator.name,
      })),

    target: async (tenant, slug) =>
      (await offered(tenant)).find(({ stored }) => stored.slug === slug) ?? null,

    async ask(trx, { id, reference, administrationId }, { stored, operator }, now) {
      await addReport(trx, vault, {
        id,
        reference,
        administrationId,
        teleprocedureId: stored.id,
        operatorId: operator.id,
        begunAt: now.toISOString(),
      });
      await getService(strapi, 'queue').enqueue(trx, [
        { queue: 'report', administrationId, payload: { requestId: id } },
      ]);
    },

    async of({ id }, events) {
      const report = events.some(({ kind }) => kind === 'report-asked') ? await findReport(knex, id) : null;
      const one = report && (await definedById(strapi, report.teleprocedureId));
      if (!report || !one) return null;
      const { name, phone } = one.operator;
      const { steps, status, reference, agency } = foldTold(
        await toldOf(knex, vault, report),
        wordsOf(strapi, one),
      );
      const { sending, staleSince } = report;
      const failed = events.findLast(({ kind }) => kind === 'report-failed');
      return {
        operator: { name, phone },
        state: sending === 'sent' || sending === 'failed' ? sending : 'waiting',
        why: sending === 'failed' ? ((failed?.facts['why'] as ReportFailure | undefined) ?? null) : null,
        reference: reference ?? report.operatorReference,
        agency,
        status,
        steps: steps.map(({ note = null, ...step }) => ({ ...step, note })),
        staleSince,
      };
    },
  };
}
