import type { InboxRow, InboxScope } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useWords } from '../../shared/words.js';
import { byUrgency } from './by-urgency.js';
import { InboxList } from './InboxList.js';
import type { Selection } from './use-selection.js';

/** What waits, under headings that say how urgent it is. */
export function UrgencyLists(props: { rows: InboxRow[]; scope: InboxScope; selection: Selection }) {
  const t = useWords();
  const { rows, scope, selection } = props;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {byUrgency(rows).map(({ urgency, rows: some }) => (
        <Box key={urgency}>
          <Typography tag="h2" variant="delta" fontWeight="bold" paddingBottom={2}>
            {t(`urgency.${urgency}`)}
          </Typography>
          <InboxList rows={some} scope={scope} name={t(`urgency.${urgency}`)} selection={selection} />
        </Box>
      ))}
    </Flex>
  );
}
