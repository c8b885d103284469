/** What the State's annuaire says of a mairie, and what of it was written over here. */
import type { ImportedFacts } from '@guichet/contracts/admin/administrations';
import type { OpeningHours } from '@guichet/contracts/opening-hours';
import { hoursDraft, hoursToSend } from '../../shared/hours/hours-form.js';
import { linesOf } from '../../shared/lines.js';
import { openingWordLines, type Where } from '../../shared/opening-word-lines.js';
import type { FormState } from './form-state.js';

/** `openingHours` stands for the free lines too: one is in the place of the other. */
const importedNames = ['phone', 'email', 'address', 'openingHours'] as const;
export type ImportedName = (typeof importedNames)[number];

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const isSameHours = (one: OpeningHours | null, other: OpeningHours) =>
  isSame(one, hoursToSend(hoursDraft(other)));

function differs(state: FormState, imported: ImportedFacts, name: ImportedName): boolean {
  if (name !== 'openingHours') return imported[name] !== null && state[name].trim() !== imported[name];
  const typed = hoursToSend(state.openingHours);
  if (imported.openingHours) return !isSameHours(typed, imported.openingHours);
  return imported.hours.length > 0 && (typed !== null || !isSame(linesOf(state.hours), imported.hours));
}

/** @returns the fields that are not as the annuaire has them; of what it does not say, none is */
export const importedThatDiffer = (state: FormState, imported: ImportedFacts): ImportedName[] =>
  importedNames.filter((name) => differs(state, imported, name));

export function importedLines(imported: ImportedFacts, name: ImportedName, where: Where): string[] {
  if (name !== 'openingHours') return [imported[name] ?? ''].filter(Boolean);
  return imported.openingHours ? openingWordLines(imported.openingHours, where) : imported.hours;
}

/** What changes in the form, so that it is as the annuaire has it. */
export function takenFromImported(imported: ImportedFacts, name: ImportedName): Partial<FormState> {
  if (name !== 'openingHours') return { [name]: imported[name] ?? '' };
  return {
    openingHours: hoursDraft(imported.openingHours),
    ...(imported.hours.length && { hours: imported.hours.join('\n') }),
  };
}
