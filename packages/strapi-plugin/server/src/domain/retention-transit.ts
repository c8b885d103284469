/** Requests that only pass through: handed to the service's own tools, then shredded here. */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { CaseFile } from './case-file.js';
import type { CivilDate } from './civil-date.js';

/** What nobody has taken over by then is kept here; three weeks remain of the three months. */
const LAPSE_DAYS = 70;
/** Mails that the acknowledgement or the delivery enqueued are tried for 72 hours. */
export const MAIL_DAYS = 3;

/** The last day to take a request over. */
export function takeOverBy(receivedOn: CivilDate): CivilDate {
  return daysAfter(receivedOn, LAPSE_DAYS);
}

/**
 * The day that something is to be done about a request that passes through: its alarm, or its shredding once it was
 * delivered, acknowledged with every mention (CRPA R112-11-1), and the mails have left. Null where there is nothing to
 * do, or it is held.
 *
 * @param owesAcknowledgement whether one is still to be sent
 */
export function transitOn(
  { transit, acknowledgement, opening, isHeld, isEliminated }: CaseFile,
  owesAcknowledgement: boolean,
): CivilDate | null {
  if (!transit || transit.lapsedOn !== null || isEliminated) return null;
  const { deliveredOn } = transit;
  if (deliveredOn === null) return daysAfter(takeOverBy(opening.on), 1);
  if (isHeld || owesAcknowledgement) return null;
  const last = acknowledgement && acknowledgement.on > deliveredOn ? acknowledgement.on : deliveredOn;
  return daysAfter(last, MAIL_DAYS + 1);
}
