import type { Receipt } from '@guichet/contracts/receipt';
import type { Tenant } from '../../domain/tenant.js';

/** The registration receipt (CRPA R112-11-2), with who handles the request and how to reach them (R112-11-1, 2°). */
export function registrationReceipt({ administration, desks }: Tenant, recipient: string | null): Receipt {
  const desk = desks.find(({ slug }) => slug === recipient);
  const { name, human } = administration;
  const service = desk ? { ...desk, name: `${name}, ${desk.name}` } : { name, ...human };
  return {
    kind: 'registration',
    service: { name: service.name, address: service.address, email: service.email, phone: service.phone },
  };
}
