/** A request made at an operator, as its resident follows it. */
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { instantWithOffset } from '../../domain/civil-date.js';
import { foldTold, type OperatorWord, type Told } from '../../domain/operated.js';
import type { Tenant } from '../../domain/tenant.js';
import type { OperatedRequest } from '../../store/operated.js';

export interface AtOperator {
  /** As it was called where the resident began. */
  title: string;
  operator: { name: string; phone: string; email: string | null };
  words: readonly OperatorWord[];
}

/**
 * Nothing of it is for the mairie to decide, to acknowledge, or to be silent on (CRPA L114-4): what there is, is what the
 * operator has told.
 */
export function operatedRequestOf(
  request: OperatedRequest,
  told: readonly Told[],
  { title, operator, words }: AtOperator,
  { administration: { timeZone } }: Pick<Tenant, 'administration'>,
): TrackedRequest {
  const at = (instant: string) => instantWithOffset(new Date(instant), timeZone);
  const { steps, status, reference, url, acknowledgement, isSent, sentAt } = foldTold(told, words);
  return {
    reference: request.reference,
    receivedAt: at(sentAt ?? request.claimedAt ?? request.begunAt),
    nature: 'request',
    subject: title,
    recipient: null,
    status,
    canWrite: false,
    canWithdraw: false,
    correctable: null,
    acknowledgement: null,
    acknowledgementDueBy: null,
    silence: null,
    decision: null,
    items: null,
    forwarded: null,
    operated: {
      operator,
      reference: reference ?? request.operatorReference,
      isSent: isSent || request.claimedAt !== null,
      isConfirmed: request.confirmedAt !== null,
      steps: steps.map((step) => ({ ...step, at: at(step.at) })),
      url,
      acknowledgement,
      staleSince: request.staleSince && at(request.staleSince),
    },
    canAskReasons: false,
    reasons: null,
    canAskAttestation: false,
    attestation: null,
    documents: [],
    timeline: [],
  };
}
