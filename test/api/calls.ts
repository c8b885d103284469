/** Administrations to test with, what a resident sends them, and how a page calls the API. */
import type { Problem } from '@guichet/contracts/problem';
import type { NewRequestBody, RequestCreated } from '@guichet/contracts/request';
import { IDEMPOTENCY_KEY, pathOf, type Route } from '@guichet/contracts/routes';
import type { TrackingOpened } from '@guichet/contracts/tracking';
import { randomUUID } from 'node:crypto';
import type {
  AdministrationInput,
  DeskInput,
} from '../../packages/strapi-plugin/server/src/features/administration/schema.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
// The services' types come with the plugin.
import type {} from '../../packages/strapi-plugin/server/src/index.js';
import type { Harness } from './harness.js';

/** The origin of the commune's own site. */
export const FAVRIL = 'https://www.lefavril.example';
export const TRILPORT = 'https://trilport.example';

/** A valid SIREN for a number: eight digits and their Luhn check. */
export function sirenOf(number: number): string {
  const digits = String(20_000_000 + number);
  for (let check = 0; check < 10; check++) {
    const siren = digits + check;
    const sum = [...siren].reverse().reduce((total, digit, i) => {
      const weighed = Number(digit) * (i % 2 ? 2 : 1);
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
    if (sum % 10 === 0) return siren;
  }
  throw new Error('unreachable');
}

export const favril: AdministrationInput = {
  siren: sirenOf(1),
  insee: '28148',
  name: 'Mairie du Favril',
  kind: 'commune',
  phone: '01 99 00 28 14',
  email: 'mairie@lefavril.example',
  address: '1 place de l’Église, 28190 Le Favril',
  hours: ['Lundi et jeudi : 9 h – 12 h'],
  origins: [FAVRIL],
};

export const trilport: AdministrationInput = {
  ...favril,
  siren: sirenOf(2),
  insee: '77475',
  name: 'Mairie de Trilport',
  phone: '01 99 00 77 47',
  email: 'mairie@trilport.example',
  address: '5 rue du Général de Gaulle, 77470 Trilport',
  origins: [TRILPORT],
};

export const roads: DeskInput = {
  slug: 'voirie',
  name: 'Service voirie',
  email: 'voirie@lefavril.example',
  phone: '01 99 00 28 15',
  address: '1 place de l’Église, 28190 Le Favril',
};

/** Le Favril with its roads service, and Trilport. @returns their immutable ids */
export async function seed({ strapi }: Harness): Promise<{ favril: string; trilport: string }> {
  const administrations = getService(strapi, 'administration');
  const first = await administrations.create(favril);
  const second = await administrations.create(trilport);
  await administrations.addDesk(first.uid, roads);
  return { favril: first.uid, trilport: second.uid };
}

type Individual = Extract<NewRequestBody['sender'], { kind: 'individual' }>;

export const angela: Individual = {
  kind: 'individual',
  familyName: 'Dubois',
  givenName: 'Angela',
  email: 'angela.dubois@boite.example',
  postalAddress: { lines: ['3 rue de la Mairie'], postalCode: '28190', city: 'Le Favril', country: 'FR' },
};

/** A request that can be sent. Without a form token it is a suspect: see {@link begun}. */
export function aRequest(changes: Partial<NewRequestBody> = {}): NewRequestBody {
  return {
    procedure: 'contact',
    nature: 'request',
    recipient: null,
    sender: angela,
    subject: 'Éclairage',
    message: 'Le lampadaire de la rue de l’Église ne s’allume plus.',
    ...changes,
  };
}

export interface Reply<T> {
  status: number;
  headers: Headers;
  body: T;
}

export interface CallOptions {
  origin?: string | null;
  key?: string;
  bearer?: string;
  headers?: Record<string, string>;
}

/** Calls a route of the API as a page of `origin` does. */
export async function call<T = Problem>(
  harness: Harness,
  method: 'GET' | 'POST',
  route: Route,
  code: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Reply<T>> {
  const { origin = FAVRIL, key, bearer, headers } = options;
  const response = await fetch(harness.origin + pathOf(route, code), {
    method,
    headers: {
      ...(origin !== null && { Origin: origin }),
      ...(key && { [IDEMPOTENCY_KEY]: key }),
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : undefined) as T,
  };
}

/** Sends a request to Le Favril, or to the administration of `code`. */
export function send<T = RequestCreated>(
  harness: Harness,
  body: unknown = aRequest(),
  options: CallOptions & { code?: string } = {},
): Promise<Reply<T>> {
  const { code = '28148', ...rest } = options;
  return call<T>(harness, 'POST', 'requests', code, body, { key: randomUUID(), ...rest });
}

/** A form token as a person who takes a minute gets it. */
export function begun({ strapi }: Harness, tenantId: string): string {
  const minuteAgo = new Date(Date.now() - 60_000);
  return getService(strapi, 'request').formToken({ id: tenantId } as never, minuteAgo);
}

export function openTracking<T = TrackingOpened>(
  harness: Harness,
  body: unknown,
  options: CallOptions & { code?: string } = {},
): Promise<Reply<T>> {
  const { code = '28148', ...rest } = options;
  return call<T>(harness, 'POST', 'tracking', code, body, rest);
}
