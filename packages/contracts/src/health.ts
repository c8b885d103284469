/** `GET /api/guichet/health`: 200 while requests can be received, 503 otherwise. */
import * as z from 'zod';

export const health = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  checks: z.record(z.string(), z.enum(['ok', 'degraded', 'down'])),
});

export type Health = z.output<typeof health>;
