import type { EdgeCall } from '../../edge/route.js';
import { getService } from '../../strapi/services.js';

/** Pays for one sending: of its network, of its administration. @throws ProblemError `rate-limited` */
export async function spendOne({
  strapi,
  tenant,
  network,
}: Pick<EdgeCall, 'strapi' | 'tenant' | 'network'>): Promise<void> {
  const rates = getService(strapi, 'rates');
  await rates.spend('send', network);
  await rates.spend('sendToAdministration', tenant.id);
}
