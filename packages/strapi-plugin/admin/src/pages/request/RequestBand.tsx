import type { InboxRequest, InboxScope } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { administrationColour, shownOn } from '../../shared/administration-colour.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { useDates } from '../../shared/dates.js';
import { DueLine } from '../../shared/DueLine.js';
import { RequestStatus } from '../../shared/RequestStatus.js';
import { useWords } from '../../shared/words.js';

const Band = styled.div<{ $colour: string }>`
  padding: 1.2rem 1.6rem;
  margin-block-end: 2.4rem;
  border-inline-start: 8px solid ${({ $colour, theme }) => shownOn(theme.colors.neutral0, $colour)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

/** Whose request it is, in the administration's colour, where it stands, and what is due first. */
export function RequestBand(props: {
  administration: InboxScope['administrations'][number];
  request: InboxRequest;
}) {
  const t = useWords();
  const dates = useDates();
  const { administration, request } = props;
  return (
    <Band $colour={administrationColour(administration)}>
      <Flex gap={3} justifyContent="space-between" wrap="wrap">
        <AdministrationName administration={administration} strong />
        <RequestStatus request={request} />
      </Flex>
      <Typography tag="p" textColor="neutral600" paddingTop={2} style={{ overflowWrap: 'anywhere' }}>
        {[
          t(`nature.${request.legal.nature}`),
          t('request.receivedAt', {
            moment: dates[request.channel === 'electronic' ? 'moment' : 'day'](
              request.receivedAt,
              administration.timeZone,
            ),
          }),
          request.recipient && t('request.recipient', { name: request.recipient }),
          t('request.reference', { reference: request.reference }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {request.due && (
        <Box paddingTop={3}>
          <DueLine due={request.due} />
        </Box>
      )}
    </Band>
  );
}
