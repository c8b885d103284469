import { Field } from '@strapi/design-system';
import { styled } from 'styled-components';

/** A label that wraps, as names are long and telephones narrow: Strapi's own ends with dots. */
export const FieldLabel = styled(Field.Label)`
  overflow: visible;
  white-space: normal;
  overflow-wrap: anywhere;
`;
