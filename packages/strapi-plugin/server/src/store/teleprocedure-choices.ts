/** What administrations make of the téléprocédures that are offered to them. Without a row, one is on. */
import type { Knex } from 'knex';
import { TELEPROCEDURE_CHOICES } from './tables.js';

export interface TeleprocedureChoice {
  teleprocedureId: string;
  isOn: boolean;
  /** In the place of its own; empty: its own. */
  title: string;
  introduction: string;
  /** Whom residents call; null: the operator. */
  contact: { name: string; phone: string; email: string | null } | null;
  version: number;
}

interface Row {
  administration_id: string;
  teleprocedure_id: string;
  is_on: boolean | 0 | 1;
  title: string;
  introduction: string;
  contact: string | null;
  version: number;
}

const choiceOf = (row: Row): TeleprocedureChoice => ({
  teleprocedureId: row.teleprocedure_id,
  isOn: Boolean(row.is_on),
  title: row.title,
  introduction: row.introduction,
  contact: row.contact === null ? null : (JSON.parse(row.contact) as TeleprocedureChoice['contact']),
  version: row.version,
});

/** By the téléprocédure's id. */
export async function teleprocedureChoicesOf(
  knex: Knex,
  administrationId: string,
): Promise<Map<string, TeleprocedureChoice>> {
  const rows = await knex<Row>(TELEPROCEDURE_CHOICES).where({ administration_id: administrationId });
  return new Map(rows.map((row) => [row.teleprocedure_id, choiceOf(row)]));
}

/** By the téléprocédure's id, the administrations where it is switched off; without any it is absent. */
export async function switchedOff(
  knex: Knex,
  teleprocedureIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await knex<Row>(TELEPROCEDURE_CHOICES)
    .whereIn('teleprocedure_id', teleprocedureIds)
    .where({ is_on: false })
    .select('teleprocedure_id', 'administration_id');
  const byId = Map.groupBy(rows, (row) => row.teleprocedure_id);
  return new Map([...byId].map(([id, off]) => [id, new Set(off.map((row) => row.administration_id))]));
}

/**
 * @param seen the version that was on screen; 0 where there was none
 * @returns false where it is another one by now
 * @throws a unique violation where somebody else made the first choice meanwhile
 */
export async function saveTeleprocedureChoice(
  knex: Knex,
  administrationId: string,
  { teleprocedureId, isOn, contact, title, introduction }: Omit<TeleprocedureChoice, 'version'>,
  seen: number,
): Promise<boolean> {
  const key = { administration_id: administrationId, teleprocedure_id: teleprocedureId };
  const columns = {
    is_on: isOn,
    title,
    introduction,
    contact: contact && JSON.stringify(contact),
    version: seen + 1,
  };
  if (seen === 0) {
    await knex<Row>(TELEPROCEDURE_CHOICES).insert({ ...key, ...columns });
    return true;
  }
  const changed = await knex<Row>(TELEPROCEDURE_CHOICES)
    .where({ ...key, version: seen })
    .update(columns);
  return changed === 1;
}
