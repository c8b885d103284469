import type { DirectoryRow } from '@guichet/contracts/admin/directory';
import { Box, Field, Textarea, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { useWords } from '../../shared/words.js';

/** The village's own words, in the place of what others say of what it does. */
export function OwnWords({ row, change }: { row: DirectoryRow; change(text: string): void }) {
  const t = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  return (
    <Box paddingTop={3}>
      <Typography tag="p" variant="pi" textColor="neutral700" style={{ whiteSpace: 'pre-line' }}>
        {row.description ? t('directory.words.their', { text: row.description }) : t('directory.words.none')}
      </Typography>
      <Box paddingTop={2}>
        <Field.Root name={`words-${row.id}`} hint={t('directory.words.hint')}>
          <FieldLabel>{t('directory.words.label', { name: row.name })}</FieldLabel>
          <Textarea
            ref={area}
            value={row.ownDescription}
            rows={3}
            maxLength={2000}
            resizable
            onChange={(event: { target: { value: string } }) => change(event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
      </Box>
    </Box>
  );
}
