import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { openingLimits } from '@guichet/contracts/opening-hours';
import { FormField } from '../../../shared/FormField.js';
import { useWords } from '../../../shared/words.js';
import { type SpecialDraft, withOpening } from './hours-form.js';
import { RangeFields } from './RangeFields.js';
import { useListFocus } from './use-list-focus.js';

interface Props {
  openings: readonly SpecialDraft[];
  change(openings: SpecialDraft[]): void;
  disabled: boolean;
}

/** Dates with hours of their own: they come before the week, the public holidays and the closings. */
export function SpecialOpenings({ openings, change, disabled }: Props) {
  const t = useWords();
  const { list, toLast, toAdd } = useListFocus(openings.length);
  const set = (i: number, part: Partial<SpecialDraft>) =>
    change(openings.map((one, at) => (at === i ? { ...one, ...part } : one)));
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
                <Box paddingTop={6}>
                  <Button
                    variant="tertiary"
                    startIcon={<Trash />}
                    aria-label={t('hours.openings.remove', { number: i + 1 })}
                    onClick={() => {
                      toAdd();
                      change(openings.filter((_, at) => at !== i));
                    }}
                  >
                    {t('hours.remove')}
                  </Button>
                </Box>
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
        <Flex>
          <Button
            data-add
            variant="secondary"
            startIcon={<Plus />}
            onClick={() => {
              toLast();
              change(withOpening(openings));
            }}
          >
            {t('hours.openings.add')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
