import type { EntryChosen } from '@guichet/contracts/admin/teleprocedures';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { useDates } from '../../shared/dates.js';
import { useWords } from '../../shared/words.js';
import { entryLook, isBroken } from './probe-words.js';

const looks = {
  success: 'success200',
  neutral: 'neutral150',
  warning: 'warning200',
  danger: 'danger200',
} as const;

/** How residents get to it, and why so. `since`: the instant from which its address is not there. */
export function EntryLine(props: { chosen: EntryChosen; since?: string | null }) {
  const t = useWords();
  const dates = useDates();
  const { chosen, since } = props;
  const { entry, reason } = chosen;
  // The panel's own zone: the catalogue is the hosting's.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <Flex gap={2} wrap="wrap" alignItems="center">
      <Badge backgroundColor={looks[entryLook(entry, reason)]} textColor="neutral800">
        {t(`teleprocedures.entry.${entry}`)}
      </Badge>
      <Typography variant="pi" textColor="neutral700" style={{ flex: '1 1 20rem', overflowWrap: 'anywhere' }}>
        {t(`teleprocedures.reason.${reason}`)}
        {since && (
          <Typography variant="pi" textColor="danger600">
            {' '}
            {t(isBroken(reason) ? 'teleprocedures.since' : 'teleprocedures.failing', {
              moment: dates.moment(since, timeZone),
            })}
          </Typography>
        )}
      </Typography>
    </Flex>
  );
}
