import { Box, Button, Flex } from '@strapi/design-system';
import { type ReactNode, useEffect, useRef } from 'react';
import { CopyBlock } from './CopyBlock.js';
import { Notice } from './Notice.js';
import { useWords } from './words.js';

/** A secret that is told this once. `label`: whose it is. `children`: what goes with it into the other software. */
export function SecretShown(props: { label: string; secret: string; close(): void; children?: ReactNode }) {
  const t = useWords();
  const { label, secret, close, children } = props;
  const top = useRef<HTMLDivElement>(null);
  // It stands above what was just pressed, and would be missed.
  useEffect(() => top.current?.focus(), [secret]);
  return (
    <div ref={top} tabIndex={-1} style={{ outline: 'none' }}>
      <Notice look="success" live>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <CopyBlock heading="h2" label={label} hint={t('secret.hint')} text={secret} />
          {children}
          <Box>
            <Button variant="secondary" onClick={close}>
              {t('secret.done')}
            </Button>
          </Box>
        </Flex>
      </Notice>
    </div>
  );
}
