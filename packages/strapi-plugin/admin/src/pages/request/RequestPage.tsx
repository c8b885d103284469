import type { InboxRequest, InboxScope } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Grid, Loader, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { PAGES } from '../../plugin-id.js';
import { administrationColour, shownOn } from '../../shared/administration-colour.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Card } from '../../shared/Card.js';
import { dateIn } from '../../shared/civil-date.js';
import { useDates } from '../../shared/dates.js';
import { DueLine } from '../../shared/DueLine.js';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { usePermissions } from '../../shared/permissions.js';
import { RequestStatus } from '../../shared/RequestStatus.js';
import { useWords } from '../../shared/words.js';
import { useInboxScope } from '../inbox/use-inbox.js';
import { AcknowledgeCard } from './AcknowledgeCard.js';
import { AnswerForm } from './AnswerForm.js';
import { DeadlinesCard } from './DeadlinesCard.js';
import { RequestActions } from './RequestActions.js';
import { SenderCard } from './SenderCard.js';
import { Timeline } from './Timeline.js';
import { type OneRequest, useRequest } from './use-request.js';

const Band = styled.div<{ $colour: string }>`
  padding: 1.2rem 1.6rem;
  margin-block-end: 2.4rem;
  border-inline-start: 8px solid ${({ $colour, theme }) => shownOn(theme.colors.neutral0, $colour)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

/** Mails link here: `/admin/plugins/guichet/inbox/<id>`. */
export function RequestPage() {
  const { id = '' } = useParams();
  // Another request is another page: nothing of the first one's draft or notices may stay.
  return <OnePage key={id} id={id} />;
}

function OnePage({ id }: { id: string }) {
  const t = useWords();
  const one = useRequest(id);
  const scope = useInboxScope();
  const { remote } = one.read;
  const title = remote.kind === 'ready' ? remote.data.content.subject : t('request.title');
  return (
    <Page.Main>
      <PageTop title={title} navigationAction={<BackButton fallback={`${PAGES}/inbox`} />} />
      <Layouts.Content>
        {remote.kind === 'failed' ? (
          <Failed
            failure={remote.failure}
            {...(remote.failure.kind !== 'problem' && { retry: one.read.reload })}
          />
        ) : scope.remote.kind === 'failed' ? (
          <Failed failure={scope.remote.failure} retry={scope.reload} />
        ) : remote.kind === 'ready' && scope.remote.kind === 'ready' ? (
          <Body one={one} request={remote.data} scope={scope.remote.data} />
        ) : (
          <Loader>{t('loading')}</Loader>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function Body({ one, request, scope }: { one: OneRequest; request: InboxRequest; scope: InboxScope }) {
  const t = useWords();
  const dates = useDates();
  const { has } = usePermissions();
  const { toggleNotification } = useNotification();
  const { acting } = one;

  useEffect(() => {
    // An acknowledgement says so itself, where the button was.
    if (acting.kind === 'done' && acting.action !== 'acknowledge')
      toggleNotification({ type: 'success', message: t(`done.${acting.action}`) });
  }, [acting, t, toggleNotification]);

  const administration = scope.administrations.find(({ id }) => id === request.administrationId);
  if (!administration) return <Failed failure={{ kind: 'problem', code: 'not-found', errors: [] }} />;
  const { timeZone } = administration;
  const mayAct = has('inbox.answer');
  const today = dateIn(timeZone, new Date());
  return (
    <>
      <Band $colour={administrationColour(administration)}>
        <Flex gap={3} justifyContent="space-between" wrap="wrap">
          <AdministrationName administration={administration} strong />
          <RequestStatus request={request} />
        </Flex>
        <Typography tag="p" textColor="neutral600" paddingTop={2} style={{ overflowWrap: 'anywhere' }}>
          {[
            t(`nature.${request.legal.nature}`),
            t('request.receivedAt', { moment: dates.moment(request.receivedAt, timeZone) }),
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
      <Grid.Root gap={6} style={{ alignItems: 'start' }}>
        <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          {request.suspicion === 'suspect' && <Notice look="warning">{t('request.suspect')}</Notice>}
          <Card title={t('request.conversation')}>
            <Timeline request={request} timeZone={timeZone} />
          </Card>
          {mayAct && <AcknowledgeCard one={one} request={request} />}
          {mayAct && request.actions.includes('answer') && (
            <AnswerForm one={one} request={request} signature={administration.signature} />
          )}
          {mayAct && !request.actions.includes('answer') && one.draft && (
            <Notice look="warning">{t('answer.closedMeanwhile', { draft: one.draft })}</Notice>
          )}
          {acting.kind === 'failed' && !['acknowledge', 'answer'].includes(acting.action) && (
            <Notice look="danger" live>
              {t(failureWords(acting.failure))}
            </Notice>
          )}
          {mayAct && <RequestActions one={one} request={request} />}
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          <DeadlinesCard request={request} today={today} />
          <SenderCard content={request.content} />
        </Grid.Item>
      </Grid.Root>
      <Box paddingBottom={8} />
    </>
  );
}
