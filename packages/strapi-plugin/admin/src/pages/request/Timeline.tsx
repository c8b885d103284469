import { type InboxEvent, type InboxRequest, internalKinds } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { styled } from 'styled-components';
import { useDates } from '../../shared/dates.js';
import { useWords } from '../../shared/words.js';
import { EventDetails } from './EventDetails.js';
import { EventFiles } from './EventFiles.js';
import { Written } from './Written.js';

const Events = styled.ol`
  display: grid;
  gap: 1.6rem;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Internal = styled.span`
  display: inline-flex;
  gap: 0.5rem;
  align-items: center;
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.2rem;
`;

/** Which side wrote it, told by colour and by the margin it leaves. */
function looksOf({ by, kind }: InboxEvent, hasText: boolean) {
  if (kind === 'noted' || kind === 'sent-back')
    return { background: 'warning100', borderColor: 'warning200', borderStyle: 'dashed' } as const;
  if (!hasText) return { background: 'neutral0', borderColor: 'neutral150' } as const;
  return by === 'agent'
    ? ({ background: 'primary100', borderColor: 'primary200' } as const)
    : ({ background: 'neutral100', borderColor: 'neutral200' } as const);
}

/**
 * All that happened, oldest first: the resident's words on one side of the eye, the mairie's on the other. `unfolded`:
 * on paper nothing can be opened.
 */
export function Timeline(props: { request: InboxRequest; timeZone: string; unfolded?: boolean }) {
  const { request, timeZone, unfolded = false } = props;
  const t = useWords();
  const dates = useDates();
  const titleOf = useTitles(request);
  return (
    <Events>
      {request.timeline.map((event) => {
        const text = event.message;
        const isOurs = event.by === 'agent';
        const hasText = Boolean(text || (event.decision && event.kind !== 'draft-decided'));
        return (
          <Box
            tag="li"
            key={event.id}
            {...looksOf(event, hasText)}
            hasRadius
            padding={4}
            marginLeft={isOurs && hasText ? { initial: 3, medium: 8 } : 0}
            marginRight={!isOurs && hasText ? { initial: 3, medium: 8 } : 0}
          >
            <Flex gap={2} justifyContent="space-between" wrap="wrap">
              <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                {titleOf(event)}
                {event.agentName && ` — ${event.agentName}`}
              </Typography>
              <Typography variant="pi" textColor="neutral700">
                <time dateTime={event.at}>{dates.moment(event.at, timeZone)}</time>
              </Typography>
            </Flex>
            {event.agentName !== event.shownAs && !internalKinds.has(event.kind) && (
              <Typography tag="p" variant="pi" textColor="neutral700">
                {t('event.unnamed')}
              </Typography>
            )}
            {internalKinds.has(event.kind) && (
              <Internal>
                <Lock width="1.1rem" height="1.1rem" fill="currentColor" aria-hidden />
                {t(event.kind === 'noted' ? 'note.hint' : 'event.internal')}
              </Internal>
            )}
            <EventDetails event={event} unfolded={unfolded} />
            {text && <Written lang={isOurs ? undefined : request.content.language}>{text}</Written>}
            <EventFiles requestId={request.id} files={event.attachments} unfolded={unfolded} />
          </Box>
        );
      })}
    </Events>
  );
}

function useTitles({ timeline }: InboxRequest): (event: InboxEvent) => string {
  const t = useWords();
  const first = timeline.find(({ kind }) => kind === 'acknowledged');
  return (event) => {
    const { kind, by, nature, to, decision } = event;
    if (kind === 'requalified' && nature) return t('event.requalified', { nature: t(`nature.${nature}`) });
    if (kind === 'assigned') return to ? t('event.assigned', { to }) : t('event.assigned.nobody');
    if ((kind === 'forwarded' || kind === 'report-asked') && to) return t(`event.${kind}`, { to });
    if (kind === 'draft-decided' && decision) return t(`draft.${decision.outcome}`);
    if (kind !== 'acknowledged') return t(`event.${kind}`);
    if (event !== first) return t('event.acknowledged.again');
    return t(by === 'system' ? 'event.acknowledged.alone' : 'event.acknowledged');
  };
}
