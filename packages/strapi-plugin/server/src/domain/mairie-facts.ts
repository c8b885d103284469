/** What an administration has of its mairie's record in the annuaire, and which of it people wrote over since. */
import type { ImportedFacts } from '@guichet/contracts/admin/administrations';
import type { OrganisationFacts } from '@guichet/contracts/directory';
import { writtenHere } from './brought-in.js';

/** As an administration has them. */
export type MairieFacts = ImportedFacts;

export const mairieFields = ['phone', 'email', 'address', 'openingHours', 'hours'] as const;

const MOST_LINES = 20;
const LONGEST_LINE = 200;
const LONGEST_ADDRESS = 500;

export function mairieFacts({
  phones,
  email,
  address,
  openingHours,
  hoursNote,
}: OrganisationFacts): MairieFacts {
  return {
    phone: phones[0]?.number ?? null,
    email,
    address: address.replaceAll('\n', ', ').slice(0, LONGEST_ADDRESS) || null,
    openingHours,
    hours: hoursNote
      .split('\n')
      .filter(Boolean)
      .slice(0, MOST_LINES)
      .map((line) => line.slice(0, LONGEST_LINE)),
  };
}

const isSaid = (value: MairieFacts[keyof MairieFacts]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null;

/** What the source said last of each field: what it says no more stays its word. */
export function saidLast(former: MairieFacts | null, now: MairieFacts): MairieFacts {
  const kept = mairieFields.filter((field) => former && !isSaid(now[field]));
  return { ...now, ...Object.fromEntries(kept.map((field) => [field, former![field]])) };
}

/**
 * @param shown what the administration has
 * @param former what the record said when it was last brought in; null: never, so that all is people's own
 * @returns the fields that change, with what the record says now
 */
export function followed(
  shown: MairieFacts,
  former: MairieFacts | null,
  now: MairieFacts,
): Partial<MairieFacts> {
  if (!former) return {};
  const own = new Set<string>(writtenHere(shown, former));
  const changed = new Set<string>(writtenHere(shown, now));
  const fields = mairieFields.filter((field) => changed.has(field) && !own.has(field) && isSaid(now[field]));
  return Object.fromEntries(fields.map((field) => [field, now[field]]));
}
