/** Those that are followed side by side: their bearers travel from form to form. Nothing is kept here. */
import type { TrackedRequest } from '@guichet/contracts/tracking';
import type { EdgeCall } from '../../../edge/route.js';
import { ProblemError } from '../../../edge/problem-error.js';
import { getService } from '../../../strapi/services.js';

/** Besides the one that is shown. */
const MOST = 9;

export interface Followed {
  token: string;
  request: TrackedRequest;
}

type Carrying = Pick<EdgeCall, 'strapi' | 'tenant' | 'now'> & { input: unknown };

const unless = (code: ProblemError['code']) => (error: unknown) => {
  if (error instanceof ProblemError && error.code === code) return undefined;
  throw error;
};

/** Bearers that still open something, made to last as long as the page. */
export function othersOf({ strapi, tenant, now, input }: Carrying): string[] {
  const { others = '' } = (input ?? {}) as { others?: string };
  const tracking = getService(strapi, 'tracking');
  const bearers = others.split(' ').filter(Boolean);
  return bearers.slice(-MOST).flatMap((bearer) => {
    try {
      return tracking.renew({ tenant, now, bearer }).token;
    } catch (error) {
      return unless('token-invalid')(error) ?? [];
    }
  });
}

/** The others that are open, but the one that is shown. */
export async function followedBeside(call: Carrying, shown: TrackedRequest | null): Promise<Followed[]> {
  const { strapi, tenant, now } = call;
  const tracking = getService(strapi, 'tracking');
  const all = await Promise.all(
    othersOf(call).map(async (token) => {
      const request = await tracking.read({ tenant, now, bearer: token }).catch(unless('token-invalid'));
      return request && { token, request };
    }),
  );
  const beside = all.filter((one) => one !== undefined);
  // Opened twice, it is there once.
  const last = new Map(beside.map((one) => [one.request.reference, one]));
  if (shown) last.delete(shown.reference);
  return [...last.values()];
}
