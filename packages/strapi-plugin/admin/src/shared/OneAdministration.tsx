import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useId, useRef } from 'react';
import { AdministrationName } from './AdministrationName.js';
import { AdministrationPicker } from './AdministrationPicker.js';
import { useWords, type WordKey } from './words.js';

/** One administration of the hosting, by a search, or none. */
export function OneAdministration(props: {
  label: WordKey;
  hint: WordKey;
  value: AdministrationTag | null;
  /** What stands there where none is chosen. */
  none?: WordKey;
  /** The button that ends the choice. */
  clear: WordKey;
  choose(administration: AdministrationTag | null): void;
}) {
  const t = useWords();
  const { label, hint, value, none, clear, choose } = props;
  const id = useId();
  const around = useRef<HTMLDivElement>(null);
  const before = useRef(value);
  // What was pressed goes.
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    around.current?.querySelector<HTMLElement>(value ? 'button' : 'input')?.focus();
  }, [value]);
  return (
    <Box ref={around} role="group" aria-labelledby={id}>
      <Typography id={id} tag="p" variant="pi" fontWeight="bold">
        {t(label)}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
        {t(hint)}
      </Typography>
      {value ? (
        <Flex gap={3} wrap="wrap">
          <AdministrationName administration={value} />
          <Button variant="tertiary" size="S" onClick={() => choose(null)}>
            {t(clear)}
          </Button>
        </Flex>
      ) : (
        <>
          {none && (
            <Typography tag="p" paddingBottom={3}>
              {t(none)}
            </Typography>
          )}
          <AdministrationPicker
            label={t('picker.label')}
            quiet
            except={[]}
            choose={({ id, code, name, accent }) => choose({ id, code, name, accent })}
          />
        </>
      )}
    </Box>
  );
}
