/** Téléprocédures, each defined once. */
import type { newTeleprocedure, TeleprocedureOffer } from '@guichet/contracts/admin/teleprocedures';
import type { Knex } from 'knex';
import type * as z from 'zod';
import type { DataKey, Place, Vault } from '../vault/vault.js';
import { TELEPROCEDURES } from './tables.js';

type Input = z.output<typeof newTeleprocedure>;

/** What is told of one, and how it is linked; in JSON. */
export interface TeleprocedureDefinition extends Pick<
  Input,
  'introduction' | 'furthest' | 'facts' | 'offline' | 'allow' | 'statuses' | 'isReserved' | 'takesPrefill'
> {
  connector: { name: string; settings: Record<string, string> } | null;
}

export interface Withdrawal {
  /** Civil date. */
  on: string;
  message: string;
  /** Slug of what there is instead. */
  replacement: string | null;
}

/** What the operator's system knows us by, sealed. */
export interface SealedConnectorSecret {
  wrappedKey: string;
  secret: string;
  keyId: string;
}

export interface StoredTeleprocedure {
  id: string;
  slug: string;
  ownerId: string | null;
  operatorId: string;
  title: string;
  /** Path and query on the operator's origin. */
  path: string;
  offer: TeleprocedureOffer;
  definition: TeleprocedureDefinition;
  connectorSecret: SealedConnectorSecret | null;
  withdrawn: Withdrawal | null;
  version: number;
}

interface Row {
  id: string;
  slug: string;
  owner_id: string | null;
  operator_id: string;
  title: string;
  path: string;
  offer: string;
  definition: string;
  wrapped_key: string | null;
  secret: string | null;
  key_id: string | null;
  withdrawn: string | null;
  version: number;
}

const secretOf = ({ wrapped_key, secret, key_id }: Row): SealedConnectorSecret | null =>
  wrapped_key !== null && secret !== null && key_id !== null
    ? { wrappedKey: wrapped_key, secret, keyId: key_id }
    : null;

const teleprocedureOf = (row: Row): StoredTeleprocedure => ({
  id: row.id,
  slug: row.slug,
  ownerId: row.owner_id,
  operatorId: row.operator_id,
  title: row.title,
  path: row.path,
  offer: JSON.parse(row.offer) as TeleprocedureOffer,
  definition: JSON.parse(row.definition) as TeleprocedureDefinition,
  connectorSecret: secretOf(row),
  withdrawn: row.withdrawn === null ? null : (JSON.parse(row.withdrawn) as Withdrawal),
  version: row.version,
});

/** What changes of one together. */
export type TeleprocedureChanges = Pick<
  StoredTeleprocedure,
  'title' | 'path' | 'offer' | 'definition' | 'connectorSecret'
>;

const columnsOf = ({ title, path, offer, definition, connectorSecret }: TeleprocedureChanges) => ({
  title,
  path,
  offer: JSON.stringify(offer),
  definition: JSON.stringify(definition),
  wrapped_key: connectorSecret?.wrappedKey ?? null,
  secret: connectorSecret?.secret ?? null,
  key_id: connectorSecret?.keyId ?? null,
});

/** By title, withdrawn ones too. */
export async function allTeleprocedures(knex: Knex): Promise<StoredTeleprocedure[]> {
  const rows = await knex<Row>(TELEPROCEDURES);
  // Databases put É after Z.
  return rows.map(teleprocedureOf).sort((one, other) => one.title.localeCompare(other.title, 'fr'));
}

/** @throws a unique violation where there is one of that slug */
export async function addTeleprocedure(
  knex: Knex,
  { id, slug, ownerId, operatorId, ...changes }: Omit<StoredTeleprocedure, 'withdrawn' | 'version'>,
): Promise<void> {
  await knex<Row>(TELEPROCEDURES).insert({
    id,
    slug,
    owner_id: ownerId,
    operator_id: operatorId,
    version: 1,
    withdrawn: null,
    ...columnsOf(changes),
  });
}

/** @returns false where it is no longer at the version seen */
export async function changeTeleprocedure(
  knex: Knex,
  id: string,
  changes: TeleprocedureChanges | { withdrawn: Withdrawal | null },
  seen: number,
): Promise<boolean> {
  const columns =
    'withdrawn' in changes
      ? { withdrawn: changes.withdrawn && JSON.stringify(changes.withdrawn) }
      : columnsOf(changes);
  const changed = await knex<Row>(TELEPROCEDURES)
    .where({ id, version: seen })
    .update({ ...columns, version: seen + 1 });
  return changed === 1;
}

const placeOf = (id: string, field: string): Place => ({
  administrationId: '',
  table: TELEPROCEDURES,
  record: id,
  field,
});

export function sealConnectorSecret(vault: Vault, id: string, secret: string): SealedConnectorSecret {
  const { dataKey, wrapped } = vault.createDataKey(placeOf(id, 'key'));
  return {
    wrappedKey: wrapped,
    keyId: vault.currentKeyId,
    secret: vault.seal(dataKey, secret, placeOf(id, 'secret')),
  };
}

/** What the operator's system knows us by; null where nothing was said. */
export function openConnectorSecret(
  vault: Vault,
  { id, connectorSecret }: Pick<StoredTeleprocedure, 'id' | 'connectorSecret'>,
): string | null {
  if (!connectorSecret) return null;
  const dataKey: DataKey = vault.openDataKey(connectorSecret.wrappedKey, placeOf(id, 'key'));
  return vault.open(dataKey, connectorSecret.secret, placeOf(id, 'secret'));
}

/** The ids of ring keys that wrap some téléprocédure's key. */
export async function teleprocedureKeyIds(knex: Knex): Promise<string[]> {
  const rows = await knex<Row>(TELEPROCEDURES).whereNotNull('key_id').distinct('key_id');
  return rows.flatMap((row) => row.key_id ?? []);
}
