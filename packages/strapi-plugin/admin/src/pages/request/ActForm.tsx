import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { FieldErrors } from '../../shared/FormField.js';
import { ActionFailed } from './ActionFailed.js';
import type { OneForm } from './use-form.js';

/** A form that acts on a request: its fields, what went wrong, then its buttons. */
export function ActForm(props: { form: OneForm; submit(): void; children: ReactNode; buttons: ReactNode }) {
  const { form, submit, children, buttons } = props;
  return (
    <form
      ref={form.ref}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FieldErrors.Provider value={form.errors}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {children}
          <ActionFailed failure={form.failure} />
          <Flex gap={3} wrap="wrap">
            {buttons}
          </Flex>
        </Flex>
      </FieldErrors.Provider>
    </form>
  );
}
