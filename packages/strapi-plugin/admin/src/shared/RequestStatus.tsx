import type { InboxRow } from '@guichet/contracts/admin/inbox';
import { Badge, Flex } from '@strapi/design-system';
import { useWords } from './words.js';

/** The background of a status's badge, under `neutral800`. */
export const statusLooks = {
  received: 'primary200',
  'in-progress': 'warning200',
  answered: 'success200',
  closed: 'neutral200',
} as const;

/** Where a request stands, in words; colour only helps. */
export function RequestStatus({
  request,
}: {
  request: Pick<InboxRow, 'status' | 'suspicion' | 'awaitsAgent' | 'channel' | 'isUndelivered'>;
}) {
  const t = useWords();
  const { status, suspicion, awaitsAgent, channel, isUndelivered } = request;
  const badges = [
    [statusLooks[status], t(`status.${status}`)],
    awaitsAgent && status !== 'received' && ['primary200', t('status.awaitsAgent')],
    channel !== 'electronic' && ['neutral200', t(`channel.${channel}`)],
    isUndelivered && ['danger200', t('status.undelivered')],
    suspicion === 'suspect' && ['danger200', t('suspicion.suspect')],
    suspicion === 'rejected' && ['danger200', t('suspicion.rejected')],
  ] as const;
  return (
    <Flex gap={2} wrap="wrap">
      {badges.map(
        (badge) =>
          badge && (
            // The variants' own text colours fall short of 4.5:1 (WCAG 2.2, 1.4.3).
            <Badge key={badge[1]} backgroundColor={badge[0]} textColor="neutral800">
              {badge[1]}
            </Badge>
          ),
      )}
    </Flex>
  );
}
