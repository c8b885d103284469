import type { InboxEvent, InboxRequest } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useDates } from '../../shared/dates.js';
import { useWords } from '../../shared/words.js';
import { SentReceipt } from './SentReceipt.js';

const Events = styled.ol`
  display: grid;
  gap: 1.6rem;
  margin: 0;
  padding: 0;
  list-style: none;
`;

/** What people wrote is text, with its own line ends, and never wider than the screen. */
const Written = styled.p`
  margin: 0.8rem 0 0;
  max-inline-size: 75ch;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.5rem;
  line-height: 1.6;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** All that happened, oldest first: the resident's words on one side of the eye, the mairie's on the other. */
export function Timeline({ request, timeZone }: { request: InboxRequest; timeZone: string }) {
  const t = useWords();
  const dates = useDates();
  const first = request.timeline.find(({ kind }) => kind === 'acknowledged');
  const titleOf = (event: InboxEvent) => {
    const { kind, by, nature } = event;
    if (kind === 'requalified' && nature) return t('event.requalified', { nature: t(`nature.${nature}`) });
    if (kind !== 'acknowledged') return t(`event.${kind}`);
    if (event !== first) return t('event.acknowledged.again');
    return t(by === 'system' ? 'event.acknowledged.alone' : 'event.acknowledged');
  };
  const textOf = (event: InboxEvent) => (event.kind === 'received' ? request.content.message : event.message);
  return (
    <Events>
      {request.timeline.map((event) => {
        const text = textOf(event);
        const isOurs = event.by === 'agent';
        return (
          <Box
            tag="li"
            key={event.id}
            background={text ? (isOurs ? 'primary100' : 'neutral100') : 'neutral0'}
            borderColor={text ? (isOurs ? 'primary200' : 'neutral200') : 'neutral150'}
            hasRadius
            padding={4}
            marginLeft={isOurs && text ? { initial: 3, medium: 8 } : 0}
            marginRight={!isOurs && text ? { initial: 3, medium: 8 } : 0}
          >
            <Flex gap={2} justifyContent="space-between" wrap="wrap">
              <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                {titleOf(event)}
                {event.agentName && ` — ${event.agentName}`}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                <time dateTime={event.at}>{dates.moment(event.at, timeZone)}</time>
              </Typography>
            </Flex>
            {event.receipt && <SentReceipt receipt={event.receipt} />}
            {text && <Written lang={isOurs ? undefined : request.content.language}>{text}</Written>}
          </Box>
        );
      })}
    </Events>
  );
}
