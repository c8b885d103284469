import { requestStatuses } from '@guichet/contracts/tracking';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { FormField } from '../../shared/FormField.js';
import { AddRow, RemoveRow } from '../../shared/RowButtons.js';
import { SelectField } from '../../shared/SelectField.js';
import { useRows } from '../../shared/use-rows.js';
import { useWords } from '../../shared/words.js';
import { type StatusDraft, withStatus } from './teleprocedure-form.js';

const MOST = 50;

/** The operator's words for where a request stands, each with what residents read, and where that is. */
export function StatusesFields(props: {
  statuses: readonly StatusDraft[];
  change(statuses: StatusDraft[]): void;
}) {
  const t = useWords();
  const id = useId();
  const { statuses, change } = props;
  const { list, set, add, remove } = useRows(statuses, change);
  return (
    <Flex ref={list} role="group" aria-labelledby={id} direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h3" fontWeight="bold" id={id}>
        {t('statuses')}
      </Typography>
      <Typography tag="p">{t('statuses.what')}</Typography>
      {statuses.map((status, i) => (
        <Flex
          key={status.key}
          data-row
          role="group"
          aria-label={t('statuses.one', { number: i + 1 })}
          gap={3}
          alignItems="flex-start"
          wrap="wrap"
          paddingBottom={4}
          borderStyle="solid"
          borderWidth="0 0 1px 0"
          borderColor="neutral200"
        >
          <Box flex="1 1 18rem" minWidth={0}>
            <FormField
              path={`statuses.${i}.word`}
              label="statuses.word"
              required
              value={status.word}
              change={(word) => set(i, { word })}
            />
          </Box>
          <Box flex="1 1 18rem" minWidth={0}>
            <SelectField
              path={`statuses.${i}.status`}
              label="statuses.status"
              value={status.status}
              options={requestStatuses.map((one) => [one, t(`status.${one}`)])}
              change={(chosen) =>
                set(i, { status: requestStatuses.find((one) => one === chosen) ?? status.status })
              }
            />
          </Box>
          <Box flex="1 1 28rem" minWidth={0}>
            <FormField
              path={`statuses.${i}.label`}
              label="statuses.label"
              required
              value={status.label}
              change={(label) => set(i, { label })}
            />
          </Box>
          <RemoveRow name={t('statuses.remove', { number: i + 1 })} remove={() => remove(i)} />
        </Flex>
      ))}
      {statuses.length < MOST && <AddRow label={t('statuses.add')} add={() => add(withStatus(statuses))} />}
    </Flex>
  );
}
