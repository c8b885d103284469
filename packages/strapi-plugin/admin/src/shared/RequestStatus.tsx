import type { InboxRow } from '@guichet/contracts/admin/inbox';
import { Badge, Flex } from '@strapi/design-system';
import { useWords } from './words.js';

const looks = {
  received: 'primary',
  'in-progress': 'warning',
  answered: 'success',
  closed: 'neutral',
} as const;

/** Where a request stands, in words; colour only helps. */
export function RequestStatus({
  request,
}: {
  request: Pick<InboxRow, 'status' | 'suspicion' | 'awaitsAgent'>;
}) {
  const t = useWords();
  const { status, suspicion, awaitsAgent } = request;
  return (
    <Flex gap={2} wrap="wrap">
      <Badge variant={looks[status]}>{t(`status.${status}`)}</Badge>
      {awaitsAgent && status !== 'received' && <Badge variant="primary">{t('status.awaitsAgent')}</Badge>}
      {suspicion === 'suspect' && <Badge variant="danger">{t('suspicion.suspect')}</Badge>}
      {suspicion === 'rejected' && <Badge variant="danger">{t('suspicion.rejected')}</Badge>}
    </Flex>
  );
}
