import type { InboxRow } from '@guichet/contracts/admin/inbox';
import { urgencies, type Urgency, urgencyOf } from '../../shared/due.js';

/** @returns the rows under the urgency of each, the most urgent first; within one, in the order they came */
export function byUrgency<Row extends Pick<InboxRow, 'due'>>(
  rows: readonly Row[],
): { urgency: Urgency; rows: Row[] }[] {
  return urgencies
    .map((urgency) => ({ urgency, rows: rows.filter(({ due }) => urgencyOf(due) === urgency) }))
    .filter(({ rows: some }) => some.length > 0);
}
