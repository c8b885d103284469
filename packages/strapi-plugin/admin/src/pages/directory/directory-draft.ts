/** What an administration makes of its directory, as it is being arranged and as it is sent. */
import type {
  AdminDirectory,
  DirectoryChoices,
  DirectoryRow,
  OrganisationLack,
} from '@guichet/contracts/admin/directory';
import { levels } from '@guichet/contracts/directory';

/** `rows`: in the order in which residents will see them. */
export type DirectoryDraft = Pick<AdminDirectory, 'isOrdered'> & { rows: readonly DirectoryRow[] };

export const directoryDraft = ({ isOrdered, organisations }: AdminDirectory): DirectoryDraft => ({
  isOrdered,
  rows: organisations,
});

/** @param to place from 0; beyond either end is that end */
export function moved(draft: DirectoryDraft, id: string, to: number): DirectoryDraft {
  const row = draft.rows.find((one) => one.id === id);
  const place = Math.min(Math.max(to, 0), draft.rows.length - 1);
  if (!row || draft.rows.indexOf(row) === place) return draft;
  return { isOrdered: true, rows: draft.rows.filter((one) => one !== row).toSpliced(place, 0, row) };
}

export const changed = (
  draft: DirectoryDraft,
  id: string,
  change: Partial<Pick<DirectoryRow, 'isHidden' | 'ownDescription'>>,
): DirectoryDraft => ({
  ...draft,
  rows: draft.rows.map((row) => (row.id === id ? { ...row, ...change } : row)),
});

const french = new Intl.Collator('fr');

/** Where each stands while nobody orders them: one's own first, then the nearest, by name (as the server does). */
export function inUsualOrder({ rows }: DirectoryDraft): DirectoryDraft {
  const rank = ({ level, whose }: DirectoryRow) =>
    (whose === 'own' ? 0 : levels.length) + levels.indexOf(level);
  return {
    isOrdered: false,
    rows: rows.toSorted((one, other) => rank(one) - rank(other) || french.compare(one.name, other.name)),
  };
}

/** Without an order of one's own, only what is chosen for some. */
export const choicesToSend = ({ isOrdered, rows }: DirectoryDraft): DirectoryChoices => ({
  isOrdered,
  choices: rows
    .map(({ id, isHidden, ownDescription }) => ({ id, isHidden, description: ownDescription.trim() }))
    .filter(({ isHidden, description }) => isOrdered || isHidden || description),
});

export const isChanged = (draft: DirectoryDraft, saved: AdminDirectory): boolean =>
  JSON.stringify(choicesToSend(draft)) !== JSON.stringify(choicesToSend(directoryDraft(saved)));

/** Whether residents will miss something there; of what they do not see anyhow, nothing is missing. */
export const isIncomplete = ({ lacks, isHidden, goneOn }: DirectoryRow): boolean =>
  lacks.length > 0 && !isHidden && goneOn === null;

/** @returns how many lack each, but for what none lacks */
export function lackCounts(rows: readonly DirectoryRow[]): { lack: OrganisationLack; count: number }[] {
  const incomplete = rows.filter(isIncomplete);
  return (['hours', 'phone', 'address'] as const)
    .map((lack) => ({ lack, count: incomplete.filter(({ lacks }) => lacks.includes(lack)).length }))
    .filter(({ count }) => count > 0);
}
