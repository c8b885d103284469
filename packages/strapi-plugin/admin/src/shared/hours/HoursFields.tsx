import type { HolidayOn } from '@guichet/contracts/holidays';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Calendar } from '@strapi/icons';
import { useContext, useEffect, useId, useRef } from 'react';
import { FieldErrors, FormField } from '../FormField.js';
import { Notice } from '../Notice.js';
import { Tick } from '../Tick.js';
import { useWords } from '../words.js';
import { Closings } from './Closings.js';
import { DayHours } from './DayHours.js';
import { type HoursDraft, hoursErrors } from './hours-form.js';
import { HoursPreview } from './HoursPreview.js';
import { SpecialOpenings } from './SpecialOpenings.js';

interface Props {
  /** The free lines: in the place of the hours by the day, or beside them too. */
  lines: string;
  setLines(lines: string): void;
  draft: HoursDraft;
  setDraft(draft: HoursDraft): void;
  timeZone: string;
  holidays: readonly HolidayOn[];
  disabled: boolean;
  /** Whether the free lines stay beside the hours by the day, as a note. */
  hasNote?: boolean;
}

/** When one can come: by the day, or in free lines until somebody types them so. */
export function HoursFields(props: Props) {
  const { draft } = props;
  const top = useRef<HTMLDivElement>(null);
  const wasByDay = useRef(draft.isByDay);
  useEffect(() => {
    // The button that was pressed is gone.
    if (wasByDay.current !== draft.isByDay) top.current?.focus();
    wasByDay.current = draft.isByDay;
  }, [draft.isByDay]);
  return (
    <Box ref={top} tabIndex={-1} width="100%" style={{ outline: 'none' }}>
      {draft.isByDay ? <ByDay {...props} /> : <FreeLines {...props} />}
    </Box>
  );
}

function FreeLines({ lines, setLines, draft, setDraft, disabled, hasNote }: Props) {
  const t = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <FormField
        path={hasNote ? 'hoursNote' : 'hours'}
        label="human.hours"
        hint="human.hours.hint"
        rows={3}
        disabled={disabled}
        value={lines}
        change={setLines}
      />
      {!disabled && (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Typography>{t('hours.invitation')}</Typography>
          <Button
            variant="secondary"
            startIcon={<Calendar />}
            onClick={() => setDraft({ ...draft, isByDay: true })}
          >
            {t('hours.byDay')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function ByDay({ lines, setLines, draft, setDraft, timeZone, holidays, disabled, hasNote }: Props) {
  const t = useWords();
  const id = useId();
  const isEmpty = draft.week.every((ranges) => !ranges.length);
  const refused = useContext(FieldErrors);
  const wasRefused = refused.some(({ path }) => path.startsWith('openingHours'));
  const errors = wasRefused ? hoursErrors(draft) : refused;
  const lacksAll = errors.some(({ path }) => path === 'openingHours.week');
  return (
    <Box
      tag="fieldset"
      disabled={disabled}
      aria-labelledby={id}
      style={{ minInlineSize: 0, border: 0, padding: 0, margin: 0 }}
    >
      <FieldErrors.Provider value={errors}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography tag="h3" fontWeight="bold" id={id}>
            {t('human.hours')}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {t('hours.what')}
          </Typography>
          {isEmpty && !hasNote && lines.trim() && (
            <Notice look="info">
              {t('hours.before')}
              <span style={{ display: 'block', whiteSpace: 'pre-line' }}>{lines.trim()}</span>
            </Notice>
          )}
          <Box>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
              {draft.week.map((_, day) => (
                <li key={day}>
                  <DayHours draft={draft} day={day} change={setDraft} disabled={disabled} />
                </li>
              ))}
            </Flex>
            {lacksAll && (
              <Typography
                tag="p"
                variant="pi"
                textColor="danger600"
                paddingTop={2}
                data-invalid
                tabIndex={-1}
              >
                {t('hours.none')}
              </Typography>
            )}
          </Box>
          <Tick
            label={t('hours.holidays')}
            checked={draft.closedOnHolidays}
            change={(closedOnHolidays) => setDraft({ ...draft, closedOnHolidays })}
          />
          <Closings
            closings={draft.closings}
            change={(closings) => setDraft({ ...draft, closings })}
            disabled={disabled}
          />
          <SpecialOpenings
            openings={draft.openings}
            change={(openings) => setDraft({ ...draft, openings })}
            disabled={disabled}
          />
          {hasNote && (
            <FormField
              path="hoursNote"
              label="hours.note"
              hint="hours.note.hint"
              rows={2}
              disabled={disabled}
              value={lines}
              change={setLines}
            />
          )}
          <HoursPreview draft={draft} timeZone={timeZone} holidays={holidays} />
          {!disabled && (
            <Flex>
              <Button variant="tertiary" onClick={() => setDraft({ ...draft, isByDay: false })}>
                {t('hours.free')}
              </Button>
            </Flex>
          )}
        </Flex>
      </FieldErrors.Provider>
    </Box>
  );
}
