import { styled } from 'styled-components';

/** What people wrote is text, with its own line ends, and never wider than the screen. */
export const Written = styled.p`
  margin: 0.8rem 0 0;
  max-inline-size: 75ch;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.5rem;
  line-height: 1.6;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;
