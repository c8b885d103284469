import { styled } from 'styled-components';
import { shownOn } from './administration-colour.js';

/** A list of links that reads on a phone as on a screen: no table to scroll sideways. */
export const List = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  overflow: hidden;
`;

/** `$colour`: the administration's, as a band along the row. */
export const Row = styled.li<{ $colour?: string }>`
  position: relative;
  padding: 1.4rem 1.6rem;
  ${({ $colour, theme }) =>
    $colour && `border-inline-start: 6px solid ${shownOn(theme.colors.neutral0, $colour)};`}
  overflow-wrap: anywhere;

  & + & {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  /* The whole row is the link's target; the text stays selectable by keyboard and readable in one go. */
  a:not(.row) {
    position: relative;
    color: ${({ theme }) => theme.colors.primary600};
  }
  a.row::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  a.row {
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.4;
    text-decoration: none;
  }
  a.row:hover {
    text-decoration: underline;
  }
  a.row:focus {
    outline: none;
  }
`;
