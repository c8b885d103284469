import type { CommuneFound, TerritorySearch } from '@guichet/contracts/admin/territory';
import { Badge, Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { PAGES } from '../../../plugin-id.js';
import { Failed } from '../../../shared/Failed.js';
import { FieldLabel } from '../../../shared/FieldLabel.js';
import { List, Row } from '../../../shared/list.js';
import { TextLink } from '../../../shared/TextLink.js';
import { useWords } from '../../../shared/words.js';
import { creationsPage } from './creations-page.js';
import { TerritoryRow } from './TerritoryRow.js';
import { useTerritorySearch } from './use-territory.js';

/** How many are found at the most. */
const MOST = 20;
/** Of the territories, beside the communes that were looked for. */
const MOST_BESIDE = 3;
const nothing: TerritorySearch = { communes: [], territories: [] };

/** Finds a commune of France by its INSEE code, its name or its postal code. `choose`: its code. */
export function CommunePicker({ choose }: { choose(code: string): void }) {
  const t = useWords();
  const { typed, type, search, found } = useTerritorySearch();
  const { remote, reload } = found;
  const { communes, territories } = remote.kind === 'ready' && search ? remote.data : nothing;
  const isNone = remote.kind === 'ready' && !remote.stale && search !== '' && !communes.length;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="commune-search" hint={t('commune.pick.hint')}>
        <FieldLabel>{t('commune.pick.label')}</FieldLabel>
        <Field.Input
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
      {communes.length > 0 && (
        <Box style={{ maxBlockSize: '40rem', overflowY: 'auto' }}>
          <List aria-label={t('commune.found')}>
            {communes.map((commune) => (
              <OneRow key={`${commune.code} ${commune.name}`} commune={commune} choose={choose} />
            ))}
          </List>
        </Box>
      )}
      <Typography variant="pi" textColor="neutral600" role="status">
        {remote.kind === 'ready' && remote.stale && t('loading')}
        {isNone && t('commune.none')}
        {communes.length > 0 &&
          t(communes.length < MOST ? 'commune.count' : 'commune.more', { count: communes.length })}
      </Typography>
      {territories.length > 0 && (
        <Box paddingTop={3}>
          <Typography tag="h3" variant="pi" fontWeight="bold" paddingBottom={2}>
            {t('commune.territories')}
          </Typography>
          <List aria-label={t('territory.found')}>
            {territories.slice(0, MOST_BESIDE).map((territory) => (
              <TerritoryRow key={`${territory.level} ${territory.code}`} territory={territory}>
                <TextLink to={creationsPage(territory.name)}>
                  {t('commune.territory', { name: territory.name })}
                </TextLink>
              </TerritoryRow>
            ))}
          </List>
        </Box>
      )}
    </Flex>
  );
}

function OneRow({ commune, choose }: { commune: CommuneFound; choose(code: string): void }) {
  const t = useWords();
  const { code, name, postalCodes, department, present, administrationId } = commune;
  const where = [code, postalCodes.join(', '), department.name].filter(Boolean).join(' · ');
  return (
    <Row>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Box flex="1 1 24rem" minWidth={0}>
          <Typography tag="p" fontWeight="bold">
            {name}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {where}
            {present && ` · ${t('commune.merged', { name: present.name })}`}
          </Typography>
        </Box>
        {administrationId ? (
          <Flex gap={3}>
            <Badge>{t('commune.there')}</Badge>
            <TextLink to={`${PAGES}/administrations/${administrationId}`}>{t('commune.there.open')}</TextLink>
          </Flex>
        ) : (
          <Button
            size="S"
            variant="secondary"
            aria-label={t('picker.choose.one', { name: present?.name ?? name })}
            onClick={() => choose(present?.code ?? code)}
          >
            {t('picker.choose')}
          </Button>
        )}
      </Flex>
    </Row>
  );
}
