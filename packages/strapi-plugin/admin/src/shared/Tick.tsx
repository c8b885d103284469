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
  checked: boolean;
  change(checked: boolean): void;
  path?: string;
  /** What to say where it should be ticked. */
  required?: WordKey;
}) {
  const { label, checked, change, path = '', required = 'field.unticked' } = props;
  const id = useId();
  const error = useFieldError(path || id, true, required);
  return (
    <div>
      <Line>
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => change(event.target.checked)}
          {...(error && { 'aria-invalid': true, 'aria-describedby': id })}
        />
        <Typography tag="span">{label}</Typography>
      </Line>
      {error && (
        <Typography id={id} tag="p" variant="pi" textColor="danger600">
          {error}
        </Typography>
      )}
    </div>
  );
}
