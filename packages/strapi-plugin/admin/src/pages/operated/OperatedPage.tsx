import { Box, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { List } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useFocusKept } from '../../shared/use-focus-kept.js';
import { useWords } from '../../shared/words.js';
import { OperatedFilters } from './OperatedFilters.js';
import { OperatedRow } from './OperatedRow.js';
import { useOperated } from './use-operated.js';

/** What residents sent to operators, for who may be asked about it: nobody decides it here. */
export function OperatedPage() {
  const t = useWords();
  const operated = useOperated();
  const { remote, reload } = operated.list;
  const found = remote.kind === 'ready' ? remote.data : null;
  const end = useRef<HTMLParagraphElement>(null);
  const further = useFocusKept(operated.further);
  const isWhole = operated.further.kind === 'saved' && found?.next === null;
  // The button that brought the last of them goes.
  useEffect(() => {
    if (isWhole) end.current?.focus();
  }, [isWhole]);
  return (
    <Page.Main>
      <PageTop title={t('operated')} subtitle={t('operated.subtitle')} />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {found && (
          <Box paddingBottom={8}>
            {(found.requests.length > 0 || operated.isFiltered) && (
              <OperatedFilters operated={operated} found={found} />
            )}
            {found.requests.length ? (
              <List aria-label={t('operated')}>
                {found.requests.map((row) => (
                  <OperatedRow key={row.id} row={row} />
                ))}
              </List>
            ) : (
              <EmptyStateLayout
                icon={<EmptyDocuments width="16rem" />}
                content={t(operated.isFiltered ? 'operated.empty.filtered' : 'operated.empty')}
              />
            )}
            {operated.further.kind === 'failed' && (
              <Box paddingTop={4}>
                <Notice look="danger" live>
                  {t(failureWords(operated.further.failure))}
                </Notice>
              </Box>
            )}
            <Typography
              ref={end}
              tag="p"
              role="status"
              tabIndex={-1}
              variant="pi"
              textColor="neutral600"
              paddingTop={4}
              textAlign="center"
              style={{ outline: 'none' }}
            >
              {operated.further.kind === 'saved' && t('operated.shown', { count: found.requests.length })}
            </Typography>
            {found.next !== null && (
              <Flex justifyContent="center" paddingTop={6}>
                <Button
                  ref={further}
                  variant="secondary"
                  loading={operated.further.kind === 'saving'}
                  onClick={operated.more}
                >
                  {t('operated.more')}
                </Button>
              </Flex>
            )}
          </Box>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
