import type { AdministrationPage, AdministrationQuery } from '@guichet/contracts/admin/administrations';
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { useDebounce, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { AdministrationName } from './AdministrationName.js';
import { Failed } from './Failed.js';
import { FieldLabel } from './FieldLabel.js';
import { List, Row } from './list.js';
import { useRemote } from './remote.js';
import { useWords } from './words.js';

const PAUSE_MS = 300;

type Search = (text: string, signal: AbortSignal) => Promise<{ rows: AdministrationTag[]; total: number }>;

function useSearchEverywhere(): Search {
  const { post } = useFetchClient();
  return useCallback(
    async (search, signal) => {
      const query: AdministrationQuery = { search };
      return (await post<AdministrationPage>(adminUrl('administrationSearch'), query, { signal })).data;
    },
    [post],
  );
}

/** Finds an administration of the hosting by a part of its name or the beginning of its code. */
export function AdministrationPicker(props: {
  label: string;
  /** Not offered: chosen already, or out of place. */
  except: readonly string[];
  choose(administration: AdministrationTag): void;
  /** Offers nothing before something is searched for. */
  quiet?: boolean;
  /** Among whom; every administration of the hosting by default. Keep it stable. */
  search?: Search;
  error?: string;
}) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const search = useDebounce(typed.trim(), PAUSE_MS);
  const everywhere = useSearchEverywhere();
  const find = props.search ?? everywhere;
  const { remote, reload } = useRemote(
    useCallback((signal: AbortSignal) => find(search, signal), [find, search]),
  );
  const offers = remote.kind === 'ready' && (search !== '' || !props.quiet);
  const offered = offers ? remote.data.rows.filter(({ id }) => !props.except.includes(id)) : [];
  const rest = offers ? remote.data.total - remote.data.rows.length : 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root
        name="administration-search"
        hint={t('picker.hint')}
        {...(props.error && { error: props.error })}
      >
        <FieldLabel>{props.label}</FieldLabel>
        <Field.Input
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          // Enter would send the form around it.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
      {offered.length > 0 && (
        <Box style={{ maxBlockSize: '32rem', overflowY: 'auto' }}>
          <List aria-label={t('picker.results')}>
            {offered.map((administration) => (
              <Row key={administration.id}>
                <Flex justifyContent="space-between" gap={3} wrap="wrap">
                  <span>
                    <AdministrationName administration={administration} />{' '}
                    <Typography variant="pi" textColor="neutral600">
                      {administration.code}
                    </Typography>
                  </span>
                  <Button
                    size="S"
                    variant="secondary"
                    aria-label={t('picker.choose.one', { name: administration.name })}
                    onClick={() => props.choose(administration)}
                  >
                    {t('picker.choose')}
                  </Button>
                </Flex>
              </Row>
            ))}
          </List>
        </Box>
      )}
      <Typography variant="pi" textColor="neutral600" role="status">
        {offers && !offered.length && t('picker.none')}
        {rest > 0 && t('picker.more', { count: rest })}
      </Typography>
    </Flex>
  );
}
