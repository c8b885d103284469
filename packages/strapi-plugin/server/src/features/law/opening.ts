import type { NewRequest } from '@guichet/contracts/request';
import { appealDistance } from '../../domain/appeal-distance.js';
import type { Channel } from '../../domain/acknowledgement.js';
import type { Opening } from '../../domain/case-events.js';
import { civilDate } from '../../domain/civil-date.js';
import { courtOf } from '../../domain/courts.js';
import { answerBy, type Procedure, silenceOfProcedure } from '../../domain/procedure.js';
import type { Tenant } from '../../domain/tenant.js';
import { territoryOf } from '../../domain/working-days.js';

/** Months that distance adds for who wrote, to go to the court of who decides (CJA R421-7). */
export function distanceTo(
  { departement }: Pick<Tenant, 'departement'>,
  { sender }: Pick<NewRequest, 'sender'>,
): Opening['distance'] {
  const court = courtOf(departement);
  // At the counter it may not have been given.
  const address = 'postalAddress' in sender && sender.postalAddress.postalCode ? sender.postalAddress : null;
  return court ? appealDistance(address, court) : 0;
}

/** What the reception of a request fixes: its procedure's rules of that day, in the administration's zone. */
export function openingOf(
  { administration, departement }: Pick<Tenant, 'administration' | 'departement'>,
  receivedAt: Date,
  { nature, sender }: Pick<NewRequest, 'nature' | 'sender'>,
  { prolongsSilence }: { prolongsSilence: boolean },
  procedure: Procedure,
  channel: Channel,
): Opening {
  const on = civilDate(receivedAt, administration.timeZone);
  return {
    on,
    // On the screen, at once; what comes otherwise is owed none (CRPA R112-11-2).
    registeredOn: channel === 'electronic' ? on : null,
    channel,
    nature,
    silence: silenceOfProcedure(procedure, nature),
    calendar: { territory: territoryOf(departement), prolongsSilence },
    distance: distanceTo({ departement }, { sender }),
    // What came on paper is kept on paper.
    ...(procedure.retention.transit && channel === 'electronic' && { transit: procedure.retention.transit }),
    ...(procedure.answer && {
      answer: { by: answerBy(procedure.answer, on), basis: procedure.answer.basis },
    }),
  };
}
