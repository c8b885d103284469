import { Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import { useFieldError } from './FormField.js';
import type { WordKey } from './words.js';

const Line = styled.label`
  display: flex;
  gap: 1rem;
  align-items: flex-start;
  padding-block: 0.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  cursor: pointer;
  overflow-wrap: anywhere;

  input {
    flex: none;
    inline-size: 2rem;
    block-size: 2rem;
    margin: 0;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
  input:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** One thing that is so or not. */
export function Tick(props: {
  label: string;
  /** What it means. */
  hint?: string;
  checked: boolean;
  change(checked: boolean): void;
  path?: string;
  /** What to say where it should be ticked. */
  required?: WordKey;
}) {
  const { label, hint, checked, change, path = '', required = 'field.unticked' } = props;
  const id = useId();
  const error = useFieldError(path || id, true, required);
  const told = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div>
      <Line>
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => change(event.target.checked)}
          {...(told && { 'aria-describedby': told })}
          {...(error && { 'aria-invalid': true })}
        />
        <Typography tag="span">{label}</Typography>
      </Line>
      {hint && (
        <Typography
          id={`${id}-hint`}
          tag="p"
          variant="pi"
          textColor="neutral600"
          style={{ paddingInlineStart: '3rem' }}
        >
          {hint}
        </Typography>
      )}
      {error && (
        <Typography id={`${id}-error`} tag="p" variant="pi" textColor="danger600">
          {error}
        </Typography>
      )}
    </div>
  );
}
