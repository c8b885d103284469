import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useId, useState } from 'react';
import { Tick } from '../Tick.js';
import { useWords, type WordKey } from '../words.js';
import { type HoursDraft, withDayCopied } from './hours-form.js';
import { RangeFields } from './RangeFields.js';

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const dayWord = (i: number): WordKey => `hours.day.${days[i] ?? 1}`;

interface Props {
  draft: HoursDraft;
  /** 0 for Monday. */
  day: number;
  change(draft: HoursDraft): void;
  disabled: boolean;
}

/** One day of the week: its ranges, or none, and a way to say that others are the same. */
export function DayHours({ draft, day, change, disabled }: Props) {
  const t = useWords();
  const id = useId();
  const name = t(dayWord(day));
  const ranges = draft.week[day] ?? [];
  const [isCopying, setCopying] = useState(false);
  return (
    <Flex
      role="group"
      aria-labelledby={id}
      direction={ranges.length ? 'column' : 'row'}
      alignItems={ranges.length ? 'stretch' : 'center'}
      justifyContent="space-between"
      gap={3}
      wrap={ranges.length ? 'nowrap' : 'wrap'}
      borderColor="neutral200"
      hasRadius
      padding={4}
    >
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography tag="h4" fontWeight="bold" id={id}>
          {name}
          {!ranges.length && (
            <Typography tag="span" textColor="neutral600">
              {` ${t('hours.day.closed')}`}
            </Typography>
          )}
        </Typography>
        {!disabled && ranges.length > 0 && (
          <Button
            variant="tertiary"
            startIcon={<Duplicate />}
            aria-expanded={isCopying}
            aria-label={t('hours.copy.of', { day: name })}
            onClick={() => setCopying(!isCopying)}
          >
            {t('hours.copy')}
          </Button>
        )}
      </Flex>
      {isCopying && ranges.length > 0 && (
        <CopyDay draft={draft} day={day} change={change} close={() => setCopying(false)} />
      )}
      <RangeFields
        path={`openingHours.week.${day}`}
        owner={name}
        ranges={ranges}
        change={(changed) =>
          change({ ...draft, week: draft.week.map((one, i) => (i === day ? changed : one)) })
        }
        disabled={disabled}
      />
    </Flex>
  );
}

/** On which days the same holds. */
function CopyDay({ draft, day, change, close }: Omit<Props, 'disabled'> & { close(): void }) {
  const t = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const tick = (i: number, isChosen: boolean) => {
    const now = new Set(chosen);
    if (isChosen) now.add(i);
    else now.delete(i);
    setChosen(now);
  };
  return (
    <Box
      tag="fieldset"
      style={{ minInlineSize: 0, margin: 0, border: 0 }}
      background="neutral100"
      hasRadius
      padding={3}
    >
      <Typography
        tag="legend"
        variant="pi"
        fontWeight="bold"
        style={{ float: 'inline-start', inlineSize: '100%' }}
      >
        {t('hours.copy.what', { day: t(dayWord(day)) })}
      </Typography>
      <Flex gap={4} wrap="wrap" style={{ clear: 'both' }}>
        {days.map(
          (number, i) =>
            i !== day && (
              <Tick
                key={number}
                label={t(dayWord(i))}
                checked={chosen.has(i)}
                change={(isChosen) => tick(i, isChosen)}
              />
            ),
        )}
      </Flex>
      <Flex paddingTop={2}>
        <Button
          variant="secondary"
          disabled={!chosen.size}
          onClick={() => {
            change(withDayCopied(draft, day, chosen));
            close();
          }}
        >
          {t('hours.copy.do')}
        </Button>
      </Flex>
    </Box>
  );
}
