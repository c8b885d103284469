import type { FailedDeliveries, FailedDelivery } from '@guichet/contracts/admin/deliveries';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { Box, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { administrationColour } from '../../shared/administration-colour.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { useDates } from '../../shared/dates.js';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { usePermissions } from '../../shared/permissions.js';
import { useRemote } from '../../shared/remote.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';

/** Mails that could not leave in three days, to be sent again once the cause is mended. */
export function DeliveriesPage() {
  const t = useWords();
  const { get } = useFetchClient();
  const { remote, reload } = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<FailedDeliveries>(adminUrl('deliveries'), { signal })).data,
      [get],
    ),
  );
  return (
    <Page.Main>
      <PageTop title={t('deliveries.title')} subtitle={t('deliveries.subtitle')} />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {remote.kind === 'ready' && !remote.data.deliveries.length && (
          <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('deliveries.empty')} />
        )}
        {remote.kind === 'ready' && remote.data.deliveries.length > 0 && (
          <List aria-label={t('deliveries.title')}>
            {remote.data.deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} reload={reload} />
            ))}
          </List>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function DeliveryRow({ delivery, reload }: { delivery: FailedDelivery; reload(): void }) {
  const t = useWords();
  const dates = useDates();
  const { post } = useFetchClient();
  const { has } = usePermissions();
  const { saving, save } = useSave();
  const { administration, kind, reference, requestId, attempts, error, failedAt, enqueuedAt } = delivery;
  // The panel's own zone: a mail belongs to the hosting's day, not to a time limit.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const replay = () =>
    save(async () => {
      await post(adminUrl('deliveryReplay', delivery.id), {});
      reload();
    });
  return (
    <Row $colour={administrationColour(administration)}>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 30rem" minWidth={0}>
          <AdministrationName administration={administration} />
          <Typography tag="p" fontWeight="bold" paddingTop={1}>
            {t(`delivery.${kind}`)}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {requestId ? (
              <Link to={`${PAGES}/inbox/${requestId}`}>{reference ?? t('deliveries.request')}</Link>
            ) : (
              reference
            )}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('deliveries.since', {
              enqueued: dates.moment(enqueuedAt, timeZone),
              failed: dates.moment(failedAt, timeZone),
              attempts,
            })}
          </Typography>
          <Typography tag="p" variant="pi" textColor="danger600">
            {t('deliveries.error', { error })}
          </Typography>
        </Box>
        {has('deliveries.replay') && (
          <Button variant="secondary" loading={saving.kind === 'saving'} onClick={() => void replay()}>
            {t('deliveries.replay')}
          </Button>
        )}
      </Flex>
      {saving.kind === 'failed' && (
        <Box paddingTop={3}>
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        </Box>
      )}
    </Row>
  );
}
