import { Box, Flex, Typography } from '@strapi/design-system';
import { openingLimits } from '@guichet/contracts/opening-hours';
import { FormField } from '../FormField.js';
import { useWords } from '../words.js';
import { type SpecialDraft, withOpening } from './hours-form.js';
import { RangeFields } from './RangeFields.js';
import { AddRow, RemoveRow } from '../RowButtons.js';
import { useRows } from '../use-rows.js';

interface Props {
  openings: readonly SpecialDraft[];
  change(openings: SpecialDraft[]): void;
  disabled: boolean;
}

/** Dates with hours of their own: they come before the week, the public holidays and the closings. */
export function SpecialOpenings({ openings, change, disabled }: Props) {
  const t = useWords();
  const { list, set, add, remove } = useRows(openings, change);
  return (
    <Flex ref={list} direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" fontWeight="bold">
        {t('hours.openings')}
      </Typography>
      <Typography textColor="neutral600">{t('hours.openings.what')}</Typography>
      {openings.map((opening, i) => {
        const owner = t('hours.openings.one', { number: i + 1 });
        return (
          <Flex
            key={opening.key}
            data-row
            role="group"
            aria-label={owner}
            direction="column"
            alignItems="stretch"
            gap={3}
            borderColor="neutral200"
            hasRadius
            padding={4}
          >
            <Flex gap={3} alignItems="flex-start" justifyContent="space-between" wrap="wrap">
              <Box flex="0 1 18rem">
                <FormField
                  path={`openingHours.openings.${i}.date`}
                  label="hours.openings.date"
                  type="date"
                  required
                  disabled={disabled}
                  value={opening.date}
                  change={(date) => set(i, { date })}
                />
              </Box>
              {!disabled && (
                <RemoveRow name={t('hours.openings.remove', { number: i + 1 })} remove={() => remove(i)} />
              )}
            </Flex>
            <RangeFields
              path={`openingHours.openings.${i}.ranges`}
              owner={owner}
              ranges={opening.ranges}
              change={(ranges) => set(i, { ranges })}
              disabled={disabled}
              needsOne
            />
          </Flex>
        );
      })}
      {!disabled && openings.length < openingLimits.openings && (
        <AddRow label={t('hours.openings.add')} add={() => add(withOpening(openings))} />
      )}
    </Flex>
  );
}
