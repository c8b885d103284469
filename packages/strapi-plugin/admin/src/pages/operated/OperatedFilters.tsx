import type { OperatedRequests } from '@guichet/contracts/admin/operated';
import { requestStatuses } from '@guichet/contracts/tracking';
import { Box, Button, Flex } from '@strapi/design-system';
import { SearchForm } from '../../shared/SearchForm.js';
import { SelectField } from '../../shared/SelectField.js';
import { useWords } from '../../shared/words.js';
import type { Operated } from './use-operated.js';

const ALL = '';

/** Of whom, of what, where it stands; and one by its reference, which is asked for as a whole. */
export function OperatedFilters(props: {
  operated: Operated;
  found: Pick<OperatedRequests, 'administrations' | 'teleprocedures'>;
}) {
  const t = useWords();
  const { operated, found } = props;
  const { filters, filter, isFiltered, clear } = operated;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={5}>
      <SearchForm
        name="reference"
        label="operated.search"
        hint="operated.search.hint"
        maxLength={100}
        value={filters.reference}
        search={(reference) => filter({ reference: reference.trim() })}
      />
      <Flex gap={4} wrap="wrap" alignItems="flex-start" role="group" aria-label={t('inbox.filters')}>
        {found.administrations.length > 1 && (
          <Box flex="1 1 20rem" minWidth={0}>
            <SelectField
              path="administrationId"
              label="inbox.filter.administration"
              value={filters.administrationId ?? ALL}
              options={[
                [ALL, t('inbox.filter.allAdministrations')],
                ...found.administrations.map(({ id, name }) => [id, name] as const),
              ]}
              change={(id) => filter({ administrationId: id || null })}
            />
          </Box>
        )}
        <Box flex="1 1 20rem" minWidth={0}>
          <SelectField
            path="teleprocedure"
            label="operated.teleprocedure"
            value={filters.teleprocedure ?? ALL}
            options={[
              [ALL, t('operated.all')],
              ...found.teleprocedures.map(({ slug, title }) => [slug, title] as const),
            ]}
            change={(slug) => filter({ teleprocedure: slug || null })}
          />
        </Box>
        <Box flex="1 1 14rem" minWidth={0}>
          <SelectField
            path="status"
            label="inbox.filter.status"
            value={filters.status ?? ALL}
            options={[
              [ALL, t('inbox.filter.allStatuses')],
              ...requestStatuses.map((status) => [status, t(`status.${status}`)] as const),
            ]}
            change={(chosen) => filter({ status: requestStatuses.find((one) => one === chosen) ?? null })}
          />
        </Box>
      </Flex>
      {isFiltered && (
        <Flex>
          <Button variant="tertiary" onClick={clear}>
            {t('inbox.filters.clear')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
