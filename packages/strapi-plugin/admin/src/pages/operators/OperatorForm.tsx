import type { NewOperator, Operator } from '@guichet/contracts/admin/teleprocedures';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useRef, useState } from 'react';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AdministrationPicker } from '../../shared/AdministrationPicker.js';
import { Card } from '../../shared/Card.js';
import { failureWords } from '../../shared/failure.js';
import { FormEnd } from '../../shared/FormEnd.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { LeaveGuard } from '../../shared/LeaveGuard.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import {
  isOriginRefused,
  operatorDraft,
  type OperatorDraft,
  operatorErrors,
  operatorToSend,
} from './operator-form.js';

/** Who an operator is, and where its pages are. */
export function OperatorForm(props: {
  /** Null for a new one. */
  operator: Operator | null;
  close(): void;
  send(operator: NewOperator): Promise<void>;
}) {
  const t = useWords();
  const { operator, close, send } = props;
  const [begun] = useState(() => operatorDraft(operator));
  const [draft, setDraft] = useState(begun);
  const set = (change: Partial<OperatorDraft>) => setDraft((now) => ({ ...now, ...change }));
  const { saving, save } = useSave();
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const failure = saving.kind === 'failed' ? saving.failure : null;
  const errors = failure?.kind === 'problem' ? failure.errors : [];
  const isStale = failure?.kind === 'problem' && failure.code === 'request-changed';
  const isDirty = JSON.stringify(operatorToSend(draft)) !== JSON.stringify(operatorToSend(begun));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(async () => {
      await send(operatorToSend(draft));
      close();
    });
  };
  return (
    <Card title={operator ? operator.name : t('operators.new')}>
      <form ref={form} noValidate onSubmit={submit}>
        <LeaveGuard isDirty={isDirty} />
        <FieldErrors.Provider value={operatorErrors(errors)}>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <FormField
              path="name"
              label="operators.name"
              hint="operators.name.hint"
              required
              value={draft.name}
              change={(name) => set({ name })}
            />
            <FormField
              path="origin"
              label="operators.origin"
              hint="operators.origin.hint"
              type="url"
              required
              value={draft.origin}
              change={(origin) => set({ origin })}
            />
            <FormField
              path="phone"
              label="human.phone"
              hint="operators.phone.hint"
              type="tel"
              required
              value={draft.phone}
              change={(phone) => set({ phone })}
            />
            <FormField
              path="email"
              label="human.email"
              type="email"
              value={draft.email}
              change={(email) => set({ email })}
            />
            <FormField
              path="address"
              label="human.address"
              rows={3}
              value={draft.address}
              change={(address) => set({ address })}
            />
            <FormField
              path="website"
              label="organisation.website"
              type="url"
              value={draft.website}
              change={(website) => set({ website })}
            />
            <Competent draft={draft} set={set} />
            <FormEnd
              failed={
                failure &&
                (isStale
                  ? 'operators.changed'
                  : isOriginRefused(errors)
                    ? 'operators.origin.refused'
                    : failureWords(failure))
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

/** The administration of the hosting that it is, where it is one. */
function Competent({ draft, set }: { draft: OperatorDraft; set(change: Partial<OperatorDraft>): void }) {
  const t = useWords();
  const { administration } = draft;
  return (
    <Box role="group" aria-label={t('operators.administration')}>
      <Typography tag="p" variant="pi" fontWeight="bold">
        {t('operators.administration')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
        {t('operators.administration.hint')}
      </Typography>
      {administration ? (
        <Flex gap={3} wrap="wrap">
          <AdministrationName administration={administration} />
          <Button variant="tertiary" size="S" onClick={() => set({ administration: null })}>
            {t('operators.administration.none')}
          </Button>
        </Flex>
      ) : (
        <AdministrationPicker
          label={t('picker.label')}
          quiet
          except={[]}
          choose={({ id, code, name, accent }) => set({ administration: { id, code, name, accent } })}
        />
      )}
    </Box>
  );
}
