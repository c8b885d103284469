import type { NewOperator, Operator } from '@guichet/contracts/admin/teleprocedures';
import { Flex } from '@strapi/design-system';
import { useState } from 'react';
import { Card } from '../../shared/Card.js';
import { FormEnd } from '../../shared/FormEnd.js';
import { FormField } from '../../shared/FormField.js';
import { OneAdministration } from '../../shared/OneAdministration.js';
import { SavedForm, useFormSaving } from '../../shared/SavedForm.js';
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
  const form = useFormSaving();
  const isDirty = JSON.stringify(operatorToSend(draft)) !== JSON.stringify(operatorToSend(begun));

  const save = async () => {
    await send(operatorToSend(draft));
    close();
  };
  return (
    <Card title={operator ? operator.name : t('operators.new')}>
      <SavedForm form={form} send={save} errors={operatorErrors(form.errors)} isDirty={isDirty}>
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
          <OneAdministration
            label="operators.administration"
            hint="operators.administration.hint"
            clear="operators.administration.none"
            value={draft.administration}
            choose={(administration) => set({ administration })}
          />
          <FormEnd
            form={form}
            changed="operators.changed"
            refused={isOriginRefused(form.errors) ? 'operators.origin.refused' : undefined}
            close={close}
          />
        </Flex>
      </SavedForm>
    </Card>
  );
}
