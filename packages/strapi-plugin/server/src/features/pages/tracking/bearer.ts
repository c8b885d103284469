import { getService } from '../../../strapi/services.js';
import type { Call } from './replies.js';

/** What the bearer of a form opens: the request, and another bearer for the next page. */
export function bearerOf({ strapi, tenant, now, input }: Call) {
  const tracking = getService(strapi, 'tracking');
  const call = { tenant, now, bearer: input.token };
  return { read: () => tracking.read(call), token: () => tracking.renew(call).token };
}
