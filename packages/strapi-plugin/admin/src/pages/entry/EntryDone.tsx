import type { EntryCreated } from '@guichet/contracts/admin/entries';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { PAGES } from '../../plugin-id.js';
import { administrationColour, shownOn } from '../../shared/administration-colour.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Notice } from '../../shared/Notice.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';

const EntrySheet = lazy(() => import('./EntrySheet.js'));

const Told = styled.div<{ $colour: string }>`
  padding: 2rem;
  border-inline-start: 8px solid ${({ theme, $colour }) => shownOn(theme.colors.neutral0, $colour)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};

  h2:focus {
    outline: none;
  }
  dl {
    display: grid;
    gap: 1.6rem;
    margin: 2rem 0 0;
  }
  dd {
    margin: 0.4rem 0 0;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 2rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
    overflow-wrap: anywhere;
  }
`;

/** What is told once: the reference and the code, to be printed or dictated. */
export function EntryDone({ created, another }: { created: EntryCreated; another(): void }) {
  const t = useWords();
  const [isPrinting, setPrinting] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { administration, reference, trackingCode, receipt, channel } = created;
  const isAcknowledged = receipt.kind === 'acknowledgement';
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Told $colour={administrationColour(administration)}>
        <AdministrationName administration={administration} />
        <Typography ref={title} tag="h2" variant="beta" tabIndex={-1} paddingTop={2}>
          {t('entry.done')}
        </Typography>
        <dl>
          <div>
            <Typography tag="dt" textColor="neutral600">
              {t('print.reference')}
            </Typography>
            <dd>{reference}</dd>
          </div>
          <div>
            <Typography tag="dt" textColor="neutral600">
              {t('entry.code')}
            </Typography>
            <dd>{trackingCode}</dd>
          </div>
        </dl>
      </Told>
      <Notice look="warning">
        {isAcknowledged
          ? t(channel === 'post' ? 'entry.give.post' : 'entry.give.counter')
          : t(channel === 'phone' ? 'entry.once.phone' : 'entry.once')}
      </Notice>
      {created.isIncomplete && <Notice look="warning">{t('entry.incomplete')}</Notice>}
      {created.isMailed && <Notice look="success">{t('entry.mailed')}</Notice>}
      <Flex gap={3} wrap="wrap">
        <BigButton size="L" onClick={() => setPrinting(true)}>
          {t(isAcknowledged ? 'entry.print.acknowledgement' : 'entry.print.registration')}
        </BigButton>
        <BigButton size="L" variant="tertiary" startIcon={<Plus />} onClick={another}>
          {t('entry.another')}
        </BigButton>
      </Flex>
      <Box>
        <TextLink to={`${PAGES}/inbox/${created.id}`}>{t('entry.open')}</TextLink>
      </Box>
      {isPrinting && (
        <Suspense>
          <EntrySheet created={created} done={() => setPrinting(false)} />
        </Suspense>
      )}
    </Flex>
  );
}
