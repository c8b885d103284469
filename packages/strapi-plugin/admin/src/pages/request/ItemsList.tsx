import type { AskedItem } from '@guichet/contracts/admin/inbox-actions';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../shared/words.js';

const Lines = styled.ul`
  display: grid;
  gap: 0.6rem;
  margin: 0;
  padding-inline-start: 2rem;
  list-style: disc;
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;
`;

/** What was asked for, and by which text. */
export function ItemsList({ items }: { items: readonly AskedItem[] }) {
  const t = useWords();
  return (
    <Lines>
      {items.map(({ name, basis, isIndispensable }) => (
        <li key={`${name} ${basis ?? ''}`}>
          <Typography>{name}</Typography>
          {(basis !== null || isIndispensable) && (
            <Typography variant="pi" textColor="neutral700" display="block">
              {[basis && t('items.requiredBy', { basis }), isIndispensable && t('items.indispensable')]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          )}
        </li>
      ))}
    </Lines>
  );
}
