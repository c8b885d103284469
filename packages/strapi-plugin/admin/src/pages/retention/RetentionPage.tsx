import type { Retention } from '@guichet/contracts/admin/retention';
import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { PAGES } from '../../plugin-id.js';
import { AdministrationChoice } from '../../shared/AdministrationChoice.js';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Failed } from '../../shared/Failed.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { DueCard } from './DueCard.js';
import { SlipCard } from './SlipCard.js';
import { type RetentionRead, useChosen, useRetention } from './use-retention.js';

/** What is due to the archives, the lists made of it, and what they agreed to; of one mairie at a time. */
export function RetentionPage() {
  const t = useWords();
  const { scope, chosen, choose } = useChosen();
  return (
    <Page.Main>
      <PageTop title={t('retention.title')} subtitle={t('retention.subtitle')} />
      <Layouts.Content>
        {scope.remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {scope.remote.kind === 'failed' && <Failed failure={scope.remote.failure} retry={scope.reload} />}
        {scope.remote.kind === 'ready' && !chosen && <Notice look="info">{t('inbox.servesNothing')}</Notice>}
        {scope.remote.kind === 'ready' && chosen && (
          <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
            {scope.remote.data.administrations.length > 1 && (
              <Box maxWidth="32rem">
                <AdministrationChoice
                  administrations={scope.remote.data.administrations}
                  id={chosen.id}
                  choose={choose}
                />
              </Box>
            )}
            <One key={chosen.id} id={chosen.id} timeZone={chosen.timeZone} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function One({ id, timeZone }: { id: string; timeZone: string }) {
  const t = useWords();
  const retention = useRetention(id);
  const { remote, reload } = retention.read;
  if (remote.kind === 'loading') return <Loader>{t('loading')}</Loader>;
  if (remote.kind === 'failed') return <Failed failure={remote.failure} retry={reload} />;
  return <Body retention={retention} found={remote.data} timeZone={timeZone} />;
}

function Body(props: { retention: RetentionRead; found: Retention; timeZone: string }) {
  const t = useWords();
  const { retention, found, timeZone } = props;
  return (
    <>
      <Transit transit={found.transit} />
      <DueCard found={found} make={retention.make} />
      <Card title={t('retention.slips')}>
        {found.slips.length ? (
          <List aria-label={t('retention.slips')}>
            {found.slips.map((slip) => (
              <Row key={slip.id}>
                <SlipCard slip={slip} retention={retention} timeZone={timeZone} />
              </Row>
            ))}
          </List>
        ) : (
          <Typography tag="p">{t('retention.slips.none')}</Typography>
        )}
      </Card>
    </>
  );
}

/** What only passes through, and what nobody took over in time. */
function Transit({ transit: { awaited, lapsed } }: { transit: Retention['transit'] }) {
  const t = useWords();
  const { civil } = useDates();
  return (
    <>
      {lapsed.length > 0 && (
        <Notice look="danger">
          <Typography tag="p" fontWeight="bold">
            {t('retention.lapsed', { count: lapsed.length })}
          </Typography>
          <Typography tag="p">{t('retention.lapsed.what')}</Typography>
          <ul>
            {lapsed.map(({ id, reference, receivedOn }) => (
              <li key={id}>
                <TextLink to={`${PAGES}/inbox/${id}`}>{reference}</TextLink>{' '}
                {t('retention.receivedOn', { day: civil(receivedOn, { dateStyle: 'long' }) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {awaited > 0 && <Notice look="info">{t('retention.awaited', { count: awaited })}</Notice>}
    </>
  );
}
