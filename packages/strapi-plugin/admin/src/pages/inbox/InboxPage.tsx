import {
  type Box as Boxed,
  boxes,
  type InboxPage as Listed,
  type InboxScope,
} from '@guichet/contracts/admin/inbox';
import { Box, Button, EmptyStateLayout, Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { Failed } from '../../shared/Failed.js';
import { Notice } from '../../shared/Notice.js';
import { Pages } from '../../shared/Pages.js';
import { PageTop } from '../../shared/PageTop.js';
import { usePermissions } from '../../shared/permissions.js';
import { useWords } from '../../shared/words.js';
import { ExportList } from '../export/ExportList.js';
import { BoxTabs } from './BoxTabs.js';
import { BulkBar } from './BulkBar.js';
import { InboxFilters } from './InboxFilters.js';
import { InboxList } from './InboxList.js';
import { PassedOnNotice } from './PassedOnNotice.js';
import { UrgencyLists } from './UrgencyLists.js';
import { type Inbox, useInbox } from './use-inbox.js';
import { useSelection } from './use-selection.js';
import { useWayBack } from './use-way-back.js';
import { walk } from './walk.js';

/** What residents sent to the administrations that the agent serves. */
export function InboxPage() {
  const t = useWords();
  const inbox = useInbox();
  const { has } = usePermissions();
  const { remote } = inbox.scope;
  const servesNothing = remote.kind === 'ready' && !remote.data.administrations.length;
  return (
    <Page.Main>
      <PageTop
        title={t('inbox.title')}
        primaryAction={
          has('inbox.answer') &&
          !servesNothing && (
            <LinkButton tag={Link} to={`${PAGES}/entry`} startIcon={<Plus />}>
              {t('entry.title')}
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        <Body inbox={inbox} />
      </Layouts.Content>
    </Page.Main>
  );
}

function Body({ inbox }: { inbox: Inbox }) {
  const t = useWords();
  const { scope, list } = inbox;
  if (scope.remote.kind === 'failed') return <Failed failure={scope.remote.failure} retry={scope.reload} />;
  if (scope.remote.kind === 'loading') return <Loader>{t('loading')}</Loader>;
  const { data } = scope.remote;
  if (!data.administrations.length) return <Notice look="info">{t('inbox.servesNothing')}</Notice>;
  const listed = list.remote;
  const counts = listed.kind === 'ready' ? listed.data.counts : null;
  return (
    <>
      <BoxTabs
        boxes={boxes}
        counts={counts}
        current={inbox.filters.box}
        choose={(box: Boxed) => inbox.filter({ box })}
      />
      <InboxFilters inbox={inbox} scope={data} />
      {inbox.filters.box === 'suspects' && (
        <Box paddingBottom={5}>
          <Notice look="info">{t('inbox.suspects.what')}</Notice>
        </Box>
      )}
      {listed.kind === 'loading' && <Loader>{t('loading')}</Loader>}
      {listed.kind === 'failed' && <Failed failure={listed.failure} retry={list.reload} />}
      {listed.kind === 'ready' && (
        <Box aria-busy={listed.stale} style={{ opacity: listed.stale ? 0.6 : 1 }}>
          <Found inbox={inbox} page={listed.data} scope={data} />
        </Box>
      )}
    </>
  );
}

function Found({ inbox, page, scope }: { inbox: Inbox; page: Listed; scope: InboxScope }) {
  const t = useWords();
  const { filters, isFiltered, filter, list } = inbox;
  const { has } = usePermissions();
  const { page: _, ...asked } = filters;
  const selection = useSelection(page.rows, filters);
  const listed = useWayBack();
  const isUrgentFirst = filters.box === 'waiting' || filters.box === 'mine';
  return (
    <div ref={listed} onKeyDown={walk}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={3}>
        <Typography tag="p" role="status" tabIndex={-1} textColor="neutral600">
          {t('inbox.count', { count: page.total })}
          {page.total > 1 && ` — ${t(isUrgentFirst ? 'inbox.order.urgent' : 'inbox.order.newest')}`}
        </Typography>
        <Flex gap={2} wrap="wrap">
          {has('inbox.export') && (
            <ExportList query={{ ...asked, search: inbox.search }} total={page.total} />
          )}
          <Button variant="tertiary" onClick={list.reload}>
            {t('inbox.refresh')}
          </Button>
        </Flex>
      </Flex>
      <PassedOnNotice
        passedOn={page.passedOn}
        timeZone={scope.administrations[0]?.timeZone ?? 'Europe/Paris'}
      />
      <BulkBar box={filters.box} listed={page.rows} selection={selection} reload={list.reload} />
      {page.rows.length ? (
        isUrgentFirst ? (
          <UrgencyLists rows={page.rows} scope={scope} selection={selection} />
        ) : (
          <InboxList rows={page.rows} scope={scope} name={t('inbox.list')} selection={selection} />
        )
      ) : (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t(isFiltered ? 'inbox.empty.filtered' : `inbox.empty.${filters.box}`)}
        />
      )}
      <Pages page={page.page} pageSize={page.pageSize} total={page.total} go={(to) => filter({ page: to })} />
    </div>
  );
}
