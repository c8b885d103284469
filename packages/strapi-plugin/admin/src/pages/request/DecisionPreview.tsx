import type { InboxLegal } from '@guichet/contracts/admin/inbox';
import type { DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import { DecisionText } from './DecisionText.js';
import { useAppealWords } from './use-appeal-words.js';

const Sheet = styled.div`
  padding: 1.6rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
`;

/** What the person will read: the decision, and of a refusal how to challenge it, which the server adds. */
export function DecisionPreview({ decision, legal }: { decision: DecisionContent; legal: InboxLegal }) {
  const t = useWords();
  const appealWords = useAppealWords();
  const appeal = legal.outlook[legal.nature]?.appeal ?? null;
  const isRefusal = decision.outcome === 'refused';
  return (
    <>
      <Sheet>
        <Typography tag="p" fontWeight="bold" textColor="neutral800">
          {t(`outcome.${decision.outcome}`)}
        </Typography>
        <DecisionText decision={decision} />
        {isRefusal && appeal && (
          <Box paddingTop={3}>
            {appealWords(appeal).map((sentence) => (
              <Typography key={sentence} tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
                {sentence}
              </Typography>
            ))}
          </Box>
        )}
      </Sheet>
      {isRefusal && !appeal && <Notice look="warning">{t('decide.noAppeal')}</Notice>}
      {decision.reasons === 'not-required' && <Notice look="info">{t('decision.noReasons')}</Notice>}
    </>
  );
}
