import type { Tenant } from '../../domain/tenant.js';
import { Temporal } from 'temporal-polyfill';

/** When the mails of a suspect leave if no agent has sorted it: R112-11-2 leaves one working day for the receipt. */
export function endOfNextWorkingDay(now: Date, { administration }: Tenant): Date {
  const { timeZone } = administration;
  let day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: '18:00' }).epochMilliseconds);
}
