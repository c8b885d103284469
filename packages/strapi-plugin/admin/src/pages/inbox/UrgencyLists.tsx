import type { InboxRow, InboxScope } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useWords } from '../../shared/words.js';
import { byUrgency } from './by-urgency.js';
import { InboxList } from './InboxList.js';

/** What waits, under headings that say how urgent it is. */
export function UrgencyLists({ rows, scope }: { rows: InboxRow[]; scope: InboxScope }) {
  const t = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {byUrgency(rows).map(({ urgency, rows: some }) => (
        <Box key={urgency}>
          <Typography tag="h2" variant="delta" fontWeight="bold" paddingBottom={2}>
            {t(`urgency.${urgency}`)}
          </Typography>
          <InboxList rows={some} scope={scope} name={t(`urgency.${urgency}`)} />
        </Box>
      ))}
    </Flex>
  );
}
