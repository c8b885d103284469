import type { InboxScope } from '@guichet/contracts/admin/inbox';
import { templateVariables, unknownVariables } from '@guichet/contracts/admin/template-text';
import type { Template } from '@guichet/contracts/admin/templates';
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { AdministrationChoice } from '../../shared/AdministrationChoice.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Card } from '../../shared/Card.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { FormEnd } from '../../shared/FormEnd.js';
import { FormField, useFieldError } from '../../shared/FormField.js';
import { SavedForm, useFormSaving } from '../../shared/SavedForm.js';
import { useWords } from '../../shared/words.js';
import type { TemplatesRead } from './use-templates.js';

interface Props {
  templates: TemplatesRead;
  /** Null for a new one. */
  template: Template | null;
  scope: InboxScope;
  close(): void;
}

export function TemplateForm({ templates, template, scope, close }: Props) {
  const t = useWords();
  const { administrations } = scope;
  const [administrationId, setAdministration] = useState(administrations[0]!.id);
  const [name, setName] = useState(template?.name ?? '');
  const [body, setBody] = useState(template?.body ?? '');
  const form = useFormSaving();
  const isFull = form.failure?.kind === 'problem' && form.failure.code === 'not-possible';

  const save = async () => {
    await (template
      ? templates.change(template.id, { name, body, seen: template.version })
      : templates.add({ administrationId, name, body }));
    close();
  };
  return (
    <Card title={t(template ? 'templates.change' : 'templates.new')}>
      <SavedForm form={form} send={save}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {template || administrations.length === 1 ? (
            <AdministrationName administration={template?.administration ?? administrations[0]!} strong />
          ) : (
            <AdministrationChoice
              administrations={administrations}
              id={administrationId}
              choose={setAdministration}
              required
            />
          )}
          <FormField path="name" label="templates.name" required value={name} change={setName} />
          <BodyField value={body} change={setBody} />
          <FormEnd
            form={form}
            changed="templates.changed"
            refused={isFull ? 'templates.full' : undefined}
            close={close}
          />
        </Flex>
      </SavedForm>
    </Card>
  );
}

/** The text, with a button for each variable, which goes where the cursor is. */
function BodyField({ value, change }: { value: string; change(value: string): void }) {
  const t = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const refused = useFieldError('body', !value.trim());
  const unknown = unknownVariables(value);
  // Once the form was refused: while it is being typed, a variable is unknown until its last brace.
  const error = refused && unknown.length ? t('templates.unknown', { names: unknown.join(' ') }) : refused;

  const insert = (variable: string) => {
    const { selectionStart: start, selectionEnd: end } = area.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    };
    const written = `{{${variable}}}`;
    change(value.slice(0, start) + written + value.slice(end));
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start + written.length, start + written.length);
    });
  };
  return (
    <Field.Root name="body" required hint={t('templates.body.hint')} {...(error && { error })}>
      <FieldLabel>{t('templates.body')}</FieldLabel>
      <Textarea
        ref={area}
        value={value}
        rows={10}
        resizable
        onChange={(event: { target: { value: string } }) => change(event.target.value)}
      />
      <Field.Error />
      <Field.Hint />
      <Flex
        role="group"
        aria-label={t('templates.variables')}
        gap={2}
        wrap="wrap"
        alignItems="center"
        paddingTop={2}
      >
        <Typography variant="pi" textColor="neutral600">
          {t('templates.variables')}
        </Typography>
        {templateVariables.map((variable) => (
          <Button key={variable} size="S" variant="tertiary" lang="fr" onClick={() => insert(variable)}>
            {variable}
          </Button>
        ))}
      </Flex>
    </Field.Root>
  );
}
