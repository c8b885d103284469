import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { useEffect, useRef } from 'react';
import { useDates } from '../../shared/dates.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** It is taken within a moment, or later: then this page is opened again. */
const LOOK_MS = 2000;
const LOOKS = 5;

/** A report that is on its way, or did not arrive: what an agent has to know, or to do. */
export function ReportNotice(props: { request: InboxRequest; timeZone: string; reload(): void }) {
  const t = useWords();
  const dates = useDates();
  const { request, timeZone, reload } = props;
  const { report, legal, status, reference } = request;
  const looks = useRef(0);
  const isOnItsWay = report?.state === 'waiting' && report.staleSince === null;
  useEffect(() => {
    if (!isOnItsWay || looks.current >= LOOKS) return;
    const timer = setTimeout(() => {
      looks.current++;
      reload();
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [isOnItsWay, reload, request]);
  if (!report) return null;
  const { name, phone } = report.operator;
  if (report.state === 'waiting')
    return (
      <Notice look={report.staleSince ? 'warning' : 'info'}>
        {t('report.waiting', { operator: name })}
        {report.staleSince &&
          ` ${t('report.waiting.stale', { moment: dates.moment(report.staleSince, timeZone) })}`}
      </Notice>
    );
  // Passed on otherwise, or done with.
  const isOver = legal.forwardedTo !== null || status === 'closed';
  return report.why && !isOver ? (
    <Notice look="danger" live>
      {t(`report.why.${report.why}`, { operator: name, phone, reference })}
    </Notice>
  ) : null;
}
