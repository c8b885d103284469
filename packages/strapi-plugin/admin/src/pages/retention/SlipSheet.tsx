import type { SlipSheet as Sheet } from '@guichet/contracts/admin/retention';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { InFrench } from '../../shared/InFrench.js';
import { Printed } from '../../shared/Printed.js';
import { useWords } from '../../shared/words.js';

const Rows = styled.table`
  inline-size: 100%;
  border-collapse: collapse;
  font-size: 9pt;

  th,
  td {
    padding: 1mm 1.5mm;
    border: 0.3mm solid #888;
    text-align: start;
    vertical-align: top;
  }
  th {
    overflow-wrap: normal;
  }
  /* Dates in figures, which nobody reads on two lines. */
  td:nth-child(n + 3):nth-child(-n + 5) {
    white-space: nowrap;
  }
  tr {
    break-inside: avoid;
  }
`;

/** The *bordereau* on paper, in French whatever the panel's language. Apart: only who prints loads it. */
export default function SlipSheet(props: { sheet: Sheet; timeZone: string; done(): void }) {
  const { sheet, timeZone, done } = props;
  return (
    <Printed title={`bordereau-${sheet.number}`} done={done}>
      <InFrench>
        <Paper sheet={sheet} timeZone={timeZone} />
      </InFrench>
    </Printed>
  );
}

/** Nothing of a person, nothing of what was written: references, procedures, dates, extent, and by what agreement. */
function Paper({ sheet, timeZone }: { sheet: Sheet; timeZone: string }) {
  const t = useWords();
  const { civil, day, moment } = useDates();
  const { administration, number, finalAction, rows, agreed, madeAt, madeBy, withdrawn } = sheet;
  const files = rows.reduce((sum, row) => sum + row.files, 0);
  // As the spreadsheet has them.
  const short = (date: string) => date.split('-').reverse().join('/');
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Box>
        <Typography tag="p" fontWeight="bold">
          {administration.name} (SIREN {administration.siren})
        </Typography>
        <Typography tag="h1" variant="alpha" paddingTop={4}>
          {t(`retention.slip.${finalAction}`, { number })}
        </Typography>
        <Typography tag="p" paddingTop={3}>
          {withdrawn
            ? t('retention.slip.withdrawn', { name: withdrawn.by, at: moment(withdrawn.at, timeZone) })
            : t(`retention.sheet.${finalAction}`)}
        </Typography>
      </Box>
      <Facts
        facts={[
          [t('retention.sheet.made'), `${day(madeAt, timeZone)}, ${madeBy}`],
          [t('retention.sheet.extent'), t('retention.sheet.extent.of', { count: rows.length, files })],
        ]}
      />
      <Rows>
        <thead>
          <tr>
            <th scope="col">{t('print.reference')}</th>
            <th scope="col">{t('retention.sheet.procedure')}</th>
            <th scope="col">{t('retention.sheet.received')}</th>
            <th scope="col">{t('retention.sheet.closed')}</th>
            <th scope="col">{t('retention.sheet.until')}</th>
            <th scope="col">{t('retention.sheet.files')}</th>
            <th scope="col">{t('retention.sheet.agreement')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.reference}>
              <td>{row.reference}</td>
              <td>{row.procedure ?? t('retention.general')}</td>
              <td>{short(row.receivedOn)}</td>
              <td>{short(row.closedOn)}</td>
              <td>{short(row.keptUntil)}</td>
              <td>{row.files}</td>
              <td>{row.agreement}</td>
            </tr>
          ))}
        </tbody>
      </Rows>
      {!withdrawn && (
        <Facts
          facts={[
            [
              t(`retention.sheet.visa.${finalAction}`),
              agreed
                ? `${agreed.service}, ${agreed.reference}, ${civil(agreed.date, { dateStyle: 'long' })}`
                : t('retention.sheet.visa.blank'),
            ],
          ]}
        />
      )}
    </Flex>
  );
}
