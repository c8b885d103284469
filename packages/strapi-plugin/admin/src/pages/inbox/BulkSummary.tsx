import type { BulkAction, BulkOutcome } from '@guichet/contracts/admin/bulk';
import { natures } from '@guichet/contracts/request-rules';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../shared/words.js';
import { byReason } from './bulk-outcomes.js';

const References = styled.ul`
  margin: 0.4rem 0 0;
  padding-inline-start: 1.8rem;
  list-style: disc;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.6;
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
`;

/** How many can be, or were, acted on; which are left out, and why. */
export function BulkSummary(props: {
  action: BulkAction;
  when: 'before' | 'after';
  outcomes: readonly BulkOutcome[];
  /** Of a request, by its id. */
  subjectOf(id: string): string;
}) {
  const t = useWords();
  const { action, when, outcomes, subjectOf } = props;
  const done = outcomes.filter(({ result }) => result === 'done');
  const already = outcomes.filter(({ result }) => result === 'already');
  const named = (some: readonly BulkOutcome[]) => (
    <References>
      {some.map(({ id, reference }) => (
        <li key={id}>{[reference, subjectOf(id)].filter(Boolean).join(' — ')}</li>
      ))}
    </References>
  );
  const counted = natures
    .map((nature) => ({ nature, count: done.filter((one) => one.nature === nature).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <Box>
        <Typography tag="p" fontWeight="bold">
          {t(`bulk.${action}.${when}`, { count: done.length })}
        </Typography>
        {action === 'acknowledge' && when === 'before' && done.length > 0 && (
          <Typography tag="p" textColor="neutral800" paddingTop={1}>
            {counted.map(({ nature, count }) => `${t(`nature.${nature}`)} (${count})`).join(', ')}
          </Typography>
        )}
        {done.length > 0 && named(done)}
      </Box>
      {already.length > 0 && (
        <Typography tag="p" textColor="neutral800">
          {t('bulk.already', { count: already.length })}
        </Typography>
      )}
      {byReason(outcomes).map(({ reason, outcomes: some }) => (
        <Box key={reason}>
          <Typography tag="p" textColor="neutral800">
            {t('bulk.leftOut', { count: some.length })} {t(`bulk.reason.${reason}`)}
          </Typography>
          {named(some)}
        </Box>
      ))}
    </>
  );
}
