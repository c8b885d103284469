import type { GuideSources } from '@guichet/contracts/admin/guides';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useRemote } from '../../shared/remote.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { SourceCard } from './SourceCard.js';

/** Where the State's guides come from, and what came of reading them: for who looks after the hosting. */
export function GuidesPage() {
  const t = useWords();
  const { get, post } = useFetchClient();
  const { remote, reload, replace } = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<GuideSources>(adminUrl('guides'), { signal })).data,
      [get],
    ),
  );
  const { saving, save } = useSave();
  const refresh = () =>
    save(async () => replace((await post<GuideSources>(adminUrl('guidesRefresh'), {})).data));
  const sources = remote.kind === 'ready' ? remote.data.sources : [];
  return (
    <Page.Main>
      <PageTop
        title={t('guides.title')}
        subtitle={t('guides.subtitle')}
        {...(sources.length && {
          primaryAction: (
            <Button variant="secondary" loading={saving.kind === 'saving'} onClick={() => void refresh()}>
              {t('guides.refresh')}
            </Button>
          ),
        })}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {saving.kind === 'saved' && (
            <Box role="status">
              <Notice look="success">{t('guides.refreshing')}</Notice>
            </Box>
          )}
          {saving.kind === 'failed' && (
            <Notice look="danger" live>
              {t(failureWords(saving.failure))}
            </Notice>
          )}
          {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
          {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
          {remote.kind === 'ready' && !sources.length && (
            <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('guides.none')} />
          )}
          {sources.map((source) => (
            <SourceCard key={source.part} source={source} />
          ))}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
