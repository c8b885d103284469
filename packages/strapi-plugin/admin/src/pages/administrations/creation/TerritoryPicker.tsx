import type { TerritoryFound } from '@guichet/contracts/admin/territory';
import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { Failed } from '../../../shared/Failed.js';
import { FieldLabel } from '../../../shared/FieldLabel.js';
import { List } from '../../../shared/list.js';
import { useWords, type WordKey } from '../../../shared/words.js';
import { TerritoryRow } from './TerritoryRow.js';
import { useTerritorySearch } from './use-territory.js';

const everyLevel: readonly TerritoryFound['level'][] = ['intercommunality', 'department', 'region'];

/** Finds an intercommunality, a département or a region by its name or its code. `begun`: what is looked for at first. */
export function TerritoryPicker(props: {
  begun: string;
  choose(territory: TerritoryFound): void;
  /** The levels that can be chosen; all of them by default. */
  only?: readonly TerritoryFound['level'][];
  /** What it is called there, where not all levels can be chosen. */
  label?: WordKey;
  /** Codes of those that were chosen already. */
  except?: readonly string[];
}) {
  const t = useWords();
  const { only = everyLevel, label = 'territory.pick.label', except = [] } = props;
  const { typed, type, search, found } = useTerritorySearch(props.begun);
  const { remote, reload } = found;
  const all = remote.kind === 'ready' && search ? remote.data.territories : [];
  const territories = all.filter(({ level, code }) => only.includes(level) && !except.includes(code));
  const isNone = remote.kind === 'ready' && !remote.stale && search !== '' && !territories.length;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="territory-search" hint={t('territory.pick.hint')}>
        <FieldLabel>{t(label)}</FieldLabel>
        <Field.Input
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => type(event.target.value)}
          // Enter would send a form around it.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <Field.Hint />
      </Field.Root>
      {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
      {territories.length > 0 && (
        <List aria-label={t('territory.found')}>
          {territories.map((territory) => (
            <TerritoryRow key={`${territory.level} ${territory.code}`} territory={territory}>
              <Button
                size="S"
                variant="secondary"
                aria-label={t('picker.choose.one', { name: territory.name })}
                onClick={() => props.choose(territory)}
              >
                {t('picker.choose')}
              </Button>
            </TerritoryRow>
          ))}
        </List>
      )}
      <Typography variant="pi" textColor="neutral600" role="status">
        {remote.kind === 'ready' && remote.stale && t('loading')}
        {isNone && t('territory.none')}
        {territories.length > 0 && t('territory.count', { count: territories.length })}
      </Typography>
    </Flex>
  );
}
