import type { EntryChosen } from '@guichet/contracts/admin/teleprocedures';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { useWords } from '../../shared/words.js';
import { entryLook } from './probe-words.js';

const looks = {
  success: 'success200',
  neutral: 'neutral150',
  warning: 'warning200',
  danger: 'danger200',
} as const;

/** How residents get to it, and why so. */
export function EntryLine({ chosen: { entry, reason } }: { chosen: EntryChosen }) {
  const t = useWords();
  return (
    <Flex gap={2} wrap="wrap" alignItems="center">
      <Badge backgroundColor={looks[entryLook(entry, reason)]} textColor="neutral800">
        {t(`teleprocedures.entry.${entry}`)}
      </Badge>
      <Typography variant="pi" textColor="neutral700" style={{ flex: '1 1 20rem', overflowWrap: 'anywhere' }}>
        {t(`teleprocedures.reason.${reason}`)}
      </Typography>
    </Flex>
  );
}
