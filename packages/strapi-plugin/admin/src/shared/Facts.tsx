import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Terms = styled.dl`
  display: grid;
  gap: 1.2rem;
  margin: 0;
  dd {
    margin: 0.2rem 0 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Names and values; what has no value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <Terms>
      {facts.map(
        ([label, value]) =>
          value !== null &&
          value !== '' && (
            <div key={label}>
              <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral600">
                {label}
              </Typography>
              <Typography tag="dd" textColor="neutral800">
                {value}
              </Typography>
            </div>
          ),
      )}
    </Terms>
  );
}
