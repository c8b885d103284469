import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { type FormEvent, type ReactNode, useRef } from 'react';
import type { Failure } from './failure.js';
import { FieldErrors } from './FormField.js';
import { LeaveGuard } from './LeaveGuard.js';
import { useFirstError } from './use-first-error.js';
import { type Saving, useSave } from './use-save.js';

export interface FormSaving {
  saving: Saving;
  save(send: () => Promise<void>): Promise<void>;
  isSaving: boolean;
  /** Why it was not saved; null where nothing stands against it. */
  failure: Failure | null;
  /** What the server has against its fields. */
  errors: readonly AdminFieldError[];
  /** Whether somebody else has changed meanwhile what is on screen. */
  isStale: boolean;
}

/** How a form that is saved as a whole stands with the server. */
export function useFormSaving(): FormSaving {
  const { saving, save } = useSave();
  const failure = saving.kind === 'failed' ? saving.failure : null;
  const problem = failure?.kind === 'problem' ? failure : null;
  return {
    saving,
    save,
    isSaving: saving.kind === 'saving',
    failure,
    errors: problem?.errors ?? [],
    isStale: problem?.code === 'request-changed',
  };
}

/** What is wrong stands at the fields, the first of which has the keyboard then. */
export function SavedForm(props: {
  form: FormSaving;
  send(): Promise<void>;
  /** The server's errors as the fields say them. */
  errors?: readonly AdminFieldError[];
  /** Whether what was typed would be lost: then it is not left behind unasked. */
  isDirty?: boolean;
  children: ReactNode;
}) {
  const { form, send, errors = form.errors, isDirty, children } = props;
  const element = useRef<HTMLFormElement>(null);
  useFirstError(element, form.saving);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save(send);
  };
  return (
    <form ref={element} noValidate onSubmit={submit}>
      {isDirty !== undefined && <LeaveGuard isDirty={isDirty} />}
      <FieldErrors.Provider value={errors}>{children}</FieldErrors.Provider>
    </form>
  );
}
