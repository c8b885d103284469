/**
 * Sends a request to a system of who is competent, and records it as forwarded once that has taken it: before, nobody is
 * told that it was (CRPA L114-2). A report has nothing by which sending it twice would be harmless. So it is sent again
 * only where it is certain that it was not taken; where it is not, it is looked for, and what is not found comes back to
 * an agent.
 */
import { type NewReport, type ReportFailure, reportText } from '@guichet/contracts/admin/report';
import type { Sender } from '@guichet/contracts/request';
import type { Core } from '@strapi/types';
import { type Begun, ConnectorFailure, type Report, type Reporter } from '../../connectors/connector.js';
import { civilDate } from '../../domain/civil-date.js';
import { askedStep, foldTold } from '../../domain/operated.js';
import { nextPoll, pollAgain } from '../../domain/polling.js';
import { caseKindRefusal } from '../../domain/request-state.js';
import type { Tenant } from '../../domain/tenant.js';
import { newId } from '../../jobs/new-id.js';
import { type JobHandler, Postponed } from '../../jobs/queue.js';
import {
  changeSending,
  findReport,
  holdOperated,
  notePoll,
  type OperatedRequest,
  saveHandle,
  type Sending,
  toldOf,
} from '../../store/operated.js';
import type { SealedRequest } from '../../store/request-row.js';
import type { TimelineEvent } from '../../store/timeline.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { connectionOf, type Defined, wordsOf, worldOf } from './connected.js';
import { record } from './keeping.js';
import { definedById } from './reports.js';

/** Nobody waits for it. */
const PATIENCE_MS = 15_000;
/** After that somebody calls: a hole in a road does not wait. */
const GIVE_UP_MS = 48 * 3_600_000;
/** A system may show a report some time after it took it: it is looked for after 10, 30 and 70 minutes. */
const LOOKS = 3;

function reporterOf(sender: Sender, told: NewReport['reporter']): Reporter {
  const { email, phone } = sender;
  const names =
    'familyName' in sender
      ? { givenName: sender.givenName, familyName: sender.familyName }
      : 'name' in sender
        ? { familyName: sender.name }
        : {};
  return {
    ...(told.includes('name') && names),
    ...(told.includes('email') && { email }),
    ...(told.includes('phone') && phone !== null && { phone }),
  };
}

interface Sent {
  request: SealedRequest;
  asked: TimelineEvent;
  report: OperatedRequest;
  tenant: Tenant;
  one: Defined;
  now: Date;
}

/** The system has it: it is forwarded, in the name of the agent who said so, and followed from now on. */
async function taken(strapi: Core.Strapi, { request, asked, tenant, one, now }: Sent, begun: Begun) {
  const vault = getService(strapi, 'vault');
  const words = wordsOf(strapi, one);
  const at = now.toISOString();
  const { agentName, shownAs, to, message } = asked.content;
  const { administrationId, id: requestId } = request;
  await inTransaction(strapi, async (trx) => {
    const { request: held } = await holdOperated(trx, requestId);
    if (!held || !(await changeSending(trx, held, { to: 'sent', failures: 0, failedSince: null }))) return;
    await saveHandle(trx, vault, held, begun.handle);
    const step = askedStep([], words, begun.standing, newId(), now);
    if (step) await record(strapi, trx, held, { step, words }, now);
    const { status } = foldTold(await toldOf(trx, vault, held), words);
    await notePoll(
      trx,
      requestId,
      nextPoll({ status, isSent: true, quietSince: now }, now)?.toISOString() ?? null,
    );
    const appended = await getService(strapi, 'store').append(trx, {
      requestId,
      administrationIds: [administrationId],
      kind: 'forwarded',
      by: 'agent',
      ...(asked.agentId !== null && { agentId: asked.agentId }),
      on: civilDate(now, tenant.administration.timeZone),
      facts: { to: { kind: 'elsewhere' } },
      content: {
        ...(agentName !== undefined && { agentName }),
        ...(shownAs !== undefined && { shownAs }),
        ...(to && { to }),
        ...(message !== undefined && { message }),
      },
      at,
    });
    // Withdrawn or decided in the moment of its sending: it is followed all the same.
    if (!appended.ok) return;
    await getService(strapi, 'queue').enqueue(trx, [
      { queue: 'mail', administrationId, payload: { kind: 'forwarded', requestId } },
    ]);
  });
}

/** It comes back to an agent, who is told why. */
async function failed(
  strapi: Core.Strapi,
  { request, report, now }: Pick<Sent, 'request' | 'report' | 'now'>,
  why: ReportFailure,
): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    if (!(await changeSending(trx, report, { to: 'failed', failures: 0, failedSince: null }))) return;
    await getService(strapi, 'store').append(trx, {
      requestId: request.id,
      administrationIds: [request.administrationId],
      kind: 'report-failed',
      by: 'system',
      facts: { why },
      at: now.toISOString(),
    });
  });
}

/** @throws Postponed, once it is kept how far it is */
async function later(
  strapi: Core.Strapi,
  report: OperatedRequest,
  to: Sending,
  { failures, retryAfter, now }: { failures: number; retryAfter: number | null; now: Date },
): Promise<never> {
  const failedSince = report.staleSince ?? now.toISOString();
  await changeSending(getService(strapi, 'knex'), report, { to, failures, failedSince });
  throw new Postponed(pollAgain(Math.max(1, failures), retryAfter, now));
}

function reportOf(strapi: Core.Strapi, request: SealedRequest, { content }: TimelineEvent): Report {
  const { description, position, address, reporter } = content.report!;
  const { sender } = getService(strapi, 'store').open(request).content;
  return {
    description: reportText(description, request.reference),
    position,
    address: address || null,
    reporter: reporterOf(sender, reporter),
  };
}

/** @throws Postponed */
export async function sendReport(
  strapi: Core.Strapi,
  requestId: string,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const knex = getService(strapi, 'knex');
  const store = getService(strapi, 'store');
  const request = await store.find(requestId);
  const report = request && (await findReport(knex, requestId));
  if (!report || (report.sending !== 'waiting' && report.sending !== 'trying')) return;
  const tenant = await getService(strapi, 'administration').byId(request.administrationId);
  const events = await store.timeline(request);
  const asked = events.findLast(({ kind }) => kind === 'report-asked');
  if (!tenant || !asked?.content.report) return;
  const one = await definedById(strapi, report.teleprocedureId);
  const slug = one?.stored.slug ?? '';
  const isOffered = (await getService(strapi, 'reports').target(tenant, slug)) !== null;
  const connection = one && connectionOf(strapi, one);
  const isUnsure = report.sending === 'trying';
  if (!connection || (!isOffered && !isUnsure))
    return failed(strapi, { request, report, now }, isUnsure ? 'unsure' : 'unlinked');
  const { connector, link } = connection;
  const world = worldOf(strapi, now, PATIENCE_MS, signal);
  const isLate = now.getTime() - Date.parse(asked.at) > GIVE_UP_MS;
  const sent: Sent = { request, asked, report, tenant, one, now };

  if (isUnsure) {
    const failures = report.pollFailures + 1;
    let retryAfter: number | null = null;
    try {
      const lost = { mark: request.reference, since: new Date(asked.at) };
      const found = (await connector.find?.(link, lost, world)) ?? null;
      if (found) return await taken(strapi, sent, found);
      if (failures >= LOOKS || !connector.find) return await failed(strapi, sent, 'unsure');
    } catch (error) {
      if (!(error instanceof ConnectorFailure)) throw error;
      // A system that lists no reports will not tell later either.
      if (isLate || error.code === 'refused') return failed(strapi, sent, 'unsure');
      retryAfter = error.retryAfter;
      return later(strapi, report, 'trying', { failures: report.pollFailures, retryAfter, now });
    }
    return later(strapi, report, 'trying', { failures, retryAfter, now });
  }

  const today = civilDate(now, tenant.administration.timeZone);
  const state = getService(strapi, 'law').stateOf(request, events);
  if (caseKindRefusal(state, 'forwarded', today)) return failed(strapi, sent, 'moot');
  // Before anything leaves: whatever becomes of this process, it is not sent a second time as if nothing had been.
  const { pollFailures: before, staleSince } = report;
  if (!(await changeSending(knex, report, { to: 'trying', failures: 0, failedSince: staleSince }))) return;
  const trying: Sent = { ...sent, report: { ...report, sending: 'trying' } };
  try {
    const whole = { language: 'fr', prefill: {}, report: reportOf(strapi, request, asked) } as const;
    return await taken(strapi, trying, await connector.begin(link, whole, world));
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    const { code, retryAfter } = error;
    if (code === 'refused') return failed(strapi, trying, 'refused');
    if (error.isUnsure) return later(strapi, trying.report, 'trying', { failures: 0, retryAfter, now });
    if (isLate) return failed(strapi, trying, 'down');
    return later(strapi, trying.report, 'waiting', { failures: before + 1, retryAfter, now });
  }
}

export function createReportJob(strapi: Core.Strapi): JobHandler<'report'> {
  return ({ payload: { requestId }, signal }) => sendReport(strapi, requestId, new Date(), signal);
}
