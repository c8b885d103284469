import { Box, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { createContext, type ReactNode, useContext, useRef } from 'react';
import { BigButton } from './BigButton.js';
import { useWords, type WordKey } from './words.js';

/** What is not as a source has it. */
export interface Written {
  /** Names of fields. */
  names: readonly string[];
  /** What the source says, line by line. */
  lines(name: string): string[];
  takeBack(name: string): void;
}

/** Null where there is no source. */
export const WrittenHere = createContext<Written | null>(null);

/** A field, and beside it what its source says where that was written over here. */
export function Sourced({
  name,
  label,
  disabled = false,
  children,
}: {
  name: string;
  label: WordKey;
  /** Whether it may only be read. */
  disabled?: boolean;
  children: ReactNode;
}) {
  const t = useWords();
  const written = useContext(WrittenHere);
  const field = useRef<HTMLDivElement>(null);
  const isWritten = written?.names.includes(name) ?? false;
  const lines = isWritten ? written!.lines(name) : [];
  const takeBack = () => {
    written?.takeBack(name);
    // The button that was pressed goes.
    field.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  };
  return (
    <Box width="100%">
      <div ref={field}>{children}</div>
      {isWritten && (
        <Box background="primary100" borderColor="primary200" hasRadius padding={3} marginTop={2}>
          <Flex gap={3} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
            <Box flex="1 1 24rem" minWidth={0}>
              <Typography tag="p" variant="pi" fontWeight="bold">
                {t('sourced.written', { field: t(label) })}
              </Typography>
              <Typography tag="p" variant="pi" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {lines.length ? t('sourced.says', { what: lines.join('\n') }) : t('sourced.nothing')}
              </Typography>
            </Box>
            {!disabled && (
              <BigButton
                variant="tertiary"
                startIcon={<ArrowClockwise />}
                aria-label={t('sourced.takeBack.one', { field: t(label) })}
                onClick={takeBack}
              >
                {t('sourced.takeBack')}
              </BigButton>
            )}
          </Flex>
        </Box>
      )}
    </Box>
  );
}
