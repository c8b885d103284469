import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Nature } from '@guichet/contracts/request';
import { Box, Flex, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { type FormEvent, useState } from 'react';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import { acknowledging } from './acknowledging.js';
import { BigButton } from '../../shared/BigButton.js';
import { Mentions } from './Mentions.js';
import { NatureChoice } from './NatureChoice.js';
import type { OneRequest } from './use-request.js';

/** The nature, what the acknowledgement will say for it, and the one click that sends it. */
export function AcknowledgeForm({ one, request }: { one: OneRequest; request: InboxRequest }) {
  const t = useWords();
  const { acting, act } = one;
  const { legal, content } = request;
  /** Until the agent chooses, what it is held to be, even where somebody else changes that meanwhile. */
  const [chosen, choose] = useState<Nature | null>(null);
  const nature = chosen ?? legal.nature;
  const outlook = legal.outlook[nature];
  const sends = acknowledging(legal, nature);
  const isSending = acting.kind === 'acting' && acting.action === 'acknowledge';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sends !== 'nothing' && acting.kind !== 'acting') void act({ action: 'acknowledge', nature });
  };

  return (
    <form onSubmit={submit}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {request.suspicion === 'suspect' && <Notice look="info">{t('acknowledge.releases')}</Notice>}
        {!legal.decision && <NatureChoice declared={content.nature} value={nature} choose={choose} />}
        <Box aria-live="polite">
          <Typography tag="p" variant="pi" fontWeight="bold" paddingBottom={3}>
            {t('acknowledge.says')}
          </Typography>
          {outlook ? <Mentions {...outlook} /> : <Typography tag="p">{t('mentions.none')}</Typography>}
          {outlook?.silence.effect === 'rejection' && !outlook.appeal && (
            <Box paddingTop={3}>
              <Notice look="warning">{t('acknowledge.noAppeal')}</Notice>
            </Box>
          )}
        </Box>
        {sends === 'nothing' ? (
          <Typography tag="p" textColor="neutral600">
            {t('acknowledge.nothing')}
          </Typography>
        ) : (
          <Flex>
            <BigButton
              type="submit"
              size="L"
              startIcon={<PaperPlane />}
              loading={isSending}
              disabled={acting.kind === 'acting'}
            >
              {t(`acknowledge.${sends}`)}
            </BigButton>
          </Flex>
        )}
      </Flex>
    </form>
  );
}
