import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A link within text, legible on the light and the dark panel. */
export const TextLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
`;
