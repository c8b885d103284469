import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import type { OperatedRequests } from '@guichet/contracts/admin/operated';
import { requestStatuses } from '@guichet/contracts/tracking';
import { Box, Button, Field, Flex } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { type FormEvent, useEffect, useState } from 'react';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { SelectField } from '../../shared/SelectField.js';
import { useWords } from '../../shared/words.js';
import type { Operated } from './use-operated.js';

const ALL = '';

/** Of whom, of what, where it stands; and one by its reference, which is asked for as a whole. */
export function OperatedFilters(props: {
  operated: Operated;
  administrations: readonly Pick<AdministrationTag, 'id' | 'name'>[];
  teleprocedures: OperatedRequests['teleprocedures'];
}) {
  const t = useWords();
  const { operated, administrations, teleprocedures } = props;
  const { filters, filter, isFiltered, clear } = operated;
  const [typed, setTyped] = useState(filters.reference);
  useEffect(() => setTyped(filters.reference), [filters.reference]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    filter({ reference: typed.trim() });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={5}>
      <form role="search" onSubmit={submit}>
        <Flex gap={2} alignItems="flex-end" wrap="wrap">
          <Box flex="1 1 24rem" minWidth={0}>
            <Field.Root name="reference" hint={t('operated.search.hint')}>
              <FieldLabel>{t('operated.search')}</FieldLabel>
              <Field.Input
                type="search"
                value={typed}
                maxLength={100}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
          </Box>
          <Box paddingBottom={5}>
            <Button type="submit" size="L" variant="secondary" startIcon={<Search />}>
              {t('inbox.search.go')}
            </Button>
          </Box>
        </Flex>
      </form>
      <Flex gap={4} wrap="wrap" alignItems="flex-start" role="group" aria-label={t('inbox.filters')}>
        {administrations.length > 1 && (
          <Box flex="1 1 20rem" minWidth={0}>
            <SelectField
              path="administrationId"
              label="inbox.filter.administration"
              value={filters.administrationId ?? ALL}
              options={[
                [ALL, t('inbox.filter.allAdministrations')],
                ...administrations.map(({ id, name }) => [id, name] as const),
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
              ...teleprocedures.map(({ slug, title }) => [slug, title] as const),
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
