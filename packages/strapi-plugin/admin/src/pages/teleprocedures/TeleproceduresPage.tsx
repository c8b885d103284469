import type { TeleprocedureRow, Teleprocedures } from '@guichet/contracts/admin/teleprocedures';
import { Badge, Box, Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { administrationColour } from '../../shared/administration-colour.js';
import { Failed } from '../../shared/Failed.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { operatorsPage, teleprocedurePage } from './addresses.js';
import { EntryLine } from './EntryLine.js';
import { OwnerName } from './OwnerName.js';
import { useTeleprocedures } from './use-teleprocedures.js';
import { WithdrawnBadge } from './WithdrawnBadge.js';

/** The catalogue: what others operate, defined once for all the communes that it is offered to. */
export function TeleproceduresPage() {
  const t = useWords();
  const { remote, reload } = useTeleprocedures();
  const all = remote.kind === 'ready' ? remote.data : null;
  const mayAdd = all !== null && (all.mayManage || all.owners.length > 0);
  return (
    <Page.Main>
      <PageTop
        title={t('teleprocedures')}
        subtitle={t('teleprocedures.subtitle')}
        primaryAction={
          <Flex gap={3} wrap="wrap">
            <LinkButton tag={Link} to={operatorsPage} variant="tertiary">
              {t('operators')}
            </LinkButton>
            {mayAdd && (
              <LinkButton tag={Link} to={teleprocedurePage(null)} startIcon={<Plus />}>
                {t('teleprocedures.new')}
              </LinkButton>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {all && (
          <Box paddingBottom={8}>
            {all.teleprocedures.length ? <Catalogue all={all} /> : <Nothing mayAdd={mayAdd} />}
          </Box>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** What a téléprocédure is, for who never had one. */
function Nothing({ mayAdd }: { mayAdd: boolean }) {
  const t = useWords();
  return (
    <Notice look="info">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography tag="p" fontWeight="bold">
          {t('teleprocedures.empty')}
        </Typography>
        <Typography tag="p">{t('teleprocedures.empty.what')}</Typography>
        <Typography tag="p">{t('teleprocedures.empty.ways')}</Typography>
        {mayAdd && <Typography tag="p">{t('teleprocedures.empty.begin')}</Typography>}
      </Flex>
    </Notice>
  );
}

function Catalogue({ all }: { all: Teleprocedures }) {
  const t = useWords();
  return (
    <List aria-label={t('teleprocedures')}>
      {all.teleprocedures.map((one) => (
        <OneRow key={one.slug} one={one} />
      ))}
    </List>
  );
}

function OneRow({ one }: { one: TeleprocedureRow }) {
  const t = useWords();
  const { slug, title, owner, operator, mayEdit, isReserved, withdrawnOn, chosen, failingSince, reach } = one;
  return (
    <Row {...(owner && { $colour: administrationColour(owner) })}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={3} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
          <Box flex="1 1 24rem" minWidth={0}>
            <div>
              <OwnerName owner={owner} />
            </div>
            {mayEdit ? (
              <Link className="row" lang="fr" to={teleprocedurePage(slug)}>
                {title}
              </Link>
            ) : (
              <Typography fontWeight="bold" lang="fr">
                {title}
              </Typography>
            )}
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('teleprocedures.operatedBy', { name: operator.name })}
            </Typography>
            {reach && !withdrawnOn && (
              <Typography tag="p" variant="pi" textColor="neutral700">
                {t('teleprocedures.reach', { ...reach })}
              </Typography>
            )}
          </Box>
          <Flex gap={2} wrap="wrap">
            {isReserved && <Badge textColor="neutral800">{t('teleprocedures.reserved')}</Badge>}
            {withdrawnOn && <WithdrawnBadge on={withdrawnOn} />}
          </Flex>
        </Flex>
        {!withdrawnOn && <EntryLine chosen={chosen} since={failingSince} />}
      </Flex>
    </Row>
  );
}
