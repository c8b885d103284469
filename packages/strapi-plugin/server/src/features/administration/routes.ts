import type { Administration } from '@guichet/contracts/administration';
import { routes } from '@guichet/contracts/routes';
import { civilDate } from '../../domain/civil-date.js';
import { endOfDay } from '../../domain/day-bounds.js';
import { memo } from '../../domain/memo.js';
import { cacheable } from '../../edge/cacheable.js';
import { route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';

/** The end of a civil day in a zone, in milliseconds: asked at every read, and the same for all of a day. */
const midnight = memo((key) => {
  const [day, timeZone] = key.split(' ') as [string, string];
  return Date.parse(endOfDay(day, timeZone));
}, 1000);

/** Seconds until what is said of the days to come is another; the rest may change at any time. */
function trueFor({ timeZone }: Administration, now: Date): number {
  return Math.floor((midnight(`${civilDate(now, timeZone)} ${timeZone}`) - now.getTime()) / 1000);
}

export const publicRoutes = [
  route({
    method: 'GET',
    path: routes.administration,
    access: 'anyone',
    limit: 0,
    schema: noQuery,
    rate: 'read',
    handle: (call) => {
      const { administration } = call.tenant;
      return cacheable(call, administration, 'application/json', trueFor(administration, new Date()));
    },
  }),
];
