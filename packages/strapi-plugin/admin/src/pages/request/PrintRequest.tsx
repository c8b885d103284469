import type { InboxRequest, InboxScope } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useState } from 'react';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { Printed } from '../../shared/Printed.js';
import { useWords } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';
import { DeadlinesCard } from './DeadlinesCard.js';
import { SenderCard } from './SenderCard.js';
import { Timeline } from './Timeline.js';

interface Props {
  request: InboxRequest;
  administration: InboxScope['administrations'][number];
  today: string;
}

/** The whole request on paper: who wrote, what the law dates, all that happened. */
export function PrintRequest({ request, administration, today }: Props) {
  const t = useWords();
  const dates = useDates();
  const [isPrinting, setPrinting] = useState(false);
  const { timeZone, name } = administration;
  return (
    <>
      <BigButton size="L" variant="tertiary" startIcon={<File />} onClick={() => setPrinting(true)}>
        {t('print')}
      </BigButton>
      {isPrinting && (
        <Printed title={request.reference} done={() => setPrinting(false)}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Box>
              <Typography tag="p" variant="pi" fontWeight="bold">
                {name}
              </Typography>
              <Typography tag="h1" variant="beta">
                {request.content.subject}
              </Typography>
            </Box>
            <Facts
              facts={[
                [t('print.reference'), request.reference],
                [t('print.received'), dates.moment(request.receivedAt, timeZone)],
                [t('inbox.filter.status'), t(`status.${request.status}`)],
                [t('inbox.filter.service'), request.recipient],
                [t('assign'), request.assignedTo?.name ?? null],
              ]}
            />
            <SenderCard content={request.content} />
            <DeadlinesCard request={request} today={today} />
            <Typography tag="h2" variant="delta" fontWeight="bold">
              {t('request.conversation')}
            </Typography>
            <Timeline request={request} timeZone={timeZone} unfolded />
          </Flex>
        </Printed>
      )}
    </>
  );
}
