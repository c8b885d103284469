import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

/** For one thumb: the whole width of a phone, and words that wrap instead of being cut. */
export const BigButton = styled(Button)`
  block-size: auto;
  min-block-size: 4.8rem;
  padding-block: 0.8rem;
  white-space: normal;

  > span {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  @media (max-width: 600px) {
    inline-size: 100%;
  }
`;
