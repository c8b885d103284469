import { Box, Flex, Typography } from '@strapi/design-system';
import { openingLimits } from '@guichet/contracts/opening-hours';
import { FormField } from '../FormField.js';
import { useWords } from '../words.js';
import { type ClosingDraft, withClosing } from './hours-form.js';
import { AddRow, RemoveRow } from '../RowButtons.js';
import { useRows } from '../use-rows.js';

interface Props {
  closings: readonly ClosingDraft[];
  change(closings: ClosingDraft[]): void;
  disabled: boolean;
}

/** When it is closed besides: holidays, works, a day off between two. */
export function Closings({ closings, change, disabled }: Props) {
  const t = useWords();
  const { list, set, add, remove } = useRows(closings, change);
  return (
    <Flex ref={list} direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" fontWeight="bold">
        {t('hours.closings')}
      </Typography>
      {closings.map((closing, i) => (
        <Flex
          key={closing.key}
          data-row
          role="group"
          aria-label={t('hours.closings.one', { number: i + 1 })}
          gap={3}
          alignItems="flex-start"
          wrap="wrap"
          borderColor="neutral200"
          hasRadius
          padding={4}
        >
          <Box flex="0 1 18rem">
            <FormField
              path={`openingHours.closings.${i}.from`}
              label="hours.closings.from"
              type="date"
              required
              disabled={disabled}
              value={closing.from}
              change={(from) => set(i, { from })}
            />
          </Box>
          <Box flex="0 1 18rem">
            <FormField
              path={`openingHours.closings.${i}.until`}
              label="hours.closings.until"
              type="date"
              required
              min={closing.from}
              disabled={disabled}
              value={closing.until}
              change={(until) => set(i, { until })}
            />
          </Box>
          <Box flex="1 1 18rem" minWidth={0}>
            <FormField
              path={`openingHours.closings.${i}.reason`}
              label="hours.closings.reason"
              hint="hours.closings.reason.hint"
              disabled={disabled}
              value={closing.reason}
              change={(reason) => set(i, { reason })}
            />
          </Box>
          {!disabled && (
            <RemoveRow name={t('hours.closings.remove', { number: i + 1 })} remove={() => remove(i)} />
          )}
        </Flex>
      ))}
      {!disabled && closings.length < openingLimits.closings && (
        <AddRow label={t('hours.closings.add')} add={() => add(withClosing(closings))} />
      )}
    </Flex>
  );
}
