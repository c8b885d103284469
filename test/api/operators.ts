/** An operator, its téléprocédures, and how it tells of them. */
import type { NewTeleprocedure } from '@guichet/contracts/admin/teleprocedures';
import type { OperatorEvent } from '@guichet/contracts/operator-event';
import { OPERATOR_EVENTS_PATH } from '@guichet/contracts/operator-event';
import { noProcedureFacts } from '@guichet/contracts/directory';
import { pathOf } from '@guichet/contracts/routes';
import { randomUUID } from 'node:crypto';
import {
  addOperator,
  ownerOfOperatorSecrets,
} from '../../packages/strapi-plugin/server/src/store/operators.js';
import {
  addTeleprocedure,
  sealConnectorSecret,
  type TeleprocedureDefinition,
} from '../../packages/strapi-plugin/server/src/store/teleprocedures.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { sealSecrets } from '../../packages/strapi-plugin/server/src/vault/shared-secrets.js';
import {
  makeSecret,
  signedHeaders,
} from '../../packages/strapi-plugin/server/src/vault/webhook-signature.js';
import { FAVRIL, type Reply } from './calls.js';
import type { Harness } from './harness.js';

export interface TestOperator {
  id: string;
  secret: string;
  origin: string;
}

export async function makeOperator({ strapi, knex }: Harness, origin: string): Promise<TestOperator> {
  const id = randomUUID();
  const secret = makeSecret();
  const vault = getService(strapi, 'vault');
  await addOperator(knex, {
    id,
    version: 1,
    name: 'Crèches de l’agglo',
    origin,
    phone: '02 99 00 12 34',
    email: 'creches@agglo.example',
    address: '1 rue des Berceaux, 28000 Chartres',
    website: null,
    administrationId: null,
    secrets: sealSecrets(vault, ownerOfOperatorSecrets(id), secret, null, new Date()),
  });
  getService(strapi, 'teleprocedures').refresh();
  return { id, secret, origin };
}

const definition: TeleprocedureDefinition = {
  introduction: '',
  furthest: 'hand-off',
  facts: noProcedureFacts,
  offline: '',
  allow: [],
  connector: null,
  statuses: [
    { word: 'depose', label: 'Demande déposée', status: 'received' },
    { word: 'commission', label: 'En commission', status: 'in-progress' },
    { word: 'attribuee', label: 'Place attribuée', status: 'answered' },
  ],
  isReserved: false,
  takesPrefill: true,
};

/** Offered to all. @returns its slug and id */
export async function makeTeleprocedure(
  { strapi, knex }: Harness,
  operator: TestOperator,
  changes: Partial<TeleprocedureDefinition> & { slug?: string; path?: string; secret?: string } = {},
): Promise<{ slug: string; id: string }> {
  const {
    slug = `creche-${randomUUID().slice(0, 8)}`,
    path = '/creche?site=28',
    secret,
    ...defined
  } = changes;
  const id = randomUUID();
  const offer: NewTeleprocedure['offer'] = { to: 'all' };
  await addTeleprocedure(knex, {
    id,
    slug,
    ownerId: null,
    operatorId: operator.id,
    title: 'Inscription en crèche',
    path,
    offer,
    definition: { ...definition, ...defined },
    connectorSecret: secret ? sealConnectorSecret(getService(strapi, 'vault'), id, secret) : null,
  });
  getService(strapi, 'teleprocedures').refresh();
  return { slug, id };
}

/** Calls a téléprocédure's route as a page of `origin` does. */
export async function callTeleprocedure<T>(
  harness: Harness,
  route: 'teleprocedureStarts' | 'teleprocedureSubmissions' | 'teleprocedureLinks',
  slug: string,
  body: unknown,
  {
    code = '28148',
    origin = FAVRIL,
    key = randomUUID(),
  }: { code?: string; origin?: string; key?: string } = {},
): Promise<Reply<T>> {
  const response = await fetch(harness.origin + pathOf(route, code, slug), {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}

type Told = Partial<Omit<OperatorEvent, 'data'>> & {
  data: Partial<OperatorEvent['data']> & { start: string };
};

/** What an operator tells, as it is sent. */
export function anEvent({ data, ...changes }: Told): string {
  return JSON.stringify({
    type: 'request.updated',
    timestamp: new Date().toISOString(),
    ...changes,
    data: { reference: 'CR-2026-17', status: 'depose', ...data },
  });
}

interface Signing {
  id?: string;
  at?: Date;
  /** In the place of those that are right. */
  headers?: Record<string, string>;
}

/** As it goes over the network, signed with the operator's secret. */
export function messageOf(
  { secret }: Pick<TestOperator, 'id' | 'secret'>,
  body: string,
  { id = randomUUID(), at = new Date(), headers = {} }: Signing = {},
): { headers: Record<string, string>; bytes: Buffer } {
  return { headers: { ...signedHeaders([secret], id, at, body), ...headers }, bytes: Buffer.from(body) };
}

export async function tell(
  harness: Harness,
  operator: Pick<TestOperator, 'id' | 'secret'>,
  body: string,
  signing: Signing = {},
): Promise<{ status: number; text: string }> {
  const { headers, bytes } = messageOf(operator, body, signing);
  const response = await fetch(harness.origin + OPERATOR_EVENTS_PATH.replace(':id', operator.id), {
    method: 'POST',
    headers,
    body: new Uint8Array(bytes),
  });
  return { status: response.status, text: await response.text() };
}
