import type { AskedItem } from '@guichet/contracts/admin/inbox-actions';
import type { TimelineEvent } from './timeline.js';

/** What was asked for since everything had last come. */
export function askedItems(events: readonly TimelineEvent[]): AskedItem[] {
  const completed = events.findLastIndex(({ kind }) => kind === 'completed');
  return events
    .slice(completed + 1)
    .flatMap(({ kind, content }) => (kind === 'items-asked' ? (content.items ?? []) : []));
}
