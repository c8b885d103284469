import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { FormField } from '../../shared/FormField.js';
import { AddRow, RemoveRow } from '../../shared/RowButtons.js';
import { useRows } from '../../shared/use-rows.js';
import { useWords } from '../../shared/words.js';
import { type PhoneDraft, withPhone } from './organisation-form.js';

const MOST = 10;

/** Its telephones, each with whose it is or what for. */
export function PhonesFields(props: {
  phones: readonly PhoneDraft[];
  change(phones: PhoneDraft[]): void;
  required: boolean;
}) {
  const t = useWords();
  const id = useId();
  const { phones, change, required } = props;
  const { list, set, add, remove } = useRows(phones, change);
  return (
    <Flex ref={list} role="group" aria-labelledby={id} direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" fontWeight="bold" id={id}>
        {t('organisation.phones')}
      </Typography>
      {phones.map((phone, i) => (
        <Flex
          key={phone.key}
          data-row
          role="group"
          aria-label={t('organisation.phones.one', { number: i + 1 })}
          gap={3}
          alignItems="flex-start"
          wrap="wrap"
        >
          <Box flex="1 1 16rem" minWidth={0}>
            <FormField
              path={`phones.${i}.number`}
              label="organisation.phones.number"
              type="tel"
              required={required && i === 0}
              value={phone.number}
              change={(number) => set(i, { number })}
            />
          </Box>
          <Box flex="1 1 20rem" minWidth={0}>
            <FormField
              path={`phones.${i}.label`}
              label="organisation.phones.label"
              hint="organisation.phones.label.hint"
              value={phone.label}
              change={(label) => set(i, { label })}
            />
          </Box>
          {phones.length > 1 && (
            <RemoveRow name={t('organisation.phones.remove', { number: i + 1 })} remove={() => remove(i)} />
          )}
        </Flex>
      ))}
      {phones.length < MOST && (
        <AddRow label={t('organisation.phones.add')} add={() => add(withPhone(phones))} />
      )}
    </Flex>
  );
}
