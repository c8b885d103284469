import * as z from 'zod';
import { isLoopbackHost } from '../domain/loopback.js';

/** An exact origin, by https; by http on the loopback alone. `https://host`, without a path. */
export const webOrigin = z.string().refine((text) => {
  const url = URL.parse(text);
  if (url?.origin !== text) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
});
