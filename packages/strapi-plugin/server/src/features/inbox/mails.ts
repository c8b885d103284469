/** The mails that facts call for, let go or withdraw. */
import type { DeliveryKind } from '@guichet/contracts/admin/deliveries';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { NewJob, Queues } from '../../jobs/queue.js';
import type { SealedRequest } from '../../store/request-row.js';
import type { TimelineKind } from '../../store/timeline.js';
import { getService } from '../../strapi/services.js';
import type { NewFact } from './facts.js';

/** To the resident. Several facts of one action that call for the same mail call for it once. */
const told: Readonly<Partial<Record<TimelineKind, DeliveryKind>>> = {
  acknowledged: 'acknowledgement',
  answered: 'answer-notice',
  closed: 'answer-notice',
  reopened: 'answer-notice',
  'items-asked': 'items-asked',
  forwarded: 'forwarded',
  granted: 'decision',
  refused: 'decision',
  'reasons-given': 'reasons',
  attested: 'attestation',
};

/** Owed to whoever wrote electronically: receipts (CRPA L112-11), and who is competent (L114-2). */
const isNoAnswer: ReadonlySet<DeliveryKind> = new Set(['acknowledgement', 'forwarded']);

/** What facts that an agent adds call for. Reads the database: to be asked before the transaction. */
export async function mailsOf(
  strapi: Core.Strapi,
  request: SealedRequest,
  facts: readonly NewFact[],
  { id: agentId, tellsColleague }: { id: number; tellsColleague: boolean },
): Promise<NewJob[]> {
  const { id: requestId, administrationId } = request;
  const kinds = facts.map(({ kind }) => kind);
  const { sender } = getService(strapi, 'store').open(request).content;
  // CRPA L112-14: who refuses is answered on paper, which the agent prints.
  const mayBeTold = (kind: DeliveryKind) => isNoAnswer.has(kind) || !sender.refusesElectronicReply;
  const toResident = new Set(kinds.map((kind) => told[kind]).filter((kind) => kind !== undefined));
  const payloads: Queues['mail'][] = [...toResident].filter(mayBeTold).map((kind) => ({ kind, requestId }));

  if (kinds.includes('draft-decided')) {
    const approvers = await getService(strapi, 'agents').serving(administrationId, 'inbox.approve');
    for (const { id } of approvers)
      if (id !== agentId) payloads.push({ kind: 'approval-notice', requestId, agentId: id });
  }
  const to = facts.find(({ kind }) => kind === 'assigned')?.facts?.['to'];
  if (tellsColleague && typeof to === 'number' && to !== agentId)
    payloads.push({ kind: 'assignment-notice', requestId, agentId: to });

  return payloads.map((payload) => ({ queue: 'mail', administrationId, payload }));
}

/** Adds the mails; those that waited for the request to be sorted leave, or never will. */
export async function enqueueMails(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { id: requestId, administrationId }: SealedRequest,
  facts: readonly NewFact[],
  mails: readonly NewJob[],
): Promise<void> {
  const queue = getService(strapi, 'queue');
  const held = { queue: 'mail', administrationId, requestId } as const;
  if (facts.some(({ kind }) => kind === 'released')) await queue.bringForward(trx, held);
  if (facts.some(({ kind }) => kind === 'rejected-as-abusive')) await queue.cancel(trx, held);
  if (mails.length) await queue.enqueue(trx, mails);
}
