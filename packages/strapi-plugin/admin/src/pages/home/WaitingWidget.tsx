import type { InboxPage, InboxQuery } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { PAGES } from '../../plugin-id.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { useRemote } from '../../shared/remote.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { useInboxScope } from '../inbox/use-inbox.js';

/** Who serves more looks into the inbox. */
const MOST = 8;

/** On the panel's home: each mairie served, with how much waits there, one tap away. */
export function WaitingWidget() {
  const t = useWords();
  const { post } = useFetchClient();
  const scope = useInboxScope().remote;
  const administrations = scope.kind === 'ready' ? scope.data.administrations : null;
  const { remote } = useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        Promise.all(
          (administrations ?? []).slice(0, MOST).map(async (administration) => {
            const query: InboxQuery = { administrationId: administration.id };
            const { data } = await post<InboxPage>(adminUrl('inboxSearch'), query, { signal });
            return { administration, waiting: data.counts.waiting };
          }),
        ),
      [administrations, post],
    ),
  );
  if (scope.kind === 'failed' || remote.kind === 'failed') return <Widget.Error />;
  const isFilling = remote.kind === 'loading' || (remote.stale && !remote.data.length);
  if (!administrations || isFilling) return <Widget.Loading />;
  if (!administrations.length) return <Widget.NoData>{t('inbox.servesNothing')}</Widget.NoData>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} padding={2}>
      {remote.data.map(({ administration, waiting }) => (
        <Box tag="li" key={administration.id}>
          <Flex justifyContent="space-between" gap={3} wrap="wrap">
            <AdministrationName administration={administration} />
            <TextLink to={`${PAGES}/inbox?administrationId=${encodeURIComponent(administration.id)}`}>
              {t('home.waiting', { count: waiting })}
            </TextLink>
          </Flex>
        </Box>
      ))}
      {administrations.length > MOST && (
        <Typography variant="pi" textColor="neutral600">
          <TextLink to={`${PAGES}/inbox`}>
            {t('home.more', { count: administrations.length - MOST })}
          </TextLink>
        </Typography>
      )}
    </Flex>
  );
}
