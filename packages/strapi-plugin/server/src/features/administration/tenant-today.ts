/** Tenants are kept in memory, longer still while the database is away: what they say of hours and holidays ends at midnight. */
import { civilDate, type CivilDate } from '../../domain/civil-date.js';
import { hoursOn } from '../../domain/hours-today.js';
import type { Tenant } from '../../domain/tenant.js';

/** One object a day, so that what is made of it is made once. */
const dated = new WeakMap<Tenant, { day: CivilDate; tenant: Tenant }>();

/** @param kept as it was read, which stays the same object */
export function tenantToday<T extends Tenant | null>(kept: T): T | Tenant {
  if (!kept) return kept;
  const day = civilDate(new Date(), kept.administration.timeZone);
  const known = dated.get(kept);
  if (known?.day === day) return known.tenant;
  const tenant = hoursOn(kept, day);
  dated.set(kept, { day, tenant });
  return tenant;
}
