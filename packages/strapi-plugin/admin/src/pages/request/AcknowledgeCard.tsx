import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { Folded } from '../../shared/Folded.js';
import { useWords } from '../../shared/words.js';
import { AcknowledgeForm } from './AcknowledgeForm.js';
import { AcknowledgeOutcome } from './AcknowledgeOutcome.js';
import type { OneRequest } from './use-request.js';

/** Sending the acknowledgement; once it is sent, correcting it folds away. */
export function AcknowledgeCard({ one, request }: { one: OneRequest; request: InboxRequest }) {
  const t = useWords();
  const { acting } = one;
  const { acknowledgement, decision } = request.legal;
  const isPossible = request.actions.includes('acknowledge');
  const isSent = acknowledgement.kind === 'sent';
  // Once all is said, none is owed.
  const canSend = isPossible && acknowledgement.kind === 'due';
  // Once silence has decided, the nature stays.
  const canCorrect = isPossible && isSent && !decision;
  const outcome =
    (acting.kind === 'done' || acting.kind === 'failed') && acting.action === 'acknowledge' ? acting : null;
  if (!canSend && !canCorrect && !outcome) return null;
  return (
    <Card title={t('acknowledge')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {outcome && <AcknowledgeOutcome key={outcome.kind} outcome={outcome} version={request.version} />}
        {canCorrect && (
          <Folded>
            <summary>{t('acknowledge.correct')}</summary>
            <Box paddingTop={3}>
              <AcknowledgeForm one={one} request={request} />
            </Box>
          </Folded>
        )}
        {canSend && (
          <>
            <Typography tag="p" textColor="neutral800">
              {t('acknowledge.what')}
            </Typography>
            <AcknowledgeForm one={one} request={request} />
          </>
        )}
      </Flex>
    </Card>
  );
}
