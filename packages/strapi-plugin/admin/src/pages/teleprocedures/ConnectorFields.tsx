import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { Folded } from '../../shared/Folded.js';
import { FormField, useFieldError } from '../../shared/FormField.js';
import { SelectField } from '../../shared/SelectField.js';
import { useWords, type WordKey } from '../../shared/words.js';
import {
  type ConnectorDraft,
  isKnown,
  type KnownConnectorName,
  knownConnectors,
  otherConnector,
} from './connector-form.js';

const NONE = '';

/** Whether the operator's own system is asked where requests stand, and how. */
export function ConnectorFields(props: { draft: ConnectorDraft; change(draft: ConnectorDraft): void }) {
  const t = useWords();
  const { draft, change } = props;
  const { name } = draft;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <SelectField
        path="connector.name"
        label="connector"
        hint="connector.hint"
        value={name}
        options={[
          [NONE, t('connector.none')],
          ...(Object.keys(knownConnectors) as KnownConnectorName[]).map(
            (known) => [known, t(`connector.${known}`)] as const,
          ),
          // Of a hosting that has others: it stays as it is.
          ...(name && !isKnown(name) ? [[name, name] as const] : []),
        ]}
        change={(chosen) => change(otherConnector(chosen))}
      />
      {isKnown(name) && <SettingsFields name={name} draft={draft} change={change} />}
    </Flex>
  );
}

function SettingsFields(props: {
  name: KnownConnectorName;
  draft: ConnectorDraft;
  change(draft: ConnectorDraft): void;
}) {
  const t = useWords();
  const { name, draft, change } = props;
  const { needed, further, needsSecret } = knownConnectors[name];
  const field = (key: string, required: boolean) => (
    <SettingField
      key={key}
      path={`connector.settings.${key}`}
      label={t(`connector.${name}.${key}` as WordKey)}
      required={required}
      value={draft.settings[key] ?? ''}
      change={(value) => change({ ...draft, settings: { ...draft.settings, [key]: value } })}
    />
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p">{t(`connector.${name}.what`)}</Typography>
      {needed.map((key) => field(key, true))}
      {needsSecret && (
        <FormField
          path="connector.secret"
          label="connector.secret"
          hint={draft.hasSecret ? 'connector.secret.kept' : 'connector.secret.hint'}
          required={!draft.hasSecret}
          value={draft.secret}
          change={(secret) => change({ ...draft, secret })}
        />
      )}
      <Folded>
        <summary>{t('connector.further')}</summary>
        <Flex direction="column" alignItems="stretch" gap={4} paddingTop={2}>
          <Box>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t(`connector.${name}.further`)}
            </Typography>
          </Box>
          {further.map((key) => field(key, false))}
        </Flex>
      </Folded>
    </Flex>
  );
}

function SettingField(props: {
  path: string;
  label: string;
  required: boolean;
  value: string;
  change(value: string): void;
}) {
  const { path, label, required, value, change } = props;
  const error = useFieldError(path, !value.trim());
  return (
    <Field.Root name={path} width="100%" required={required} {...(error && { error })}>
      <FieldLabel>{label}</FieldLabel>
      <Field.Input value={value} autoComplete="off" onChange={(event) => change(event.target.value)} />
      <Field.Error />
    </Field.Root>
  );
}
