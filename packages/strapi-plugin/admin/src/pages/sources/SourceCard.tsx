import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { Folded } from '../../shared/Folded.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** What is known of any source. */
interface Source {
  location: string | null;
  fetchedAt: string | null;
  nextAt: string | null;
  failure: string | null;
  failures: number;
  changed: number;
  removed: number;
  faultCount: number;
}

/** One part of a source: where it is, how it stands, and what of it could not be read. */
export function SourceCard(props: {
  title: string;
  source: Source;
  /** What there is of it now. */
  counted: { label: string; count: number };
  /** What there is to know besides. */
  facts?: readonly (readonly [label: string, value: string | null])[];
  /** What could not be read. */
  faults: { summary: string; hint: string; lines: ReactNode };
  children?: ReactNode;
}) {
  const t = useWords();
  const dates = useDates();
  const { title, counted, facts = [], faults, children } = props;
  const { location, fetchedAt, nextAt, failure, failures, changed, removed, faultCount } = props.source;
  // The panel's own zone: sources are the hosting's.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const count = t('sources.counted', { count: counted.count, changed, removed });
  return (
    <Card title={title}>
      {failure && (
        <Box paddingBottom={4}>
          <Notice look="warning">{t('sources.failed', { failures, failure })}</Notice>
        </Box>
      )}
      <Facts
        facts={[
          [counted.label, fetchedAt || counted.count ? count : null],
          [t('sources.fetched'), fetchedAt ? dates.moment(fetchedAt, timeZone) : t('sources.never')],
          [t('sources.next'), nextAt && dates.moment(nextAt, timeZone)],
          [t('sources.location'), location ?? t('sources.bundled')],
          ...facts,
        ]}
      />
      {faultCount > 0 && (
        <Told summary={faults.summary} hint={faults.hint}>
          {faults.lines}
        </Told>
      )}
      {children}
    </Card>
  );
}

/** What only who mends it needs, line by line. */
export function Told({ summary, hint, children }: { summary: string; hint?: string; children: ReactNode }) {
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
