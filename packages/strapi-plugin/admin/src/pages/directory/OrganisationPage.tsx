import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Loader } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Failed } from '../../shared/Failed.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { ADMINISTRATION, directoryPage } from './addresses.js';
import { OrganisationForm } from './OrganisationForm.js';
import { OrganisationOrigin } from './OrganisationOrigin.js';
import { OrganisationView } from './OrganisationView.js';
import { useOrganisation } from './use-organisation.js';

/** One organisation of a directory: written by who owns it, read by the others. */
export function OrganisationPage() {
  const { id } = useParams();
  const [params] = useSearchParams();
  const administrationId = params.get(ADMINISTRATION) ?? '';
  return <One key={id ?? 'new'} administrationId={administrationId} id={id ?? null} />;
}

function One({ administrationId, id }: { administrationId: string; id: string | null }) {
  const t = useWords();
  const one = useOrganisation(administrationId, id);
  const { remote, reload } = one.read;
  const found = remote.kind === 'ready' ? remote.data : null;
  const owner = found && (found.organisation ? found.organisation.owner : tagOf(found.administration));
  return (
    <Page.Main>
      <PageTop
        title={found?.organisation?.facts.name ?? t(id ? 'organisation' : 'directory.new')}
        navigationAction={<BackButton fallback={directoryPage(administrationId)} />}
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {found && (
          <Box maxWidth="96rem">
            <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
              {owner && <AdministrationName administration={owner} strong />}
              {found.organisation && (
                <OrganisationOrigin
                  organisation={found.organisation}
                  timeZone={found.administration.timeZone}
                />
              )}
              {found.mayEdit ? (
                <OrganisationForm one={one} found={found} back={directoryPage(administrationId)} />
              ) : (
                found.organisation && (
                  <OrganisationView
                    organisation={found.organisation}
                    timeZone={found.administration.timeZone}
                    holidays={found.administration.holidays}
                  />
                )
              )}
            </Flex>
          </Box>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

const tagOf = ({ id, name, accent, integration }: AdminAdministration): AdministrationTag => ({
  id,
  name,
  accent,
  code: integration.code,
});
