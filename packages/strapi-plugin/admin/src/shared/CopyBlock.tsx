import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { useId, useState } from 'react';
import { styled } from 'styled-components';
import { useWords } from './words.js';

const Text = styled.pre`
  margin: 0;
  padding: 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: monospace;
  font-size: 1.3rem;
  line-height: 1.5;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** Text to be taken elsewhere, in one click or by hand. `heading`: its level in the page. */
export function CopyBlock(props: { label: string; text: string; hint?: string; heading?: 'h2' | 'h3' }) {
  const { label, text, hint, heading = 'h3' } = props;
  const t = useWords();
  const { copy } = useClipboard();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id}>
      <Flex justifyContent="space-between" alignItems="flex-end" gap={3} wrap="wrap" paddingBottom={2}>
        <Box flex="1 1 24rem" minWidth={0}>
          <Typography id={id} fontWeight="bold" tag={heading} style={{ overflowWrap: 'anywhere' }}>
            {label}
          </Typography>
          {hint && (
            <Typography variant="pi" textColor="neutral600">
              {hint}
            </Typography>
          )}
        </Box>
        <Button
          variant="secondary"
          startIcon={state === 'copied' ? <Check /> : <Duplicate />}
          onClick={async () => setState((await copy(text)) ? 'copied' : 'failed')}
        >
          {t('copy')}
        </Button>
      </Flex>
      <Text tabIndex={0} aria-labelledby={id}>
        {text}
      </Text>
      <Typography variant="pi" role="status" textColor="neutral600">
        {state === 'copied' && t('copy.done')}
        {state === 'failed' && t('copy.failed')}
      </Typography>
    </Box>
  );
}
