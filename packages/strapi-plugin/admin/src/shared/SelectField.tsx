import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { FieldLabel } from './FieldLabel.js';
import { useFieldError } from './FormField.js';
import { useWords, type WordKey } from './words.js';

interface Props {
  path: string;
  label: WordKey;
  hint?: WordKey;
  placeholder?: WordKey;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  change(value: string): void;
  required?: boolean;
  disabled?: boolean;
}

/** One labelled choice of a form in a list that opens, with its hint and what is wrong with it. */
export function SelectField(props: Props) {
  const t = useWords();
  const { path, label, hint, placeholder, value, options, change, required, disabled = false } = props;
  const error = useFieldError(path, !value);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Strapi's own list tells it by its colour alone.
    if (error) list.current?.setAttribute('aria-invalid', 'true');
    else list.current?.removeAttribute('aria-invalid');
  }, [error]);
  return (
    <Field.Root
      name={path}
      width="100%"
      {...(error && { error })}
      {...(hint && { hint: t(hint) })}
      {...(required && { required })}
    >
      <FieldLabel>{t(label)}</FieldLabel>
      <SingleSelect
        ref={list}
        value={value}
        disabled={disabled}
        {...(placeholder && { placeholder: t(placeholder) })}
        onChange={(chosen) => change(String(chosen))}
      >
        {options.map(([option, text]) => (
          <SingleSelectOption key={option} value={option}>
            {text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
