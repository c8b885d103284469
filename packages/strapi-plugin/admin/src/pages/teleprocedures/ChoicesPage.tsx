import type { AdministrationTeleprocedures } from '@guichet/contracts/admin/teleprocedures';
import { Flex, Loader } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Failed } from '../../shared/Failed.js';
import { List } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { OfferedRow } from './OfferedRow.js';
import { type ChoicesRead, useChoices } from './use-choices.js';

/** What others operate for the residents of one administration, and what it makes of each. */
export function ChoicesPage() {
  const { id = '' } = useParams();
  return <OneAdministration key={id} id={id} />;
}

function OneAdministration({ id }: { id: string }) {
  const t = useWords();
  const choices = useChoices(id);
  const { remote, reload } = choices.read;
  return (
    <Page.Main>
      <PageTop
        title={t('choices')}
        subtitle={t('choices.subtitle')}
        navigationAction={<BackButton fallback={`${PAGES}/administrations/${encodeURIComponent(id)}`} />}
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {remote.kind === 'ready' && <Offered choices={choices} all={remote.data} />}
      </Layouts.Content>
    </Page.Main>
  );
}

function Offered({ choices, all }: { choices: ChoicesRead; all: AdministrationTeleprocedures }) {
  const t = useWords();
  /** The slug of the one whose words are being written. */
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
      <div>
        <AdministrationName administration={all.administration} strong />
      </div>
      {all.succeededBy && (
        <Notice look="info">{t('choices.succeeded', { name: all.succeededBy.name })}</Notice>
      )}
      {all.teleprocedures.length ? (
        <List aria-label={t('choices')}>
          {all.teleprocedures.map((offered) => (
            <OfferedRow
              key={offered.slug}
              offered={offered}
              all={all}
              choose={choices.choose}
              isOpen={open === offered.slug}
              // One at a time: what is being written is not given up for another.
              isFree={all.mayConfigure && open === null}
              open={(isOpen) => setOpen(isOpen ? offered.slug : null)}
            />
          ))}
        </List>
      ) : (
        <Notice look="info">{t('choices.none')}</Notice>
      )}
    </Flex>
  );
}
