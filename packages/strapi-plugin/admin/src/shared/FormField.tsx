import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { Field, Textarea } from '@strapi/design-system';
import { createContext, useContext } from 'react';
import { FieldLabel } from './FieldLabel.js';
import { useWords, type WordKey } from './words.js';

/** What the server had against the form around. */
export const FieldErrors = createContext<readonly AdminFieldError[]>([]);

/**
 * @param isEmpty where « wrong » would not help
 * @param required what to say where nothing was given
 * @returns the sentence for a member, or undefined where it is right
 */
export function useFieldError(
  path: string,
  isEmpty = false,
  required: WordKey = 'field.required',
): string | undefined {
  const t = useWords();
  const errors = useContext(FieldErrors);
  const found = errors.find((error) => error.path === path || error.path.startsWith(`${path}.`));
  if (!found) return undefined;
  if (found.code === 'required' || (isEmpty && found.code === 'invalid')) return t(required);
  const what = found.length
    ? t('field.too-long.by', { most: found.length.most, is: found.length.is })
    : t(`field.${found.code}`);
  // A list is one field with a line each: which of them is wrong.
  const line = /^\d+$/.exec(found.path.slice(path.length + 1));
  return line ? t('field.line', { line: Number(line[0]) + 1, what }) : what;
}

export interface FieldProps {
  path: string;
  label: WordKey;
  hint?: WordKey;
  value: string;
  change(value: string): void;
  required?: boolean;
  disabled?: boolean;
  type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'url';
  /** Several lines. */
  rows?: number;
  /** Of a date: the first and the last that make sense. */
  min?: string;
  max?: string;
}

/** One labelled text of a form, with its hint and what is wrong with it. */
export function FormField({
  path,
  label,
  hint,
  value,
  change,
  required,
  disabled = false,
  type = 'text',
  rows,
  min,
  max,
}: FieldProps) {
  const t = useWords();
  const error = useFieldError(path, !value.trim());
  return (
    <Field.Root
      name={path}
      width="100%"
      {...(error && { error })}
      {...(hint && { hint: t(hint) })}
      {...(required && { required })}
    >
      <FieldLabel>{t(label)}</FieldLabel>
      {rows ? (
        <Textarea
          value={value}
          rows={rows}
          resizable
          disabled={disabled}
          onChange={(event: { target: { value: string } }) => change(event.target.value)}
        />
      ) : (
        <Field.Input
          type={type}
          value={value}
          disabled={disabled}
          min={min}
          max={max}
          autoComplete="off"
          onChange={(event) => change(event.target.value)}
        />
      )}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
