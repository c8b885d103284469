import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { type Failure, failureWords } from './failure.js';
import { useWords } from './words.js';

/** A page or a part of it that could not be read: why, and another try. */
export function Failed({ failure, retry }: { failure: Failure; retry?: () => void }) {
  const t = useWords();
  return (
    <Box background="neutral0" padding={8} hasRadius shadow="tableShadow" role="alert">
      <Flex direction="column" gap={4} alignItems="center">
        <WarningCircle width="3.2rem" height="3.2rem" fill="danger600" aria-hidden />
        <Typography variant="omega" textAlign="center" style={{ maxWidth: '60ch' }}>
          {t(failureWords(failure))}
        </Typography>
        {retry && (
          <Button variant="secondary" onClick={retry}>
            {t('retry')}
          </Button>
        )}
      </Flex>
    </Box>
  );
}
