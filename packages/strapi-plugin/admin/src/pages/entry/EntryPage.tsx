import { Box, Loader } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { PAGES } from '../../plugin-id.js';
import { Failed } from '../../shared/Failed.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { useInboxScope } from '../inbox/use-inbox.js';
import { EntryDone } from './EntryDone.js';
import { EntryFields } from './EntryFields.js';
import { useEntry } from './use-entry.js';

/** What came at the counter, by post or by telephone. */
export function EntryPage() {
  const t = useWords();
  return (
    <Page.Main>
      <PageTop
        title={t('entry.title')}
        subtitle={t('entry.subtitle')}
        navigationAction={<BackButton fallback={`${PAGES}/inbox`} />}
      />
      <Layouts.Content>
        <Box maxWidth="72rem" paddingBottom={8}>
          <Body />
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}

function Body() {
  const t = useWords();
  const { remote, reload } = useInboxScope();
  const entering = useEntry();
  if (remote.kind === 'failed') return <Failed failure={remote.failure} retry={reload} />;
  if (remote.kind === 'loading') return <Loader>{t('loading')}</Loader>;
  if (!remote.data.administrations.length) return <Notice look="info">{t('inbox.servesNothing')}</Notice>;
  if (entering.created) return <EntryDone created={entering.created} another={entering.another} />;
  return <EntryFields entering={entering} scope={remote.data} />;
}
