import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import { Loader } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { Failed } from '../../shared/Failed.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { AdministrationEditor } from './AdministrationEditor.js';
import { formOf } from './form-state.js';
import { useAdministration } from './use-administrations.js';

/** One administration: what residents see of it, who answers for it, and what its webmaster pastes. */
export function AdministrationPage() {
  const { id = '' } = useParams();
  return <OnePage key={id} id={id} />;
}

function OnePage({ id }: { id: string }) {
  const t = useWords();
  const one = useAdministration(id);
  const { remote, reload } = one.read;
  const administration: AdminAdministration | null = remote.kind === 'ready' ? remote.data : null;
  return (
    <Page.Main>
      <PageTop
        title={administration?.name ?? t('administration.title')}
        navigationAction={<BackButton fallback={`${PAGES}/administrations`} />}
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {administration && (
          <AdministrationEditor
            store={one.store}
            administration={administration}
            begun={formOf(administration)}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
