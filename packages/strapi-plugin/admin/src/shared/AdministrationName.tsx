import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { administrationColour, shownOn } from './administration-colour.js';

const Swatch = styled.span<{ $colour: string }>`
  display: inline-block;
  inline-size: 1.2rem;
  block-size: 1.2rem;
  margin-inline-end: 0.6rem;
  border-radius: 0.3rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  background: ${({ $colour, theme }) => shownOn(theme.colors.neutral0, $colour)};
  vertical-align: -0.1rem;
  forced-color-adjust: none;
`;

/** Whose it is: the name, and beside it the colour. On everything that belongs to an administration. */
export function AdministrationName(props: { administration: AdministrationTag; strong?: boolean }) {
  const { administration, strong } = props;
  return (
    <Typography
      variant={strong ? 'delta' : 'pi'}
      fontWeight="bold"
      textColor="neutral800"
      style={{ overflowWrap: 'anywhere' }}
    >
      <Swatch $colour={administrationColour(administration)} aria-hidden />
      {administration.name}
    </Typography>
  );
}
