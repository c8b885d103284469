import { Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';
import { styled } from 'styled-components';
import { useFieldError } from './FormField.js';

const Group = styled.fieldset`
  min-inline-size: 0;
  margin: 0;
  padding: 0;
  border: 0;

  legend {
    padding: 0;
    margin-block-end: 0.8rem;
  }
`;

/** `$wide`: beside each other where there is room. */
const Options = styled.div<{ $wide: boolean }>`
  display: grid;
  gap: 0.8rem;
  ${({ $wide }) => $wide && 'grid-template-columns: repeat(auto-fit, minmax(min(32rem, 100%), 1fr));'}
`;

const Option = styled.label`
  display: flex;
  gap: 1rem;
  align-items: flex-start;
  min-block-size: 4.8rem;
  padding: 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  cursor: pointer;
  overflow-wrap: anywhere;

  input {
    flex: none;
    inline-size: 1.8rem;
    block-size: 1.8rem;
    margin: 0.2rem 0 0;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &:has(:checked) {
    border-color: ${({ theme }) => theme.colors.primary700};
    background: ${({ theme }) => theme.colors.primary100};
    box-shadow: inset 0 0 0 1px ${({ theme }) => theme.colors.primary700};
  }
  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props<Value extends string> {
  legend: string;
  options: readonly { value: Value; label: string; hint?: string | undefined }[];
  value: Value | null;
  choose(value: Value): void;
  /** The member that the server names it by. */
  path?: string;
  wide?: boolean;
  children?: ReactNode;
}

/** One choice among few, each with room for a sentence; arrows walk through them. */
export function Choices<Value extends string>(props: Props<Value>) {
  const { legend, options, value, choose, path = '', wide = false, children } = props;
  const id = useId();
  const error = useFieldError(path || id, true);
  return (
    <Group {...(error && { 'aria-describedby': `${id}-error` })}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
        {legend}
      </Typography>
      {children}
      <Options $wide={wide}>
        {options.map((option) => (
          <Option key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => choose(option.value)}
              {...(error && { 'aria-invalid': true })}
            />
            <span>
              <Typography tag="span" fontWeight="bold" display="block">
                {option.label}
              </Typography>
              {option.hint && (
                <Typography tag="span" variant="pi" textColor="neutral700" display="block">
                  {option.hint}
                </Typography>
              )}
            </span>
          </Option>
        ))}
      </Options>
      {error && (
        <Typography id={`${id}-error`} tag="p" variant="pi" textColor="danger600" paddingTop={1}>
          {error}
        </Typography>
      )}
    </Group>
  );
}
