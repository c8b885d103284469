import type { DueDate, InboxLegal } from '@guichet/contracts/admin/inbox';
import { daysBetween } from '../../shared/civil-date.js';

/**
 * @param today the administration's
 * @returns the legal deadline of a request that comes first, null where none runs
 */
export function nextDue(legal: InboxLegal, today: string): DueDate | null {
  const dates: Omit<DueDate, 'daysLeft'>[] = [];
  const { acknowledgement, silence } = legal;
  if (acknowledgement.kind === 'due' && acknowledgement.dueBy)
    dates.push({ for: 'acknowledgement', on: acknowledgement.dueBy });
  if (silence?.date) dates.push({ for: 'decision', on: silence.date });
  const [first] = dates.sort((one, other) => (one.on < other.on ? -1 : 1));
  return first ? { ...first, daysLeft: daysBetween(today, first.on) } : null;
}
