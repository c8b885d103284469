import type { AdministrationRow } from '@guichet/contracts/admin/administrations';
import {
  Badge,
  Box,
  EmptyStateLayout,
  Field,
  Flex,
  LinkButton,
  Loader,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { administrationColour } from '../../shared/administration-colour.js';
import { Failed } from '../../shared/Failed.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { List, Row } from '../../shared/list.js';
import { Pages } from '../../shared/Pages.js';
import { PageTop } from '../../shared/PageTop.js';
import { usePermissions } from '../../shared/permissions.js';
import { useWords } from '../../shared/words.js';
import { useAdministrations } from './use-administrations.js';

/** The administrations that the agent serves; all of them for the hosting's administrators. */
export function AdministrationsPage() {
  const t = useWords();
  const { has } = usePermissions();
  const { list, search, searchFor, go } = useAdministrations();
  const { remote, reload } = list;
  return (
    <Page.Main>
      <PageTop
        title={t('administrations.title')}
        subtitle={t('administrations.subtitle')}
        primaryAction={
          has('administrations.manage') && (
            <LinkButton tag={Link} to={`${PAGES}/administrations/new`} startIcon={<Plus />}>
              {t('administrations.new')}
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        <Box paddingBottom={5} maxWidth="48rem">
          <Field.Root name="search">
            <FieldLabel>{t('administrations.search')}</FieldLabel>
            <Field.Input
              type="search"
              autoComplete="off"
              value={search}
              onChange={(event) => searchFor(event.target.value)}
            />
          </Field.Root>
        </Box>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {remote.kind === 'ready' && (
          <>
            {remote.data.rows.length ? (
              <List aria-label={t('administrations.title')}>
                {remote.data.rows.map((row) => (
                  <OneRow key={row.id} row={row} />
                ))}
              </List>
            ) : (
              <EmptyStateLayout
                icon={<EmptyDocuments width="16rem" />}
                content={t(search ? 'administrations.empty.search' : 'administrations.empty')}
              />
            )}
            <Pages
              page={remote.data.page}
              pageSize={remote.data.pageSize}
              total={remote.data.total}
              go={go}
            />
          </>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function OneRow({ row }: { row: AdministrationRow }) {
  const t = useWords();
  return (
    <Row $colour={administrationColour(row)}>
      <Flex gap={3} justifyContent="space-between" wrap="wrap">
        <Box flex="1 1 24rem" minWidth={0}>
          <Link className="row" to={row.id}>
            {row.name}
          </Link>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t(`kind.${row.kind}`)} · {row.code}
            {row.code !== row.siren && ` · SIREN ${row.siren}`}
          </Typography>
        </Box>
        <Flex gap={2} wrap="wrap">
          {row.successorFrom && (
            <Badge variant="neutral">{t('administrations.merged', { date: row.successorFrom })}</Badge>
          )}
          {row.readers === 0 ? (
            <Badge variant="warning">{t('administrations.nobody')}</Badge>
          ) : (
            <Typography variant="pi" textColor="neutral600">
              {t('administrations.readers', { count: row.readers })}
            </Typography>
          )}
        </Flex>
      </Flex>
    </Row>
  );
}
