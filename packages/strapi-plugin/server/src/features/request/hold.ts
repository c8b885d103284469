import type { Tenant } from '../../domain/tenant.js';
import { endOfNextWorkingDay as endAt, territoryOf } from '../../domain/working-days.js';

/** When the mails of a suspect leave if no agent has sorted it. */
export function endOfNextWorkingDay(now: Date, { administration, departement }: Tenant): Date {
  return endAt(now, administration.timeZone, territoryOf(departement));
}
