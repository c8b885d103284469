import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AdministrationPicker } from '../../shared/AdministrationPicker.js';
import { FormField, useFieldError } from '../../shared/FormField.js';
import { SelectField } from '../../shared/SelectField.js';
import { useWords } from '../../shared/words.js';
import type { FormState } from './form-state.js';

const kinds = ['commune', 'intercommunality', 'ccas', 'syndicate', 'department'] as const;
/** Where French administrations are. */
const zones = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Reunion',
  'Indian/Mayotte',
  'America/Miquelon',
  'America/St_Barthelemy',
  'America/Marigot',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
];

interface Props {
  state: FormState;
  set(change: Partial<FormState>): void;
  disabled: boolean;
}

/** Who the administration is: what only the hosting changes. */
export function IdentityFields({ state, set, disabled }: Props) {
  const t = useWords();
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={8} s={12} xs={12} alignItems="flex-start">
        <FormField
          path="name"
          label="identity.name"
          hint="identity.name.hint"
          required
          disabled={disabled}
          value={state.name}
          change={(name) => set({ name })}
        />
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
        <SelectField
          path="kind"
          label="identity.kind"
          required
          disabled={disabled}
          value={state.kind}
          options={kinds.map((kind) => [kind, t(`kind.${kind}`)])}
          change={(kind) => set({ kind: kind as FormState['kind'] })}
        />
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} alignItems="flex-start">
        <FormField
          path="siren"
          label="identity.siren"
          hint="identity.siren.hint"
          required
          disabled={disabled}
          value={state.siren}
          change={(siren) => set({ siren })}
        />
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} alignItems="flex-start">
        <FormField
          path="insee"
          label="identity.insee"
          hint="identity.insee.hint"
          required={state.kind === 'commune'}
          disabled={disabled}
          value={state.insee}
          change={(insee) => set({ insee })}
        />
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} alignItems="flex-start">
        <FormField
          path="departement"
          label="identity.departement"
          hint="identity.departement.hint"
          disabled={disabled}
          value={state.departement}
          change={(departement) => set({ departement })}
        />
      </Grid.Item>
      <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
        <SelectField
          path="timeZone"
          label="identity.timeZone"
          hint="identity.timeZone.hint"
          required
          disabled={disabled}
          value={state.timeZone}
          options={[...new Set([...zones, state.timeZone])].map((zone) => [zone, zone])}
          change={(timeZone) => set({ timeZone })}
        />
      </Grid.Item>
    </Grid.Root>
  );
}

/** After a merger: who answers from which day, so that old links, references and snippets keep working. */
export function SuccessionFields({
  state,
  set,
  disabled,
  administration,
}: Props & { administration: AdminAdministration }) {
  const t = useWords();
  const [chosen, setChosen] = useState<AdministrationTag | null>(administration.successor);
  const error = useFieldError('successorUid');
  const successor = state.successorUid ? chosen : null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography textColor="neutral600">{t('succession.what')}</Typography>
      {successor ? (
        <>
          <Flex gap={3} wrap="wrap">
            <AdministrationName administration={successor} />
            {!disabled && (
              <Button variant="tertiary" onClick={() => set({ successorUid: null, successorFrom: '' })}>
                {t('succession.none')}
              </Button>
            )}
          </Flex>
          {error && (
            <Typography textColor="danger600" data-invalid tabIndex={-1}>
              {t('succession.impossible')}
            </Typography>
          )}
          <FormField
            path="successorFrom"
            label="succession.from"
            type="date"
            required
            disabled={disabled}
            value={state.successorFrom}
            change={(successorFrom) => set({ successorFrom })}
          />
        </>
      ) : (
        !disabled && (
          <AdministrationPicker
            label={t('succession.choose')}
            quiet
            except={[administration.id]}
            choose={(tag) => {
              setChosen(tag);
              set({ successorUid: tag.id });
            }}
          />
        )
      )}
    </Flex>
  );
}
