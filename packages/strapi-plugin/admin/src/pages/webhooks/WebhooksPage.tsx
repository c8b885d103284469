import type { InboxScope } from '@guichet/contracts/admin/inbox';
import type { Endpoint, EndpointSecret } from '@guichet/contracts/admin/webhooks';
import { Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { administrationColour } from '../../shared/administration-colour.js';
import { Failed } from '../../shared/Failed.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { SecretShown } from '../../shared/SecretShown.js';
import { useWords } from '../../shared/words.js';
import { useInboxScope } from '../inbox/use-inbox.js';
import { EndpointCard } from './EndpointCard.js';
import { EndpointForm } from './EndpointForm.js';
import { type EndpointsRead, useEndpoints } from './use-endpoints.js';

/** Where the other software of each mairie is told what happens to requests. */
export function WebhooksPage() {
  const t = useWords();
  const endpoints = useEndpoints();
  const scope = useInboxScope();
  /** What is being written: an endpoint's id, `new`, or none. */
  const [open, setOpen] = useState<string | null>(null);
  const { remote } = endpoints.list;
  return (
    <Page.Main>
      <PageTop
        title={t('webhooks.title')}
        subtitle={t('webhooks.subtitle')}
        primaryAction={
          open === null && (
            <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
              {t('webhooks.new')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        {scope.remote.kind === 'failed' ? (
          <Failed failure={scope.remote.failure} retry={scope.reload} />
        ) : remote.kind === 'failed' ? (
          <Failed failure={remote.failure} retry={endpoints.list.reload} />
        ) : remote.kind === 'ready' && scope.remote.kind === 'ready' ? (
          <Body
            endpoints={endpoints}
            listed={remote.data.endpoints}
            scope={scope.remote.data}
            open={open}
            setOpen={setOpen}
          />
        ) : (
          <Loader>{t('loading')}</Loader>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function Body(props: {
  endpoints: EndpointsRead;
  listed: Endpoint[];
  scope: InboxScope;
  open: string | null;
  setOpen(open: string | null): void;
}) {
  const t = useWords();
  const { endpoints, listed, scope, open, setOpen } = props;
  /** Told once: it stays on screen until it is put away. */
  const [told, setTold] = useState<EndpointSecret | null>(null);
  if (!scope.administrations.length) return <Notice look="info">{t('inbox.servesNothing')}</Notice>;
  const close = () => setOpen(null);
  return (
    <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
      {told && (
        <SecretShown
          label={t('webhooks.secret', { url: told.endpoint.url })}
          secret={told.secret}
          close={() => setTold(null)}
        />
      )}
      {open === 'new' && (
        <EndpointForm
          endpoint={null}
          scope={scope}
          close={close}
          send={async ({ administrationId, url, types }) => {
            setTold(await endpoints.add({ administrationId, url, types }));
          }}
        />
      )}
      {!listed.length && open !== 'new' && (
        <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('webhooks.empty')} />
      )}
      {listed.length > 0 && (
        <List aria-label={t('webhooks.title')}>
          {listed.map((endpoint) => (
            <Row key={endpoint.id} $colour={administrationColour(endpoint.administration)}>
              {open === endpoint.id ? (
                <EndpointForm
                  endpoint={endpoint}
                  scope={scope}
                  close={close}
                  send={({ url, types, isEnabled }) =>
                    endpoints.change(endpoint.id, { url, types, isEnabled })
                  }
                />
              ) : (
                <EndpointCard
                  endpoints={endpoints}
                  endpoint={endpoint}
                  // One at a time: what is being written is not given up for another.
                  isFree={open === null}
                  change={() => setOpen(endpoint.id)}
                  tell={setTold}
                />
              )}
            </Row>
          ))}
        </List>
      )}
    </Flex>
  );
}
