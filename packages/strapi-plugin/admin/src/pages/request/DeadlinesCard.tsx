import type { InboxLegal, InboxRequest } from '@guichet/contracts/admin/inbox';
import { Flex } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { useWords } from '../../shared/words.js';
import { Obstacles } from './Obstacles.js';
import { useSilenceWords } from './use-silence-words.js';

/** What the law dates of a request, and what follows. `today`: the administration's. */
export function DeadlinesCard({ request, today }: { request: InboxRequest; today: string }) {
  const t = useWords();
  const silenceWords = useSilenceWords();
  const acknowledgementWords = useAcknowledgementWords(today);
  const decisionWords = useDecisionWords(today);
  const { legal, content } = request;
  const nature = t(`nature.${legal.nature}`);
  const decided = legal.decision && decisionWords(legal.decision, legal.obstacles);
  return (
    <Card title={t('deadlines')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Facts
          facts={[
            [
              t('deadlines.nature'),
              legal.nature === content.nature
                ? t('deadlines.nature.declared', { nature })
                : t('deadlines.nature.held', { nature, declared: t(`nature.${content.nature}`) }),
            ],
            [t('acknowledge'), acknowledgementWords(legal.acknowledgement)],
            [
              t('deadlines.silence'),
              legal.silence ? silenceWords(legal.silence) : (decided?.what ?? t('deadlines.silence.nothing')),
            ],
            [t('deadlines.appeal'), decided?.appeal ?? null],
          ]}
        />
        <Obstacles legal={legal} />
      </Flex>
    </Card>
  );
}

function useAcknowledgementWords(today: string): (acknowledgement: InboxLegal['acknowledgement']) => string {
  const t = useWords();
  const { civil } = useDates();
  return (acknowledgement) => {
    if (acknowledgement.kind === 'sent')
      return t('deadlines.acknowledgement.sent', { day: civil(acknowledgement.on) });
    if (acknowledgement.kind === 'not-due') return t('deadlines.acknowledgement.not-due');
    const { dueBy, leavesOn, isCorrection } = acknowledgement;
    if (isCorrection) return t('deadlines.acknowledgement.correction');
    return [
      dueBy
        ? t('deadlines.acknowledgement.due', { day: civil(dueBy) })
        : t('deadlines.acknowledgement.undated'),
      leavesOn &&
        (leavesOn > today
          ? t('deadlines.acknowledgement.leaves', { day: civil(leavesOn) })
          : t('deadlines.acknowledgement.leavesNow')),
    ]
      .filter(Boolean)
      .join('\n');
  };
}

function useDecisionWords(today: string) {
  const t = useWords();
  const { civil } = useDates();
  return (
    { kind, on, appealLastDay }: NonNullable<InboxLegal['decision']>,
    obstacles: InboxLegal['obstacles'],
  ): { what: string; appeal: string | null } => {
    const what = t(`deadlines.${kind}`, { day: civil(on) });
    if (kind === 'tacitly-granted') return { what, appeal: null };
    if (!appealLastDay) return { what, appeal: t('deadlines.appeal.unknown') };
    const day = civil(appealLastDay);
    if (obstacles?.length) return { what, appeal: t('deadlines.appeal.hindered', { day }) };
    return {
      what,
      appeal: t(appealLastDay < today ? 'deadlines.appeal.over' : 'deadlines.appeal.until', { day }),
    };
  };
}
