import type { InboxScope } from '@guichet/contracts/admin/inbox';
import { templateVariables, unknownVariables } from '@guichet/contracts/admin/template-text';
import type { Template } from '@guichet/contracts/admin/templates';
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { type FormEvent, useRef, useState } from 'react';
import { AdministrationChoice } from '../../shared/AdministrationChoice.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Card } from '../../shared/Card.js';
import { failureWords } from '../../shared/failure.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { FormEnd } from '../../shared/FormEnd.js';
import { FieldErrors, FormField, useFieldError } from '../../shared/FormField.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
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
  const { saving, save } = useSave();
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const failure = saving.kind === 'failed' ? saving.failure : null;
  const isStale = failure?.kind === 'problem' && failure.code === 'request-changed';
  const isFull = failure?.kind === 'problem' && failure.code === 'not-possible';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(async () => {
      await (template
        ? templates.change(template.id, { name, body, seen: template.version })
        : templates.add({ administrationId, name, body }));
      close();
    });
  };
  return (
    <Card title={t(template ? 'templates.change' : 'templates.new')}>
      <form ref={form} noValidate onSubmit={submit}>
        <FieldErrors.Provider value={failure?.kind === 'problem' ? failure.errors : []}>
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
              failed={
                failure && (isStale ? 'templates.changed' : isFull ? 'templates.full' : failureWords(failure))
              }
              isSaving={saving.kind === 'saving'}
              close={close}
            />
          </Flex>
        </FieldErrors.Provider>
      </form>
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
