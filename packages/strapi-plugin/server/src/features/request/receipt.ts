import type { Receipt } from '@guichet/contracts/receipt';
import { serviceOf, type Tenant } from '../../domain/tenant.js';

/** The registration receipt (CRPA R112-11-2), with who handles the request and how to reach them (R112-11-1, 2°). */
export function registrationReceipt(tenant: Tenant, recipient: string | null): Receipt {
  return { kind: 'registration', service: serviceOf(tenant, recipient) };
}
