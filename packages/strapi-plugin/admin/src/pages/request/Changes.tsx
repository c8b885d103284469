import type { InboxEvent } from '@guichet/contracts/admin/inbox';
import { Box, Typography } from '@strapi/design-system';
import { Facts } from '../../shared/Facts.js';
import { useWords } from '../../shared/words.js';

/** What a correction changed: as it stood, and as it is to be read from then on. */
export function Changes({ changes }: Pick<InboxEvent, 'changes'>) {
  const t = useWords();
  return changes.map(({ member, before, after }) => (
    <Box key={member} paddingTop={3}>
      <Typography tag="p" fontWeight="bold">
        {t(`corrected.${member}`)}
      </Typography>
      <Facts
        facts={[
          [t('event.corrected.before'), before || t('event.corrected.nothing')],
          [t('event.corrected.after'), after || t('event.corrected.nothing')],
        ]}
      />
    </Box>
  ));
}
