import type { InboxRequest, InboxScope } from '@guichet/contracts/admin/inbox';
import type { Action } from '@guichet/contracts/admin/inbox-actions';
import { Box, Grid, Loader } from '@strapi/design-system';
import { BackButton, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { Card } from '../../shared/Card.js';
import { dateIn } from '../../shared/civil-date.js';
import { Failed } from '../../shared/Failed.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { useInboxScope } from '../inbox/use-inbox.js';
import { HoldCard } from '../retention/HoldCard.js';
import { AcknowledgeCard } from './AcknowledgeCard.js';
import { AssignCard } from './AssignCard.js';
import { AttestForm } from './AttestForm.js';
import { AwaitedItems } from './AwaitedItems.js';
import { BouncedNotice } from './BouncedNotice.js';
import { CorrectedNotice } from './CorrectedNotice.js';
import { DeadlinesCard } from './DeadlinesCard.js';
import { DraftCard } from './DraftCard.js';
import { writtenIn } from './drafts.js';
import { Gone } from './Gone.js';
import { NextStep } from './NextStep.js';
import { NoteForm } from './NoteForm.js';
import { Outcome } from './Outcome.js';
import { PaperReply } from './PaperReply.js';
import { PrintRequest } from './PrintRequest.js';
import { ReasonsForm } from './ReasonsForm.js';
import { RequestActions } from './RequestActions.js';
import { ReportCard } from './ReportCard.js';
import { ReportNotice } from './ReportNotice.js';
import { RequestBand } from './RequestBand.js';
import { SenderCard } from './SenderCard.js';
import { Timeline } from './Timeline.js';
import { type OneRequest, useRequest } from './use-request.js';
import { useSilenceWords } from './use-silence-words.js';
import { orphans } from './ways.js';

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
        {one.acting.kind === 'gone' ? (
          <Gone to={one.acting.to} />
        ) : remote.kind === 'failed' ? (
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
  const silenceWords = useSilenceWords();
  const { toggleNotification } = useNotification();
  const { acting, drafts } = one;

  useEffect(() => {
    if (acting.kind === 'done' && (acting.action === 'note' || acting.action === 'assign'))
      toggleNotification({ type: 'success', message: t(`done.${acting.action}`) });
  }, [acting, t, toggleNotification]);

  const administration = scope.administrations.find(({ id }) => id === request.administrationId);
  if (!administration) return <Failed failure={{ kind: 'problem', code: 'not-found', errors: [] }} />;
  const { timeZone, signature } = administration;
  const { actions, legal, draft } = request;
  const can = (action: Action) => actions.includes(action);
  const today = dateIn(timeZone, new Date());
  const orphaned = writtenIn(drafts, orphans(actions, drafts));
  return (
    <>
      <RequestBand administration={administration} request={request} />
      <Outcome
        acting={acting}
        actions={actions}
        version={request.version}
        isForwarded={legal.forwardedTo !== null}
      />
      <Grid.Root gap={6} style={{ alignItems: 'start' }}>
        <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          {orphaned.length > 0 && (
            <Notice look="warning">{t('draft.orphaned', { text: orphaned.join('\n') })}</Notice>
          )}
          {request.content.sender.refusesElectronicReply && (
            <PaperReply request={request} timeZone={timeZone} />
          )}
          {request.suspicion === 'suspect' && <Notice look="warning">{t('request.suspect')}</Notice>}
          {request.status === 'closed' && legal.silence && request.suspicion !== 'rejected' && (
            <Notice look="info">
              <strong>{t('closed.goesOn')}</strong> {silenceWords(legal.silence)} {t('closed.decide')}
            </Notice>
          )}
          <BouncedNotice request={request} timeZone={timeZone} />
          <ReportNotice request={request} timeZone={timeZone} reload={one.read.reload} />
          <CorrectedNotice request={request} timeZone={timeZone} />
          {draft && <DraftCard one={one} request={request} draft={draft} timeZone={timeZone} />}
          <Card title={t('request.conversation')}>
            <Timeline request={request} timeZone={timeZone} />
            {can('note') && (
              <Box paddingTop={4}>
                <NoteForm one={one} />
              </Box>
            )}
          </Card>
          <AcknowledgeCard one={one} request={request} />
          {legal.items && can('complete') && <AwaitedItems one={one} items={legal.items} today={today} />}
          {can('give-reasons') && <ReasonsForm one={one} request={request} />}
          {can('attest') && <AttestForm one={one} request={request} />}
          <NextStep one={one} request={request} signature={signature} today={today} />
          <RequestActions one={one} request={request} />
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          <DeadlinesCard request={request} today={today} />
          <ReportCard request={request} timeZone={timeZone} />
          <AssignCard one={one} request={request} />
          <SenderCard content={request.content} />
          <HoldCard request={request} changed={one.read.reload} />
          <PrintRequest request={request} administration={administration} today={today} />
        </Grid.Item>
      </Grid.Root>
      <Box paddingBottom={8} />
    </>
  );
}
