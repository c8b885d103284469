import { styled } from 'styled-components';

/** What only some need, behind its `summary`. */
export const Folded = styled.details`
  summary {
    padding-block: 0.8rem;
    color: ${({ theme }) => theme.colors.primary700};
    font-size: 1.4rem;
    font-weight: 600;
    cursor: pointer;
  }
`;
