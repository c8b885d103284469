/** Mails that could not be delivered in 72 hours: what is shown of them, which is nothing of what residents wrote. */
import type { AdministrationTag } from './inbox.js';

export const deliveryKinds = [
  'registration-receipt',
  'acknowledgement',
  'service-notice',
  'answer-notice',
  'tracking-link',
  /** One link to all that is followed from an address. */
  'tracking-links',
  /** The reference of what was sent to an operator, and a link to follow it. */
  'operated-receipt',
  'correction-receipt',
  'message-notice',
  'deadline-notice',
  'items-asked',
  'forwarded',
  'decision',
  'reasons',
  'attestation',
  /** To the service: nobody has taken over in time what only passes through. */
  'transit-notice',
  /** To those who may approve. */
  'approval-notice',
  /** To whom a request was assigned. */
  'assignment-notice',
] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

export interface FailedDelivery {
  id: string;
  kind: DeliveryKind;
  administration: AdministrationTag;
  /** Of the request it is about, null where that is no longer kept. */
  reference: string | null;
  /** Where the inbox shows the request; null for who does not serve its administration. */
  requestId: string | null;
  /** RFC 3339 in UTC. */
  enqueuedAt: string;
  failedAt: string;
  attempts: number;
  /** The last failure's code, `ECONNECTION` or `EENVELOPE-550`: an SMTP client's words, no sentence, no address. */
  error: string;
}

/**
 * `GET /deliveries`: of the administrations the agent serves; of all for who has `administrations.manage`. Newest
 * failure first, one hundred at most. `POST /deliveries/:id/replay` sends one again: 200 without a body, or `not-found`.
 */
export interface FailedDeliveries {
  deliveries: FailedDelivery[];
}
