import { Box, Flex, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { FormField } from '../FormField.js';
import { useWords } from '../words.js';
import { canAddRange, type RangeDraft, withRange } from './hours-form.js';
import { AddRow } from '../RowButtons.js';
import { useRows } from '../use-rows.js';

interface Props {
  /** The member that the server names them by. */
  path: string;
  /** Whose they are, for those who hear the page: « Lundi ». */
  owner: string;
  ranges: readonly RangeDraft[];
  change(ranges: RangeDraft[]): void;
  disabled: boolean;
  /** Whether one at least stays. */
  needsOne?: boolean;
}

/** The ranges of one day, up to three. */
export function RangeFields({ path, owner, ranges, change, disabled, needsOne = false }: Props) {
  const t = useWords();
  const { list, set, add, remove } = useRows(ranges, change);

  return (
    <Flex ref={list} direction="column" alignItems="stretch" gap={3}>
      {ranges.map((range, i) => (
        <Flex
          key={range.key}
          data-row
          role="group"
          aria-label={t('hours.range.of', { owner, number: i + 1 })}
          gap={3}
          alignItems="flex-start"
          wrap="wrap"
        >
          {(['from', 'until'] as const).map((end) => (
            <Box key={end} flex="0 1 12rem">
              <FormField
                path={`${path}.${i}.${end}`}
                label={`hours.range.${end}`}
                type="time"
                required
                disabled={disabled}
                value={range[end]}
                change={(time) => set(i, { [end]: time })}
              />
            </Box>
          ))}
          <Box flex="1 1 14rem" minWidth={0}>
            <FormField
              path={`${path}.${i}.note`}
              label="hours.range.note"
              disabled={disabled}
              value={range.note}
              change={(note) => set(i, { note })}
            />
          </Box>
          {!disabled && !(needsOne && ranges.length === 1) && (
            <Box paddingTop={6}>
              <IconButton
                size="L"
                label={t('hours.range.remove.of', { owner, number: i + 1 })}
                onClick={() => remove(i)}
              >
                <Trash />
              </IconButton>
            </Box>
          )}
        </Flex>
      ))}
      {!disabled && canAddRange(ranges) && (
        <AddRow
          label={t('hours.range.add')}
          name={t('hours.range.add.of', { owner })}
          add={() => add(withRange(ranges))}
        />
      )}
    </Flex>
  );
}
