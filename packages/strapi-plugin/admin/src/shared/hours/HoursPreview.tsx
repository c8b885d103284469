import type { HolidayOn } from '@guichet/contracts/holidays';
import { openingOn } from '@guichet/contracts/opening-day';
import { dayInShort, openingLines } from '@guichet/contracts/opening-lines';
import { openingEn } from '@guichet/contracts/words/opening.en';
import { openingFr } from '@guichet/contracts/words/opening.fr';
import { Box, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { dateIn } from '../civil-date.js';
import { useWords } from '../words.js';
import { type HoursDraft, hoursToShow } from './hours-form.js';

interface Props {
  draft: HoursDraft;
  timeZone: string;
  /** The public holidays of the weeks to come, where it is. */
  holidays: readonly HolidayOn[];
}

/** What residents will read, as it is typed. */
export function HoursPreview({ draft, timeZone, holidays }: Props) {
  const t = useWords();
  const { locale } = useIntl();
  const id = useId();
  const hours = hoursToShow(draft);
  const today = dateIn(timeZone, new Date());
  const words = locale.startsWith('fr') ? openingFr : openingEn;
  return (
    <Box tag="section" aria-labelledby={id} background="neutral100" hasRadius padding={4}>
      <Typography tag="h3" fontWeight="bold" id={id}>
        {t('hours.preview')}
      </Typography>
      <Box paddingTop={2}>
        {hours ? (
          <>
            {openingLines(hours, today, holidays, words).map((line) => (
              <Typography key={line} tag="p">
                {line}
              </Typography>
            ))}
            <Typography tag="p" fontWeight="bold" paddingTop={2}>
              {t('hours.today', { what: dayInShort(openingOn(hours, today, holidays), words) })}
            </Typography>
          </>
        ) : (
          <Typography tag="p" textColor="neutral600">
            {t('hours.preview.not')}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
