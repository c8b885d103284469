/**
 * What an operator tells of a request, signed as Standard Webhooks says with the secret that it shares with the hosting:
 * `POST /api/guichet/operators/{id}/events`. An event that came already, or that is older than the latest, changes
 * nothing and is answered alike.
 */
import * as z from 'zod';
import { OPERATOR_REFERENCE_MAX } from './frame.js';

export const OPERATOR_EVENTS_PATH = '/api/guichet/operators/:id/events';

const label = z.string().trim().min(1).max(200);

export const operatorEvent = z.object({
  type: z.enum(['request.submitted', 'request.updated']),
  /** When it happened, not when it was sent: what is shown is in this order. */
  timestamp: z.iso.datetime({ offset: true }),
  data: z.object({
    /** `guichet-start` of the URL by which the resident came. */
    start: z.string().max(500),
    /** The operator's own. */
    reference: z.string().trim().min(1).max(OPERATOR_REFERENCE_MAX),
    /** Its own word for where the request stands, which the téléprocédure's table gives a common status. */
    status: z.string().trim().min(1).max(100),
    /** As residents read it; absent: as the table says. No person, nothing of what was written. */
    label: label.optional(),
    /** Where the resident goes on, at the operator's: an item is missing, a decision can be read. */
    url: z.url().max(2000).optional(),
    /** The operator has acknowledged it (CRPA L114-4); `url`: where that can be read. */
    acknowledgement: z.object({ on: z.iso.date(), url: z.url().max(2000).optional() }).optional(),
  }),
});

export type OperatorEvent = z.output<typeof operatorEvent>;
