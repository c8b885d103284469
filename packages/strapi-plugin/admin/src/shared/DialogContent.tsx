import { Dialog } from '@strapi/design-system';
import { styled } from 'styled-components';

/** A dialog that fits a telephone and a page at 200 % (WCAG 1.4.4, 1.4.10): Strapi's own cuts off what is higher or wider. */
export const DialogContent = styled(Dialog.Content)`
  max-block-size: calc(100dvh - 3.2rem);
  overflow-y: auto;

  > * {
    flex: none;
  }
  > h2,
  > div {
    overflow-wrap: anywhere;
  }
  > h2 {
    display: block;
    text-align: center;
  }
`;
