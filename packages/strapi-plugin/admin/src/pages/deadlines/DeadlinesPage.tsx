import { deadlineGroups, type Deadlines } from '@guichet/contracts/admin/deadlines';
import type { InboxScope } from '@guichet/contracts/admin/inbox';
import {
  Box,
  Button,
  EmptyStateLayout,
  Field,
  Flex,
  Loader,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Failed } from '../../shared/Failed.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { DeadlineGroupList } from './DeadlineGroupList.js';
import { type DeadlinesRead, useDeadlines } from './use-deadlines.js';

const ALL = '';

/** What the law leaves of time, and what cannot be held against who asked, over every mairie that the agent serves. */
export function DeadlinesPage() {
  const t = useWords();
  const deadlines = useDeadlines();
  return (
    <Page.Main>
      <PageTop title={t('schedule.title')} subtitle={t('schedule.subtitle')} />
      <Layouts.Content>
        <Body deadlines={deadlines} />
      </Layouts.Content>
    </Page.Main>
  );
}

function Body({ deadlines }: { deadlines: DeadlinesRead }) {
  const t = useWords();
  const { scope, list } = deadlines;
  if (scope.remote.kind === 'failed') return <Failed failure={scope.remote.failure} retry={scope.reload} />;
  if (scope.remote.kind === 'loading') return <Loader>{t('loading')}</Loader>;
  const { data } = scope.remote;
  if (!data.administrations.length) return <Notice look="info">{t('inbox.servesNothing')}</Notice>;
  const listed = list.remote;
  return (
    <>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-end" wrap="wrap" paddingBottom={6}>
        {data.administrations.length > 1 ? <Chooser deadlines={deadlines} scope={data} /> : <span />}
        <Button variant="tertiary" onClick={list.reload}>
          {t('inbox.refresh')}
        </Button>
      </Flex>
      {listed.kind === 'loading' && <Loader>{t('loading')}</Loader>}
      {listed.kind === 'failed' && <Failed failure={listed.failure} retry={list.reload} />}
      {listed.kind === 'ready' && (
        <Box aria-busy={listed.stale} style={{ opacity: listed.stale ? 0.6 : 1 }} paddingBottom={8}>
          <Groups deadlines={deadlines} found={listed.data} scope={data} />
        </Box>
      )}
    </>
  );
}

function Chooser({ deadlines, scope }: { deadlines: DeadlinesRead; scope: InboxScope }) {
  const t = useWords();
  return (
    <Box flex="0 1 32rem" minWidth={0}>
      <Field.Root>
        <FieldLabel>{t('inbox.filter.administration')}</FieldLabel>
        <SingleSelect
          value={deadlines.administrationId ?? ALL}
          onChange={(id) => deadlines.choose(String(id) || null)}
        >
          <SingleSelectOption value={ALL}>{t('inbox.filter.allAdministrations')}</SingleSelectOption>
          {scope.administrations.map(({ id, name }) => (
            <SingleSelectOption key={id} value={id}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Box>
  );
}

function Groups(props: { deadlines: DeadlinesRead; found: Deadlines; scope: InboxScope }) {
  const t = useWords();
  const { deadlines, found, scope } = props;
  const filled = deadlineGroups.filter((group) => found.groups[group].total > 0);
  if (!filled.length)
    return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('schedule.empty')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      {filled.map((group) => (
        <DeadlineGroupList
          key={group}
          group={group}
          list={found.groups[group]}
          pageSize={found.pageSize}
          scope={scope}
          go={(page) => deadlines.go(group, page)}
        />
      ))}
    </Flex>
  );
}
