import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Box, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { Card } from '../../shared/Card.js';
import { Choices } from '../../shared/Choices.js';
import { useWords } from '../../shared/words.js';
import { AnswerForm } from './AnswerForm.js';
import { DecideForm } from './DecideForm.js';
import { ForwardForm } from './ForwardForm.js';
import { ItemsForm } from './ItemsForm.js';
import type { OneRequest } from './use-request.js';
import { firstWay, openWays, type Way } from './ways.js';

/** What to do with the request: one choice first, then the form for it. `today`: the administration's. */
export function NextStep(props: {
  one: OneRequest;
  request: InboxRequest;
  signature: string;
  today: string;
}) {
  const t = useWords();
  const { one, request, signature, today } = props;
  const open = openWays(request.actions);
  const [chosen, choose] = useState<Way | null>(() => firstWay(open, one.drafts));
  // What was chosen may be done, and leave one thing alone.
  const way = chosen && open.includes(chosen) ? chosen : open.length === 1 ? open[0]! : null;
  if (!open.length) return null;
  return (
    <Card title={t(open.length > 1 ? 'next' : `way.${open[0]!}`)}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {open.length > 1 && (
          <Choices<Way>
            legend={t('next.what')}
            wide
            options={open.map((value) => ({ value, label: t(`way.${value}`), hint: t(`way.${value}.hint`) }))}
            value={way}
            choose={choose}
          />
        )}
        {way && (
          <Box key={way}>
            {way === 'answer' && <AnswerForm one={one} request={request} signature={signature} />}
            {way === 'ask-items' && <ItemsForm one={one} request={request} today={today} />}
            {way === 'decide' && <DecideForm one={one} request={request} />}
            {way === 'forward' && <ForwardForm one={one} request={request} />}
          </Box>
        )}
      </Flex>
    </Card>
  );
}
