import { type RefObject, useEffect } from 'react';
import type { Saving } from './use-save.js';

/**
 * Once the server has refused a form, brings the eye and the keyboard to the first field to mend: one that is
 * `aria-invalid`, or the sentence of several together, which then bears `data-invalid` and can be focused.
 */
export function useFirstError(form: RefObject<HTMLFormElement>, saving: Saving): void {
  useEffect(() => {
    if (saving.kind === 'failed')
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus();
  }, [form, saving]);
}
