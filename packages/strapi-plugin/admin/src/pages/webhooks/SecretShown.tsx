import type { EndpointSecret } from '@guichet/contracts/admin/webhooks';
import { Box, Button, Flex } from '@strapi/design-system';
import { CopyBlock } from '../../shared/CopyBlock.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** The secret of an endpoint, told this once. */
export function SecretShown({ told, close }: { told: EndpointSecret; close(): void }) {
  const t = useWords();
  return (
    <Notice look="success" live>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <CopyBlock
          heading="h2"
          label={t('webhooks.secret', { url: told.endpoint.url })}
          hint={t('webhooks.secret.hint')}
          text={told.secret}
        />
        <Box>
          <Button variant="secondary" onClick={close}>
            {t('webhooks.secret.done')}
          </Button>
        </Box>
      </Flex>
    </Notice>
  );
}
