import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { useDates } from '../../shared/dates.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** That the resident has corrected what was sent, above whatever is done with it; a draft may be from before. */
export function CorrectedNotice({ request, timeZone }: { request: InboxRequest; timeZone: string }) {
  const t = useWords();
  const dates = useDates();
  const at = request.timeline.findLast(({ kind }) => kind === 'corrected')?.at;
  if (!at) return null;
  const isAfterDraft = request.draft !== null && request.draft.at < at;
  return (
    <Notice look={isAfterDraft ? 'warning' : 'info'}>
      {t(isAfterDraft ? 'request.corrected.draft' : 'request.corrected', {
        moment: dates.moment(at, timeZone),
      })}
    </Notice>
  );
}
