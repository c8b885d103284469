/** Who operates téléprocédures: the hosting's allow-list. */
import type { Knex } from 'knex';
import {
  type SealedSecrets,
  sealedSecretsOf,
  secretColumns,
  type SecretColumns,
  type SecretOwner,
} from '../vault/shared-secrets.js';
import { OPERATORS } from './tables.js';

/** What is told of one. */
export interface OperatorFacts {
  name: string;
  /** The exact origin of its pages. */
  origin: string;
  phone: string;
  email: string | null;
  address: string;
  website: string | null;
  /** The administration that it is itself. */
  administrationId: string | null;
}

export interface StoredOperator extends OperatorFacts {
  id: string;
  version: number;
  secrets: SealedSecrets;
}

interface Row extends SecretColumns {
  id: string;
  name: string;
  origin: string;
  phone: string;
  email: string | null;
  address: string;
  website: string | null;
  administration_id: string | null;
  version: number;
}

const factColumns = ({ administrationId, ...same }: OperatorFacts) => ({
  name: same.name,
  origin: same.origin,
  phone: same.phone,
  email: same.email,
  address: same.address,
  website: same.website,
  administration_id: administrationId,
});

const operatorOf = (row: Row): StoredOperator => ({
  id: row.id,
  name: row.name,
  origin: row.origin,
  phone: row.phone,
  email: row.email,
  address: row.address,
  website: row.website,
  administrationId: row.administration_id,
  version: row.version,
  secrets: sealedSecretsOf(row),
});

/** Where an operator's secrets live: the hosting's. */
export const ownerOfOperatorSecrets = (id: string): SecretOwner => ({
  administrationId: '',
  table: OPERATORS,
  record: id,
});

/** By name. */
export async function allOperators(knex: Knex): Promise<StoredOperator[]> {
  const rows = await knex<Row>(OPERATORS);
  return rows.map(operatorOf).sort((one, other) => one.name.localeCompare(other.name, 'fr'));
}

export async function findOperator(knex: Knex, id: string): Promise<StoredOperator | null> {
  const row = await knex<Row>(OPERATORS).where({ id }).first();
  return row ? operatorOf(row) : null;
}

/** @throws a unique violation where another has that origin */
export async function addOperator(
  knex: Knex,
  { id, secrets, version, ...facts }: StoredOperator,
): Promise<void> {
  await knex<Row>(OPERATORS).insert({ id, version, ...factColumns(facts), ...secretColumns(secrets) });
}

/**
 * @returns false where it is no longer at the version seen
 * @throws a unique violation where another has that origin
 */
export async function changeOperator(
  knex: Knex,
  id: string,
  facts: OperatorFacts,
  seen: number,
): Promise<boolean> {
  const changed = await knex<Row>(OPERATORS)
    .where({ id, version: seen })
    .update({ ...factColumns(facts), version: seen + 1 });
  return changed === 1;
}

/** Its facts stay at their version: who rotates a secret undoes nothing that others have on screen. */
export async function saveOperatorSecrets(knex: Knex, id: string, secrets: SealedSecrets): Promise<void> {
  await knex<Row>(OPERATORS).where({ id }).update(secretColumns(secrets));
}

/** The ids of ring keys that wrap some operator's key. */
export async function operatorKeyIds(knex: Knex): Promise<string[]> {
  const rows = await knex<Row>(OPERATORS).distinct('key_id');
  return rows.map((row) => row.key_id);
}
