import type { Endpoint, EndpointSecret, EndpointTest } from '@guichet/contracts/admin/webhooks';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AskedFirst } from '../../shared/AskedFirst.js';
import { useDates } from '../../shared/dates.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { EndpointDeliveries } from './EndpointDeliveries.js';
import { useResult } from './use-result.js';
import type { EndpointsRead } from './use-endpoints.js';

/** One address: what it is told, what came of it, what can be done. */
export function EndpointCard(props: {
  endpoints: EndpointsRead;
  endpoint: Endpoint;
  isFree: boolean;
  change(): void;
  tell(told: EndpointSecret): void;
}) {
  const t = useWords();
  const dates = useDates();
  const { endpoints, endpoint, isFree, change, tell } = props;
  const { id, url, types, isEnabled, formerSecretUntil, administration } = endpoint;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 28rem" minWidth={0}>
          <AdministrationName administration={administration} />
          <Typography tag="h2" fontWeight="bold" paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
            {types.map((type) => t(`webhooks.type.${type}`)).join(' · ')}
          </Typography>
          {formerSecretUntil && (
            <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
              {t('webhooks.former', { moment: dates.moment(formerSecretUntil, timeZone) })}
            </Typography>
          )}
        </Box>
        {!isEnabled && (
          <Badge backgroundColor="danger200" textColor="neutral800">
            {t('webhooks.disabled')}
          </Badge>
        )}
      </Flex>
      {isFree && (
        <Flex gap={2} wrap="wrap">
          <TestButton endpoints={endpoints} endpoint={endpoint} />
          <Button variant="tertiary" aria-label={t('webhooks.change.one', { url })} onClick={change}>
            {t('webhooks.change')}
          </Button>
          <AskedFirst
            label={t('webhooks.rotate')}
            title={t('webhooks.rotate.one', { url })}
            question={t('webhooks.rotate.question')}
            variant="tertiary"
            act={async () => tell(await endpoints.rotate(id))}
          />
          <AskedFirst
            label={t('webhooks.remove')}
            title={t('webhooks.remove.one', { url })}
            question={t('webhooks.remove.question')}
            variant="danger-light"
            act={() => endpoints.remove(id)}
          />
        </Flex>
      )}
      <EndpointDeliveries endpoints={endpoints} endpoint={endpoint} />
    </Flex>
  );
}

function TestButton({ endpoints, endpoint }: { endpoints: EndpointsRead; endpoint: Endpoint }) {
  const t = useWords();
  const resultOf = useResult();
  const { saving, save } = useSave();
  const [tested, setTested] = useState<EndpointTest | null>(null);
  const test = () =>
    save(async () => {
      setTested(null);
      setTested(await endpoints.test(endpoint.id));
    });
  const isTaken = tested?.status != null && tested.status >= 200 && tested.status < 300;
  return (
    <>
      <Button
        variant="secondary"
        loading={saving.kind === 'saving'}
        aria-label={t('webhooks.test.one', { url: endpoint.url })}
        onClick={() => void test()}
      >
        {t('webhooks.test')}
      </Button>
      {(tested || saving.kind === 'failed') && (
        <Box order={1} width="100%">
          {saving.kind === 'failed' ? (
            <Notice look="danger" live>
              {t(failureWords(saving.failure))}
            </Notice>
          ) : (
            tested && (
              <Notice look={isTaken ? 'success' : 'danger'} live>
                {t(isTaken ? 'webhooks.test.taken' : 'webhooks.test.refused', { result: resultOf(tested) })}
              </Notice>
            )
          )}
        </Box>
      )}
    </>
  );
}
