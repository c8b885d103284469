/** Sends one message to one endpoint, once. */
import type { WEBHOOK_TEST, WebhookAttempt, WebhookType } from '@guichet/contracts/admin/webhooks';
import type { Core } from '@strapi/types';
import { failureCode } from '../../jobs/failure-code.js';
import { ownerOfSecrets, type StoredEndpoint } from '../../store/webhooks.js';
import { getService } from '../../strapi/services.js';
import { openSecrets } from '../../vault/shared-secrets.js';
import { signedHeaders } from '../../vault/webhook-signature.js';
import { post } from './post.js';

export interface Message {
  /** The same each time it is sent. */
  id: string;
  type: WebhookType | typeof WEBHOOK_TEST;
  /** RFC 3339 in UTC: when what it tells happened. */
  at: string;
  data: object;
}

export type Sender = (
  endpoint: StoredEndpoint,
  message: Message,
  signal: AbortSignal,
) => Promise<WebhookAttempt>;

export function createSender(strapi: Core.Strapi): Sender {
  const { webhooks, publicUrl } = getService(strapi, 'settings');
  const vault = getService(strapi, 'vault');
  const reach = { ...webhooks, isDevelopment: publicUrl.protocol === 'http:' };

  return async (endpoint, { id, type, at, data }, signal) => {
    const now = new Date();
    const body = JSON.stringify({ type, timestamp: at, data });
    const headers = signedHeaders(openSecrets(vault, ownerOfSecrets(endpoint), endpoint, now), id, now, body);
    try {
      const status = await post(new URL(endpoint.url), headers, body, { ...reach, signal });
      return { at: now.toISOString(), status, error: null };
    } catch (error) {
      return { at: now.toISOString(), status: null, error: failureCode(error) };
    }
  };
}
