import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { Notice } from '../../shared/Notice.js';
import { statusLooks } from '../../shared/RequestStatus.js';
import { useWords } from '../../shared/words.js';

/** Where a request stands in the system that it was forwarded to, in that one's words. */
export function ReportCard({ request, timeZone }: { request: InboxRequest; timeZone: string }) {
  const t = useWords();
  const dates = useDates();
  const { report } = request;
  if (report?.state !== 'sent') return null;
  const { operator, status, reference, agency, steps, staleSince } = report;
  return (
    <Card title={t('report.followed', { operator: operator.name })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex>
          <Badge backgroundColor={statusLooks[status]} textColor="neutral800">
            {t(`status.${status}`)}
          </Badge>
        </Flex>
        {staleSince && (
          <Notice look="warning">
            {t('operated.stale', { moment: dates.moment(staleSince, timeZone) })}
          </Notice>
        )}
        <Facts
          facts={[
            [t('report.followed.reference'), reference ?? t('report.followed.reference.none')],
            [t('report.followed.agency'), agency],
            [t('report.followed.phone'), operator.phone],
          ]}
        />
        {steps.length > 0 && (
          <Flex
            tag="ol"
            direction="column"
            alignItems="stretch"
            gap={3}
            style={{ listStyle: 'none', margin: 0, padding: 0 }}
          >
            {steps.map(({ at, label, note }) => (
              <li key={`${at} ${label}`}>
                <Typography tag="p" variant="pi" textColor="neutral700">
                  <time dateTime={at}>{dates.moment(at, timeZone)}</time>
                </Typography>
                <Typography tag="p" textColor="neutral800" lang="fr" style={{ overflowWrap: 'anywhere' }}>
                  {label}
                  {note && ` (${note})`}
                </Typography>
              </li>
            ))}
          </Flex>
        )}
      </Flex>
    </Card>
  );
}
