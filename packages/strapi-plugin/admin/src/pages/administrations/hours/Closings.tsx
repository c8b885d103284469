import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { openingLimits } from '@guichet/contracts/opening-hours';
import { FormField } from '../../../shared/FormField.js';
import { useWords } from '../../../shared/words.js';
import { type ClosingDraft, withClosing } from './hours-form.js';
import { useListFocus } from './use-list-focus.js';

interface Props {
  closings: readonly ClosingDraft[];
  change(closings: ClosingDraft[]): void;
  disabled: boolean;
}

/** When it is closed besides: holidays, works, a day off between two. */
export function Closings({ closings, change, disabled }: Props) {
  const t = useWords();
  const { list, toLast, toAdd } = useListFocus(closings.length);
  const set = (i: number, part: Partial<ClosingDraft>) =>
    change(closings.map((one, at) => (at === i ? { ...one, ...part } : one)));
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
            <Box paddingTop={6}>
              <Button
                variant="tertiary"
                startIcon={<Trash />}
                aria-label={t('hours.closings.remove', { number: i + 1 })}
                onClick={() => {
                  toAdd();
                  change(closings.filter((_, at) => at !== i));
                }}
              >
                {t('hours.remove')}
              </Button>
            </Box>
          )}
        </Flex>
      ))}
      {!disabled && closings.length < openingLimits.closings && (
        <Flex>
          <Button
            data-add
            variant="secondary"
            startIcon={<Plus />}
            onClick={() => {
              toLast();
              change(withClosing(closings));
            }}
          >
            {t('hours.closings.add')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
