import type { InboxScope } from '@guichet/contracts/admin/inbox';
import { requestStatuses, type RequestStatus } from '@guichet/contracts/tracking';
import { Button, Field, Flex, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { Folded } from '../../shared/Folded.js';
import { SearchForm } from '../../shared/SearchForm.js';
import { useWords } from '../../shared/words.js';
import type { Inbox } from './use-inbox.js';

const ALL = '';

const FoldedFilters = styled(Folded)`
  padding-block-end: 2rem;
`;

/** On a phone they fold away: the requests come first. */
export function InboxFilters(props: { inbox: Inbox; scope: InboxScope }) {
  const t = useWords();
  if (!useIsMobile()) return <Filters {...props} />;
  return (
    <FoldedFilters open={props.inbox.isFiltered}>
      <summary>{t('inbox.narrow')}</summary>
      <Filters {...props} />
    </FoldedFilters>
  );
}

/** Search and filters. The search goes when it is asked for, not at each letter: it is exact, and it decrypts. */
function Filters({ inbox, scope }: { inbox: Inbox; scope: InboxScope }) {
  const t = useWords();
  const { filters, filter, search, searchFor, isFiltered, clear } = inbox;
  const one = scope.administrations.length === 1 ? scope.administrations[0] : undefined;
  const chosen = one ?? scope.administrations.find(({ id }) => id === filters.administrationId);

  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={5}>
      <SearchForm
        name="search"
        label="inbox.search"
        hint="inbox.search.hint"
        maxLength={254}
        value={search}
        search={searchFor}
      />
      <Grid.Root
        gap={4}
        tag="fieldset"
        style={{ border: 0, padding: 0, margin: 0 }}
        aria-label={t('inbox.filters')}
      >
        {!one && (
          <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root>
              <FieldLabel>{t('inbox.filter.administration')}</FieldLabel>
              <SingleSelect
                value={filters.administrationId ?? ALL}
                onChange={(id) => filter({ administrationId: String(id) || null, recipient: null })}
              >
                <SingleSelectOption value={ALL}>{t('inbox.filter.allAdministrations')}</SingleSelectOption>
                {scope.administrations.map(({ id, name }) => (
                  <SingleSelectOption key={id} value={id}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Grid.Item>
        )}
        {chosen && chosen.recipients.length > 0 && (
          <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root>
              <FieldLabel>{t('inbox.filter.service')}</FieldLabel>
              <SingleSelect
                value={filters.recipient ?? ALL}
                onChange={(slug) => filter({ administrationId: chosen.id, recipient: String(slug) || null })}
              >
                <SingleSelectOption value={ALL}>{t('inbox.filter.allServices')}</SingleSelectOption>
                {chosen.recipients.map(({ slug, name }) => (
                  <SingleSelectOption key={slug} value={slug}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Grid.Item>
        )}
        <Grid.Item col={2} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <FieldLabel>{t('inbox.filter.status')}</FieldLabel>
            <SingleSelect
              value={filters.status ?? ALL}
              onChange={(status) => filter({ status: (status as RequestStatus) || null })}
            >
              <SingleSelectOption value={ALL}>{t('inbox.filter.allStatuses')}</SingleSelectOption>
              {requestStatuses.map((status) => (
                <SingleSelectOption key={status} value={status}>
                  {t(`status.${status}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={2} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="from">
            <FieldLabel>{t('inbox.filter.from')}</FieldLabel>
            <Field.Input
              type="date"
              value={filters.from ?? ''}
              max={filters.until ?? undefined}
              onChange={(event) => filter({ from: event.target.value || null })}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={2} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="until">
            <FieldLabel>{t('inbox.filter.until')}</FieldLabel>
            <Field.Input
              type="date"
              value={filters.until ?? ''}
              min={filters.from ?? undefined}
              onChange={(event) => filter({ until: event.target.value || null })}
            />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
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
