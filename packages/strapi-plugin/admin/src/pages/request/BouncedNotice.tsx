import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { useDates } from '../../shared/dates.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** That a mail came back, until somebody has done something about it: whoever wrote is to be reached otherwise. */
export function BouncedNotice({ request, timeZone }: { request: InboxRequest; timeZone: string }) {
  const t = useWords();
  const dates = useDates();
  const at = request.timeline.findLast(({ kind }) => kind === 'bounced')?.at;
  return request.isUndelivered && at ? (
    <Notice look="danger">{t('request.bounced', { moment: dates.moment(at, timeZone) })}</Notice>
  ) : null;
}
