import type { InboxPage } from '@guichet/contracts/admin/inbox';
import { Box } from '@strapi/design-system';
import { useDates } from '../../shared/dates.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** Whoever searches for a reference that was forwarded learns where it is, and nothing else of it. */
export function PassedOnNotice({ passedOn, timeZone }: Pick<InboxPage, 'passedOn'> & { timeZone: string }) {
  const t = useWords();
  const dates = useDates();
  if (!passedOn) return null;
  const { reference, to, at } = passedOn;
  return (
    <Box paddingBottom={5}>
      <Notice look="info">{t('inbox.passedOn', { reference, to, day: dates.day(at, timeZone) })}</Notice>
    </Box>
  );
}
