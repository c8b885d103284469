import type { GuideSourceView } from '@guichet/contracts/admin/guides';
import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { Folded } from '../../shared/Folded.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** One part of the source: where it is, how it stands, and what of it could not be read. */
export function SourceCard({ source }: { source: GuideSourceView }) {
  const t = useWords();
  const dates = useDates();
  const { part, location, fetchedAt, nextAt, failure, failures, faults, faultCount, unknown } = source;
  const { guides, changed, removed } = source;
  // The panel's own zone: the guides are the hosting's.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <Card title={t(`guides.${part}`)}>
      {failure && (
        <Box paddingBottom={4}>
          <Notice look="warning">{t('guides.failed', { failures, failure })}</Notice>
        </Box>
      )}
      <Facts
        facts={[
          [t('guides.count'), fetchedAt && `${guides} (${t('guides.changes', { changed, removed })})`],
          [t('guides.fetched'), fetchedAt ? dates.moment(fetchedAt, timeZone) : t('guides.never')],
          [t('guides.next'), nextAt && dates.moment(nextAt, timeZone)],
          [t('guides.location'), location],
        ]}
      />
      {faultCount > 0 && (
        <Told summary={t('guides.faults', { count: faultCount })} hint={t('guides.faults.hint')}>
          {faults.map(({ file, fault, detail }, index) => (
            // Two files may have one name.
            <li key={index}>
              {file} — {t(`guides.fault.${fault}`)} ({detail})
            </li>
          ))}
        </Told>
      )}
      {unknown.length > 0 && (
        <Told summary={t('guides.unknown', { count: unknown.length })}>
          {unknown.map(({ element, guide }) => (
            <li key={element}>
              {element} — {t('guides.unknown.in', { guide })}
            </li>
          ))}
        </Told>
      )}
    </Card>
  );
}

function Told({ summary, hint, children }: { summary: string; hint?: string; children: ReactNode }) {
  return (
    <Box paddingTop={4}>
      <Folded>
        <summary>{summary}</summary>
        {hint && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {hint}
          </Typography>
        )}
        <Typography tag="ul" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
      </Folded>
    </Box>
  );
}
