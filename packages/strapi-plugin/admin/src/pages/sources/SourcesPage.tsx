import type { GuideSources, GuideSourceView } from '@guichet/contracts/admin/guides';
import { adminUrl } from '@guichet/contracts/admin/paths';
import type { DirectorySources, DirectorySourceView } from '@guichet/contracts/admin/territory';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { type ReactNode, useCallback } from 'react';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useRemote } from '../../shared/remote.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { DirectorySourceCard } from './DirectorySourceCard.js';
import { GuideSourceCard } from './GuideSourceCard.js';

interface Sources {
  directory: DirectorySourceView[];
  guides: GuideSourceView[];
}

/** Where what the hosting shows of others comes from, and what came of reading it: for who looks after the hosting. */
export function SourcesPage() {
  const t = useWords();
  const { get, post } = useFetchClient();
  const { remote, reload, replace } = useRemote(
    useCallback(
      async (signal: AbortSignal): Promise<Sources> => {
        const [directory, guides] = await Promise.all([
          get<DirectorySources>(adminUrl('directorySources'), { signal }),
          get<GuideSources>(adminUrl('guides'), { signal }),
        ]);
        return { directory: directory.data.sources, guides: guides.data.sources };
      },
      [get],
    ),
  );
  const { saving, save } = useSave();
  const refresh = () =>
    save(async () => {
      const [directory, guides] = await Promise.all([
        post<DirectorySources>(adminUrl('directorySourcesRefresh'), {}),
        post<GuideSources>(adminUrl('guidesRefresh'), {}),
      ]);
      replace({ directory: directory.data.sources, guides: guides.data.sources });
    });
  return (
    <Page.Main>
      <PageTop
        title={t('sources.title')}
        subtitle={t('sources.subtitle')}
        primaryAction={
          <Button variant="secondary" loading={saving.kind === 'saving'} onClick={() => void refresh()}>
            {t('sources.refresh')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {saving.kind === 'saved' && (
            <Box role="status">
              <Notice look="success">{t('sources.refreshing')}</Notice>
            </Box>
          )}
          {saving.kind === 'failed' && (
            <Notice look="danger" live>
              {t(failureWords(saving.failure))}
            </Notice>
          )}
          {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
          {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
          {remote.kind === 'ready' && <Both sources={remote.data} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function Both({ sources: { directory, guides } }: { sources: Sources }) {
  const t = useWords();
  return (
    <>
      <Part title={t('directory')}>
        {!directory.some(({ part }) => part === 'annuaire') && (
          <Notice look="info">{t('sources.annuaire.none')}</Notice>
        )}
        {directory.map((source) => (
          <DirectorySourceCard key={source.part} source={source} />
        ))}
      </Part>
      <Part title={t('guides.title')}>
        {!guides.length && <Notice look="info">{t('guides.none')}</Notice>}
        {guides.map((source) => (
          <GuideSourceCard key={source.part} source={source} />
        ))}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h2" variant="beta">
        {title}
      </Typography>
      {children}
    </Flex>
  );
}
