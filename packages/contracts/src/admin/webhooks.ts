/**
 * What an administration's other software is told, at addresses of its own, as Standard Webhooks says: the body is
 * `{ type, timestamp, data }`, signed with a secret that only the two share.
 */
import * as z from 'zod';
import type { RequestStatus } from '../tracking.js';
import type { AdministrationTag } from './inbox.js';

/** Of one administration: more would be a way to flood others. */
export const ENDPOINTS_MAX = 10;
export const ENDPOINT_URL_MAX = 500;
/** Of one endpoint, newest first. */
export const WEBHOOK_DELIVERIES_SHOWN = 20;

/**
 * `request.received` and `request.updated` say which request and where it stands (`ThinRequest`); `request.transferred`
 * hands over the whole of it, files included, of a procedure whose requests are not kept here.
 */
export const webhookTypes = ['request.received', 'request.updated', 'request.transferred'] as const;
export type WebhookType = (typeof webhookTypes)[number];

/** What a test delivery is of. */
export const WEBHOOK_TEST = 'guichet.test';

/** `data` of the thin types. No person, nothing of what was written. */
export interface ThinRequest {
  /** Its INSEE code or SIREN. */
  administration: string;
  reference: string;
  /** The procedure's slug. */
  procedure: string;
  /** `forwarded`: to another administration of the hosting; nothing is told of it here any more. */
  status: RequestStatus | 'forwarded';
  /** RFC 3339, in the administration's own zone. */
  receivedAt: string;
}

const types = z
  .array(z.enum(webhookTypes))
  .min(1, 'required')
  .refine((all) => new Set(all).size === all.length, 'invalid');
const url = z.string().trim().min(1, 'required').max(ENDPOINT_URL_MAX, 'too-long');

/** `POST /webhooks`. */
export const newEndpoint = z.strictObject({ administrationId: z.string().min(1).max(64), url, types });
export type NewEndpoint = z.input<typeof newEndpoint>;

/** `PUT /webhooks/:id`. */
export const endpointChange = z.strictObject({ url, types, isEnabled: z.boolean() });
export type EndpointChange = z.input<typeof endpointChange>;

/** What came of trying once. */
export interface WebhookAttempt {
  /** RFC 3339 in UTC. */
  at: string;
  /** HTTP status of the reply; null where none came. */
  status: number | null;
  /** Why none came: `ECONNREFUSED`, `private-address`, `timeout`; null where one did. */
  error: string | null;
}

export interface WebhookDelivery extends WebhookAttempt {
  /** The `webhook-id` header. */
  id: string;
  type: WebhookType;
  /** How often it was tried so far. */
  attempts: number;
  /** `waiting`: will be tried again; `dead`: given up, can be sent again by hand. */
  state: 'delivered' | 'waiting' | 'dead';
}

export interface Endpoint {
  id: string;
  administration: AdministrationTag;
  url: string;
  types: WebhookType[];
  isEnabled: boolean;
  /** Until when the secret before the present one signs too; null where none does. RFC 3339 in UTC. */
  formerSecretUntil: string | null;
  /** Newest first. */
  deliveries: WebhookDelivery[];
}

/** `GET /webhooks`: of the administrations that the agent serves. */
export interface Endpoints {
  endpoints: Endpoint[];
}

/** `POST /webhooks` and `POST /webhooks/:id/secret`: the secret is told this once. */
export interface EndpointSecret {
  endpoint: Endpoint;
  /** `whsec_` and 32 bytes in base64. */
  secret: string;
}

/** `POST /webhooks/:id/test`. `POST /webhooks/deliveries/:id/replay` answers 200 without a body, or `not-found`. */
export type EndpointTest = WebhookAttempt;
