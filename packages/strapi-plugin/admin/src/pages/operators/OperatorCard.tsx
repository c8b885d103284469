import type { Operator } from '@guichet/contracts/admin/teleprocedures';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AskedFirst } from '../../shared/AskedFirst.js';
import { CopyBlock } from '../../shared/CopyBlock.js';
import { useDates } from '../../shared/dates.js';
import { Folded } from '../../shared/Folded.js';
import { useWords } from '../../shared/words.js';

/** One operator: where its pages are, whom to call, where it tells what happens. */
export function OperatorCard(props: {
  operator: Operator;
  isFree: boolean;
  change(): void;
  rotate(): Promise<void>;
}) {
  const t = useWords();
  const dates = useDates();
  const { operator, isFree, change, rotate } = props;
  const { name, origin, phone, email, administration, teleprocedures, eventsUrl, formerSecretUntil } =
    operator;
  // The panel's own zone: operators are the hosting's.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 28rem" minWidth={0}>
          <Typography tag="h2" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          {administration && <AdministrationName administration={administration} />}
          <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {[origin, phone, email].filter(Boolean).join(' · ')}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('operators.count', { count: teleprocedures })}
          </Typography>
          {formerSecretUntil && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('webhooks.former', { moment: dates.moment(formerSecretUntil, timeZone) })}
            </Typography>
          )}
        </Box>
        {isFree && (
          <Flex gap={2} wrap="wrap">
            <Button
              data-opens
              variant="tertiary"
              aria-label={t('operators.change.one', { name })}
              onClick={change}
            >
              {t('operators.change')}
            </Button>
            <AskedFirst
              label={t('webhooks.rotate')}
              title={t('operators.rotate.one', { name })}
              question={t('operators.rotate.question')}
              variant="tertiary"
              act={rotate}
            />
          </Flex>
        )}
      </Flex>
      <Folded>
        <summary>{t('operators.events')}</summary>
        <Box paddingTop={2}>
          <CopyBlock label={t('operators.eventsUrl')} hint={t('operators.eventsUrl.hint')} text={eventsUrl} />
        </Box>
      </Folded>
    </Flex>
  );
}
