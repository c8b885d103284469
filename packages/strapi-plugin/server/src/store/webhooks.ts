/** Where administrations' other software is told what happens, and what came of telling it. */
import type { WebhookType } from '@guichet/contracts/admin/webhooks';
import type { Knex } from 'knex';
import {
  type SealedSecrets,
  sealedSecretsOf,
  secretColumns,
  type SecretColumns,
  type SecretOwner,
} from '../vault/shared-secrets.js';

const ENDPOINTS = 'guichet_webhook_endpoints';
const DELIVERIES = 'guichet_webhook_deliveries';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(ENDPOINTS, (table) => {
    table.text('id').primary();
    table.text('administration_id').notNullable();
    table.text('url').notNullable();
    /** A space between them. */
    table.text('types').notNullable();
    table.text('wrapped_key').notNullable();
    table.text('secret').notNullable();
    /** The secret before this one, which signs too until then; null, both, where none does. */
    table.text('former_secret');
    table.text('former_until');
    /** The ring's key that wrapped theirs. */
    table.text('key_id').notNullable();
    table.text('disabled_at');
    table.unique(['administration_id', 'url']);
  });
  await knex.schema.createTable(DELIVERIES, (table) => {
    /** The job's. */
    table.text('id').primary();
    table.text('endpoint_id').notNullable();
    table.text('type').notNullable();
    table.text('at').notNullable();
    table.integer('attempts').notNullable();
    table.integer('status');
    table.text('error');
    table.index(['endpoint_id', 'at']);
    table.index(['at']);
  });
}

/** What is wanted where. */
export interface WantedThere {
  url: string;
  types: WebhookType[];
  disabledAt: string | null;
}

export interface StoredEndpoint extends WantedThere, SealedSecrets {
  id: string;
  administrationId: string;
}

interface Row extends SecretColumns {
  id: string;
  administration_id: string;
  url: string;
  types: string;
  disabled_at: string | null;
}

const wantedColumns = ({ url, types, disabledAt }: WantedThere) => ({
  url,
  types: types.join(' '),
  disabled_at: disabledAt,
});

const endpointOf = (row: Row): StoredEndpoint => ({
  id: row.id,
  administrationId: row.administration_id,
  url: row.url,
  types: row.types.split(' ') as WebhookType[],
  ...sealedSecretsOf(row),
  disabledAt: row.disabled_at,
});

/** Where an endpoint's secrets live. */
export const ownerOfSecrets = ({
  id,
  administrationId,
}: Pick<StoredEndpoint, 'id' | 'administrationId'>): SecretOwner => ({
  administrationId,
  table: ENDPOINTS,
  record: id,
});

/** The administrations that have an enabled endpoint. */
export async function administrationsWithEndpoints(trx: Knex.Transaction): Promise<string[]> {
  const rows = await trx<Row>(ENDPOINTS).where({ disabled_at: null }).distinct('administration_id');
  return rows.map((row) => row.administration_id);
}

/** The enabled endpoints of an administration that want a type. */
export async function endpointsFor(
  trx: Knex.Transaction,
  administrationId: string,
  type: WebhookType,
): Promise<string[]> {
  const rows = await trx<Row>(ENDPOINTS)
    .where({ administration_id: administrationId, disabled_at: null })
    .select('id', 'types');
  return rows.filter(({ types }) => types.split(' ').includes(type)).map(({ id }) => id);
}

export async function endpointsOf(
  knex: Knex,
  administrationIds: readonly string[],
): Promise<StoredEndpoint[]> {
  const rows = (await knex(ENDPOINTS)
    .whereIn('administration_id', administrationIds)
    .orderBy('url')) as Row[];
  return rows.map(endpointOf);
}

export async function findEndpoint(
  knex: Knex,
  id: string,
  administrationIds: readonly string[],
): Promise<StoredEndpoint | null> {
  const row = await knex(ENDPOINTS)
    .where({ id })
    .whereIn('administration_id', administrationIds)
    .first<Row | undefined>();
  return row ? endpointOf(row) : null;
}

/** @throws a unique violation where the administration has one at that address */
export async function addEndpoint(trx: Knex.Transaction, endpoint: StoredEndpoint): Promise<void> {
  const { id, administrationId: administration_id } = endpoint;
  await trx<Row>(ENDPOINTS).insert({
    id,
    administration_id,
    ...wantedColumns(endpoint),
    ...secretColumns(endpoint),
  });
}

/**
 * Either, so that two who change one at the same time undo nothing of each other's.
 *
 * @throws a unique violation where the administration has another at that address
 */
export async function saveEndpoint(
  trx: Knex.Transaction,
  id: string,
  changes: WantedThere | SealedSecrets,
): Promise<void> {
  await trx<Row>(ENDPOINTS)
    .where({ id })
    .update('url' in changes ? wantedColumns(changes) : secretColumns(changes));
}

/** Says of an endpoint that it wants no more, unless that is known. */
export async function disableEndpoint(knex: Knex, id: string, at: string): Promise<void> {
  await knex(ENDPOINTS).where({ id, disabled_at: null }).update({ disabled_at: at });
}

export async function removeEndpoint(trx: Knex.Transaction, id: string): Promise<void> {
  await trx(ENDPOINTS).where({ id }).delete();
  await trx(DELIVERIES).where({ endpoint_id: id }).delete();
}

/** The ids of ring keys that wrap some endpoint's key. */
export async function endpointKeyIds(knex: Knex): Promise<string[]> {
  const rows = await knex(ENDPOINTS).distinct<{ key_id: string }[]>('key_id');
  return rows.map((row) => row.key_id);
}

/** What came of one message so far. */
export interface StoredDelivery {
  id: string;
  endpointId: string;
  type: WebhookType;
  at: string;
  attempts: number;
  status: number | null;
  error: string | null;
}

type DeliveryRow = Omit<StoredDelivery, 'endpointId'> & { endpoint_id: string };

/** Notes an attempt, the first or another. */
export async function noteAttempt(
  knex: Knex,
  { id, endpointId, type, ...attempt }: Omit<StoredDelivery, 'attempts'>,
): Promise<void> {
  await knex(DELIVERIES)
    .insert({ id, endpoint_id: endpointId, type, ...attempt, attempts: 1 })
    .onConflict('id')
    .merge({ ...attempt, attempts: knex.raw('?? + 1', [`${DELIVERIES}.attempts`]) });
}

/** Newest first. */
export async function deliveriesOf(knex: Knex, endpointId: string, limit: number): Promise<StoredDelivery[]> {
  const rows = (await knex(DELIVERIES)
    .where({ endpoint_id: endpointId })
    .orderBy([{ column: 'at', order: 'desc' }, { column: 'id' }])
    .limit(limit)) as DeliveryRow[];
  return rows.map(({ endpoint_id, ...delivery }) => ({ ...delivery, endpointId: endpoint_id }));
}

export async function forgetDeliveries(knex: Knex, before: string): Promise<void> {
  await knex(DELIVERIES).where('at', '<', before).delete();
}
