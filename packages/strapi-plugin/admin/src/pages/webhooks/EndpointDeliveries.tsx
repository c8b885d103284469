import type { Endpoint, WebhookDelivery } from '@guichet/contracts/admin/webhooks';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useDates } from '../../shared/dates.js';
import { failureWords } from '../../shared/failure.js';
import { Folded } from '../../shared/Folded.js';
import { Notice } from '../../shared/Notice.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import type { EndpointsRead } from './use-endpoints.js';
import { useResult } from './use-result.js';

const Deliveries = styled.ol`
  display: grid;
  margin: 0;
  padding: 0;
  list-style: none;

  li {
    padding-block: 0.8rem;
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const looks = { delivered: 'success200', waiting: 'warning200', dead: 'danger200' } as const;

/** The last messages, what came of each, and another try of those that were given up. Open where one was. */
export function EndpointDeliveries({
  endpoints,
  endpoint,
}: {
  endpoints: EndpointsRead;
  endpoint: Endpoint;
}) {
  const t = useWords();
  const { deliveries } = endpoint;
  if (!deliveries.length)
    return (
      <Typography variant="pi" textColor="neutral600">
        {t('webhooks.deliveries.none')}
      </Typography>
    );
  return (
    <Folded open={deliveries.some(({ state }) => state === 'dead')}>
      <summary>{t('webhooks.deliveries', { count: deliveries.length })}</summary>
      <Deliveries aria-label={t('webhooks.deliveries', { count: deliveries.length })}>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <Delivery endpoints={endpoints} delivery={delivery} />
          </li>
        ))}
      </Deliveries>
    </Folded>
  );
}

function Delivery({ endpoints, delivery }: { endpoints: EndpointsRead; delivery: WebhookDelivery }) {
  const t = useWords();
  const dates = useDates();
  const resultOf = useResult();
  const { saving, save } = useSave();
  const { id, type, at, attempts, state } = delivery;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <>
      <Flex gap={3} justifyContent="space-between" wrap="wrap">
        <Box flex="1 1 24rem" minWidth={0}>
          <Flex gap={2} wrap="wrap">
            <Badge backgroundColor={looks[state]} textColor="neutral800">
              {t(`webhooks.state.${state}`)}
            </Badge>
            <Typography variant="pi" textColor="neutral800">
              {t(`webhooks.type.${type}`)}
            </Typography>
          </Flex>
          <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
            {[resultOf(delivery), dates.moment(at, timeZone), t('webhooks.attempts', { attempts })].join(
              ' · ',
            )}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {`webhook-id ${id}`}
          </Typography>
        </Box>
        {state === 'dead' && (
          <Button
            variant="secondary"
            size="S"
            loading={saving.kind === 'saving'}
            onClick={() => void save(() => endpoints.replay(id))}
          >
            {t('deliveries.replay')}
          </Button>
        )}
      </Flex>
      {saving.kind === 'failed' && (
        <Box paddingTop={2}>
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        </Box>
      )}
    </>
  );
}
