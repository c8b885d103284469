/** What a resident does by the widgets of the commune's site, as calls of the API: for journeys about the mairie. */
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { NewRequestBody, RequestCreated } from '@guichet/contracts/request';
import { IDEMPOTENCY_KEY, pathOf, type Route } from '@guichet/contracts/routes';
import type { TrackedRequest, TrackingOpened } from '@guichet/contracts/tracking';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from './demo.js';

const FAVRIL = '28148';

async function call<T>(method: 'GET' | 'POST', route: Route, body?: unknown): Promise<T> {
  const reply = await fetch(at('hosting') + pathOf(route, FAVRIL), {
    method,
    headers: {
      Origin: at('favril'),
      'Content-Type': 'application/json',
      [IDEMPOTENCY_KEY]: randomUUID(),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${method} ${route}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

/** A form that was begun, and when. */
interface BegunForm {
  formToken: string;
  begunAt: number;
}

export async function beginForm(): Promise<BegunForm> {
  const { formToken } = await call<{ formToken: string }>('GET', 'formToken');
  return { formToken, begunAt: Date.now() };
}

/** What is sent sooner is sorted as a robot's. */
const WRITTEN_MS = 3500;

/** Angela Dubois asks Le Favril for something. */
export async function ask(
  subject: string,
  { formToken, begunAt }: BegunForm,
  procedure: string = GENERAL_FORM,
): Promise<RequestCreated> {
  const body: NewRequestBody = {
    procedure,
    nature: 'request',
    recipient: null,
    sender: {
      kind: 'individual',
      familyName: 'Dubois',
      givenName: 'Angela',
      email: `angela.${Date.now()}@example.org`,
      postalAddress: { lines: ['3 rue de la Mairie'], postalCode: '28190', city: 'Le Favril', country: 'FR' },
    },
    subject,
    message: 'Je souhaite occuper la place le 14 décembre.',
    formToken,
  };
  await sleep(Math.max(0, begunAt + WRITTEN_MS - Date.now()));
  return call<RequestCreated>('POST', 'requests', body);
}

/** Opens what was asked. */
export async function follow({
  reference,
  trackingCode,
}: Pick<RequestCreated, 'reference' | 'trackingCode'>): Promise<TrackedRequest> {
  return (await call<TrackingOpened>('POST', 'tracking', { reference, trackingCode })).request;
}
