import type { AdminDirectory } from '@guichet/contracts/admin/directory';
import { Box, Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { ExternalLink, Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link, useLocation } from 'react-router-dom';
import { AdministrationChoice } from '../../shared/AdministrationChoice.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AdministrationPicker } from '../../shared/AdministrationPicker.js';
import { Card } from '../../shared/Card.js';
import { Failed } from '../../shared/Failed.js';
import { Folded } from '../../shared/Folded.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { organisationPage } from './addresses.js';
import { Arrangement } from './Arrangement.js';
import { useChosen, useDirectory } from './use-directory.js';

/** Who does what for the residents of one administration at a time: in which order, in whose words, what is hidden. */
export function DirectoryPage() {
  const t = useWords();
  const { mine, id, choose } = useChosen();
  const { remote, reload } = mine;
  const few =
    remote.kind === 'ready' && remote.data.total <= remote.data.rows.length ? remote.data.rows : null;
  const isOneOfFew = few?.some((one) => one.id === id) ?? false;
  return (
    <Page.Main>
      <PageTop title={t('directory')} subtitle={t('directory.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {remote.kind === 'loading' && !id && <Loader>{t('loading')}</Loader>}
          {remote.kind === 'failed' && !id && <Failed failure={remote.failure} retry={reload} />}
          {few?.length === 0 && !id && <Notice look="info">{t('inbox.servesNothing')}</Notice>}
          {few && few.length > 1 && id && isOneOfFew && (
            <Box maxWidth="32rem">
              <AdministrationChoice administrations={few} id={id} choose={choose} />
            </Box>
          )}
          {remote.kind === 'ready' && !few && !id && (
            <Card title={t('directory.whose')}>
              <AdministrationPicker label={t('picker.label')} except={[]} choose={(one) => choose(one.id)} />
            </Card>
          )}
          {id && <One key={id} id={id} isNamed={!isOneOfFew || few?.length === 1} />}
          {remote.kind === 'ready' && !few && id && (
            <Folded>
              <summary>{t('directory.whose.change')}</summary>
              <AdministrationPicker
                label={t('picker.label')}
                quiet
                except={[id]}
                choose={(one) => choose(one.id)}
              />
            </Folded>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function One({ id, isNamed }: { id: string; isNamed: boolean }) {
  const t = useWords();
  const directory = useDirectory(id);
  const { remote, reload } = directory.read;
  const { state } = useLocation() as { state: { saved?: string; removed?: string } | null };
  if (remote.kind === 'loading') return <Loader>{t('loading')}</Loader>;
  if (remote.kind === 'failed') return <Failed failure={remote.failure} retry={reload} />;
  const { data } = remote;
  return (
    <>
      <Head directory={data} isNamed={isNamed} />
      {state?.saved && (
        <Box role="status">
          <Notice look="success">{t('directory.saved', { name: state.saved })}</Notice>
        </Box>
      )}
      {state?.removed && (
        <Box role="status">
          <Notice look="success">{t('directory.removed', { name: state.removed })}</Notice>
        </Box>
      )}
      {data.organisations.length ? (
        <Arrangement saved={data} save={directory.save} />
      ) : (
        <Notice look="info">{t('directory.empty')}</Notice>
      )}
    </>
  );
}

/** Whose it is, where residents see it, and a way to add to it. */
function Head({ directory, isNamed }: { directory: AdminDirectory; isNamed: boolean }) {
  const t = useWords();
  const { administration, mayConfigure, link } = directory;
  return (
    <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
      <Box flex="1 1 30rem" minWidth={0}>
        {isNamed && <AdministrationName administration={administration} strong />}
        <Typography tag="p" textColor="neutral700">
          {t('directory.first')}
        </Typography>
      </Box>
      <Flex gap={3} wrap="wrap">
        <LinkButton
          href={link}
          target="_blank"
          rel="noreferrer"
          variant="tertiary"
          endIcon={<ExternalLink />}
        >
          {t('directory.see')}
        </LinkButton>
        {mayConfigure && (
          <LinkButton tag={Link} to={organisationPage(administration.id, null)} startIcon={<Plus />}>
            {t('directory.new')}
          </LinkButton>
        )}
      </Flex>
    </Flex>
  );
}
